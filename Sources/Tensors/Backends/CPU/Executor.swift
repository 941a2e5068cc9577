// Defines Executor: runs kernels on the processor, tile by tile inside the L1 cache, on all cores.

/// Runs kernels.
enum Executor {
    /// Elements of a tile.
    static let tile = 1024
    /// Elements from which more than one thread is worth its while.
    static let parallelGrain = 16 * tile

    /// Computes all outputs and the reduction of a kernel, whose memory comes to the host for it.
    static func run(_ kernel: Kernel) throws {
        let program = try Program(kernel)
        defer { program.free() }
        if let plan = kernel.reduction {
            ReductionRunner(program, plan, into: try plan.target.target()).run()
        } else if kernel.count < 2 * parallelGrain {
            program.run(0, kernel.count)
        } else {
            Parallel.stretches(kernel.count, grain: parallelGrain) { start, end in program.run(start, end) }
        }
    }
}

/// A kernel made ready: plain memory only, so that threads share it without counting references.
struct Program: @unchecked Sendable {
    /// A step with its registers, ready to run.
    struct Step {
        let loop: Loop?
        let a: Int
        let b: Int
        let c: Int
        let from: DType
        let dtype: DType
    }

    /// What fills a register before the steps run.
    enum Source {
        case tensor(Cursor)
        case number(Number, DType)
    }

    /// A register that is written to memory.
    struct Output {
        let register: Int
        let target: Cursor
    }

    let count: Int
    let sources: UnsafeMutableBufferPointer<Source>
    let steps: UnsafeMutableBufferPointer<Step>
    let outputs: UnsafeMutableBufferPointer<Output>
    /// For each register the scratch tile it uses, -1 for none.
    private let slots: UnsafeMutableBufferPointer<Int>
    private let slotCount: Int
    private let slotBytes: Int
    /// For each register the output that is computed in place, -1 for none.
    private let directOutput: UnsafeMutableBufferPointer<Int>

    init(_ kernel: Kernel) throws {
        let known: [Source] = try kernel.sources.map { source in
            switch source {
            case .tensor(let region): .tensor(try region.source())
            case .number(let number, let dtype): .number(number, dtype)
            }
        }
        let written = try kernel.outputs.map { Output(register: $0.register, target: try $0.target.target()) }
        count = kernel.count
        sources = .allocate(capacity: known.count)
        _ = sources.initialize(from: known)
        steps = .allocate(capacity: kernel.steps.count)
        _ = steps.initialize(from: kernel.steps.map {
            Step(loop: $0.loop, a: $0.a, b: $0.b, c: $0.c, from: $0.from, dtype: $0.dtype)
        })
        outputs = .allocate(capacity: written.count)
        _ = outputs.initialize(from: written)
        let plan = SlotPlan(kernel)
        slots = .allocate(capacity: kernel.registers)
        _ = slots.initialize(from: plan.slots)
        directOutput = .allocate(capacity: kernel.registers)
        _ = directOutput.initialize(from: plan.directOutput)
        slotCount = plan.count
        slotBytes = Executor.tile * plan.itemSize
    }

    /// Gives the memory back; the executor is not used after that.
    func free() {
        sources.deallocate()
        steps.deinitialize()
        steps.deallocate()
        outputs.deallocate()
        slots.deallocate()
        directOutput.deallocate()
    }

    /// The type of a register.
    func dtype(_ register: Int) -> DType {
        if register >= sources.count { return steps[register - sources.count].dtype }
        switch sources[register] {
        case .tensor(let cursor): return cursor.dtype
        case .number(_, let dtype): return dtype
        }
    }

    /// Computes elements `start ..< end`, storing the outputs.
    func run(_ start: Int, _ end: Int) {
        withRegisters { registers in
            var at = start
            while at < end {
                let n = min(Executor.tile, end - at)
                compute(at, n, registers)
                at += n
            }
        }
    }

    /// Calls `body` with the table of register tiles; constants are filled in.
    func withRegisters(_ body: (UnsafeMutablePointer<UnsafeMutableRawPointer>) -> Void) {
        let registerCount = sources.count + steps.count
        withUnsafeTemporaryAllocation(byteCount: max(slotCount, 1) * slotBytes, alignment: 64) { scratch in
            withUnsafeTemporaryAllocation(of: UnsafeMutableRawPointer.self, capacity: registerCount) { table in
                let registers = table.baseAddress!
                for i in 0..<registerCount { (registers + i).initialize(to: scratch.baseAddress! + max(slots[i], 0) * slotBytes) }
                for i in 0..<sources.count {
                    switch sources[i] {
                    case .number(let number, let dtype): Kernel.splat(number, dtype, into: registers[i], Executor.tile)
                    case .tensor(let cursor): if cursor.isConstant { cursor.load(0, 1, into: registers[i]); repeatFirst(cursor, registers[i]) }
                    }
                }
                body(registers)
            }
        }
    }

    private func repeatFirst(_ cursor: Cursor, _ tile: UnsafeMutableRawPointer) {
        switch cursor.dtype.lane {
        case .float: tile.assumingMemoryBound(to: Float.self).splat()
        case .double: tile.assumingMemoryBound(to: Double.self).splat()
        case .int: tile.assumingMemoryBound(to: Int.self).splat()
        case .bool: tile.assumingMemoryBound(to: Bool.self).splat()
        }
    }

    /// Computes one tile: loads, steps, stores.
    @inline(__always)
    func compute(_ start: Int, _ n: Int, _ registers: UnsafeMutablePointer<UnsafeMutableRawPointer>) {
        for i in 0..<sources.count {
            guard case .tensor(let cursor) = sources[i], !cursor.isConstant else { continue }
            if slots[i] < 0 {
                registers[i] = cursor.pointer(at: start)
            } else {
                cursor.load(start, n, into: registers[i])
            }
        }
        for i in 0..<steps.count {
            let register = sources.count + i
            if directOutput[register] >= 0 { registers[register] = outputs[directOutput[register]].target.pointer(at: start) }
            run(i, registers[register], registers, n)
        }
        for i in 0..<outputs.count where directOutput[outputs[i].register] != i {
            outputs[i].target.store(registers[outputs[i].register], start, n)
        }
    }

    @inline(__always)
    private func run(
        _ i: Int, _ out: UnsafeMutableRawPointer, _ registers: UnsafeMutablePointer<UnsafeMutableRawPointer>, _ n: Int
    ) {
        let dtype = steps[i].dtype
        let a = UnsafeRawPointer(registers[steps[i].a])
        if let loop = steps[i].loop {
            loop(out, a, UnsafeRawPointer(registers[steps[i].b]), UnsafeRawPointer(registers[steps[i].c]), n)
        } else {
            LaneCast.convert(a, steps[i].from.lane, to: out, dtype.lane, n)
        }
        if !dtype.isLaneNative { Program.round(out, dtype, n) }
    }

    /// Rounds or wraps lane values to what the narrower stored type can hold.
    private static func round(_ tile: UnsafeMutableRawPointer, _ dtype: DType, _ n: Int) {
        withUnsafeTemporaryAllocation(byteCount: Executor.tile * 4, alignment: 64) { stored in
            let place = stored.baseAddress!
            dtype.visitStored(StoreRun(tile: tile, target: place, stride: 1, count: n))
            dtype.visitStored(LoadRun(source: place, stride: 1, tile: tile, count: n))
        }
    }
}

extension UnsafeMutablePointer {
    /// Repeats the first element over a tile.
    fileprivate func splat() { (self + 1).update(repeating: self[0], count: Executor.tile - 1) }
}
