// Defines ReductionRunner: reduces the last register of a program in a fixed order, whatever the number of threads.

/// Reduces outer × reduced × inner values to outer × inner results.
///
/// Each unit of work reduces a fixed stretch to partial results of 8 bytes (Double or Int); the partial results are combined in order.
struct ReductionRunner: @unchecked Sendable {
    private let program: Program
    private let plan: ReductionPlan
    private let target: Cursor
    private let lane: DType.Lane
    private let combine: Combine
    /// Reduced positions of one unit.
    private let stretch: Int
    private let stretches: Int
    /// The partial results, `stretches` for each result, stretch by stretch.
    private let partials: UnsafeMutableRawPointer

    init(_ program: Program, _ plan: ReductionPlan, into target: Cursor) {
        self.program = program
        self.target = target
        self.plan = plan
        lane = program.dtype(plan.register).lane
        combine = Combine(plan.reduction.kind, lane)
        // Where a row is longer than a tile, a unit is a column of tiles and takes all rows.
        let perUnit = plan.inner > Executor.tile ? plan.reduced : 32 * Executor.tile / max(plan.inner, 1)
        stretch = max(1, min(plan.reduced, perUnit))
        stretches = plan.reduced == 0 ? 1 : (plan.reduced + stretch - 1) / stretch
        partials = .allocate(byteCount: max(plan.outer * plan.inner * stretches, 1) * 8, alignment: 64)
    }

    /// Computes the result and gives the memory back.
    func run() {
        defer { partials.deallocate() }
        let results = plan.outer * plan.inner
        if results == 0 { return }
        combine.fill(partials, results * stretches)
        if plan.reduced > 0 { reduceAll() }
        if stretches > 1 {
            for o in 0..<plan.outer {
                let first = partials + o * stretches * plan.inner * 8
                for s in 1..<stretches { combine.merge(first + s * plan.inner * 8, into: first, plan.inner) }
            }
        }
        for o in 0..<plan.outer { finish(partials + o * stretches * plan.inner * 8, o) }
    }

    private func reduceAll() {
        if plan.inner == 1 && plan.reduced <= Executor.tile / 2 {
            // Short rows: many of them fit a tile.
            let rows = Executor.tile / plan.reduced
            let tiles = (plan.outer + rows - 1) / rows
            split(tiles, cost: Executor.tile) { first, last in
                program.withRegisters { registers in
                    for t in first..<last { shortRows(t * rows, min(plan.outer, (t + 1) * rows), registers) }
                }
            }
            return
        }
        if plan.inner > Executor.tile {
            let columns = (plan.inner + Executor.tile - 1) / Executor.tile
            split(plan.outer * columns, cost: plan.reduced * Executor.tile) { first, last in
                program.withRegisters { registers in
                    for unit in first..<last { wideColumn(unit / columns, (unit % columns) * Executor.tile, registers) }
                }
            }
            return
        }
        split(plan.outer * stretches, cost: stretch * plan.inner) { first, last in
            program.withRegisters { registers in
                for unit in first..<last { reduceUnit(unit, partials + unit * plan.inner * 8, registers) }
            }
        }
    }

    /// Runs `body` over ranges of units, on several threads if there is enough to do.
    private func split(_ units: Int, cost: Int, _ body: @Sendable (Int, Int) -> Void) {
        if units == 1 || units * cost < 2 * Executor.parallelGrain {
            body(0, units)
        } else {
            Parallel.stretches(units, grain: max(1, Executor.parallelGrain / cost), body)
        }
    }

    private func shortRows(
        _ first: Int, _ last: Int, _ registers: UnsafeMutablePointer<UnsafeMutableRawPointer>
    ) {
        let n = (last - first) * plan.reduced
        program.compute(first * plan.reduced, n, registers)
        let tile = registers[plan.register]
        let rowBytes = plan.reduced * lane.itemSize
        for row in first..<last {
            combine.row(UnsafeRawPointer(tile + (row - first) * rowBytes), plan.reduced, into: partials + row * 8)
        }
    }

    /// Reduces one stretch of one outer index.
    private func reduceUnit(
        _ unit: Int, _ partial: UnsafeMutableRawPointer, _ registers: UnsafeMutablePointer<UnsafeMutableRawPointer>
    ) {
        let o = unit / stretches
        let from = (unit % stretches) * stretch
        let to = min(plan.reduced, from + stretch)
        let base = o * plan.reduced * plan.inner
        var at = base + from * plan.inner
        let end = base + to * plan.inner
        if plan.inner == 1 {
            while at < end {
                let n = min(Executor.tile, end - at)
                program.compute(at, n, registers)
                combine.row(UnsafeRawPointer(registers[plan.register]), n, into: partial)
                at += n
            }
            return
        }
        let rows = Executor.tile / plan.inner
        while at < end {
            let n = min(rows * plan.inner, end - at)
            program.compute(at, n, registers)
            let tile = UnsafeRawPointer(registers[plan.register])
            var i = 0
            while i < n {
                combine.columns(tile + i * lane.itemSize, plan.inner, into: partial)
                i += plan.inner
            }
            at += n
        }
    }

    /// Rows longer than a tile: one tile's width of all rows of an outer index.
    private func wideColumn(
        _ o: Int, _ column: Int, _ registers: UnsafeMutablePointer<UnsafeMutableRawPointer>
    ) {
        let n = min(Executor.tile, plan.inner - column)
        for r in 0..<plan.reduced {
            program.compute((o * plan.reduced + r) * plan.inner + column, n, registers)
            combine.columns(UnsafeRawPointer(registers[plan.register]), n, into: partials + (o * plan.inner + column) * 8)
        }
    }

    /// Divides, converts and stores the results of one outer index.
    private func finish(_ totals: UnsafeMutableRawPointer, _ o: Int) {
        let wide: DType.Lane = lane == .int ? .int : .double
        if wide == .double, plan.reduction.divisor != 1 {
            let values = totals.assumingMemoryBound(to: Double.self)
            for i in 0..<plan.inner { values[i] /= plan.reduction.divisor }
        }
        withUnsafeTemporaryAllocation(byteCount: Executor.tile * 8, alignment: 64) { tile in
            var at = 0
            while at < plan.inner {
                let n = min(Executor.tile, plan.inner - at)
                LaneCast.convert(totals + at * 8, wide, to: tile.baseAddress!, target.dtype.lane, n)
                target.store(tile.baseAddress!, o * plan.inner + at, n)
                at += n
            }
        }
    }
}
