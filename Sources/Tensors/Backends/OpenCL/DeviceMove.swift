// Defines how a device gathers and scatters elements at places that the host has planned.

extension ComputeDevice {
    /// The planned elements of a tensor as a new one. They move as they are, so types of one size share a kernel.
    func gather(_ source: Tensor, _ plan: IndexPlan) throws -> Tensor {
        let memory = try Storage(byteCount: plan.count * source.dtype.itemSize, on: self)
        let result = Tensor(source.dtype, try Layout(contiguous: plan.shape), memory)
        if plan.count == 0 { return result }
        let kernel = try programs.kernel(MoveText.gather(itemSize: source.dtype.itemSize))
        let places = try list(plan.before + plan.indexed + plan.after)
        let arguments: [KernelArgument] = [
            .read(try source.computed()), .long(source.layout.offset), .read(places), .long(plan.before.count), .long(plan.indexed.count),
            .long(plan.after.count), .write(memory, all: true), .long(plan.count),
        ]
        try launch(kernel, arguments, count: plan.count)
        return result
    }

    /// Writes or combines values at planned places. Each place has one work-item, which takes its values in order: the result is the
    /// processor's, and no two work-items meet.
    func scatter(_ write: IndexWrite) throws {
        let (plan, target) = (write.plan, write.target)
        let meetings = Meetings(plan.indexed)
        let values = try write.values.to(target.dtype).contiguous()
        let kernel = try programs.kernel(MoveText.scatter(target.dtype, write.reduction))
        let places = try list(plan.before + meetings.places + meetings.starts + meetings.members + plan.after)
        let count = plan.before.count * meetings.places.count * plan.after.count
        let arguments: [KernelArgument] = [
            .read(try values.computed()), .long(values.layout.offset), .write(try target.computed(), all: false), .long(target.layout.offset),
            .read(places), .long(plan.before.count), .long(meetings.places.count), .long(plan.indexed.count), .long(plan.after.count),
            .long(count),
        ]
        try launch(kernel, arguments, count: count)
    }

    /// Numbers of the host in a buffer.
    func list(_ numbers: [Int]) throws -> Storage {
        let storage = try Storage(byteCount: numbers.count * MemoryLayout<Int>.stride, on: self)
        try storage.moveToHost()
        numbers.withUnsafeBytes { bytes in
            if let start = bytes.baseAddress { storage.bytes.copyMemory(from: start, byteCount: bytes.count) }
        }
        return storage
    }
}

/// Which values go to the same place.
private struct Meetings {
    /// The places, each once.
    private(set) var places: [Int] = []
    /// Where the values of each place start among the members, and the end of the last.
    private(set) var starts: [Int] = []
    /// The numbers of the values, those of one place in order.
    let members: [Int]

    init(_ positions: [Int]) {
        let isAscending = zip(positions, positions.dropFirst()).allSatisfy { $0 <= $1 }
        members = isAscending ? Array(positions.indices) : positions.indices.sorted { (positions[$0], $0) < (positions[$1], $1) }
        for (at, member) in members.enumerated() where places.last != positions[member] {
            places.append(positions[member])
            starts.append(at)
        }
        starts.append(members.count)
    }
}

/// The kernels. A place is a sum of three offsets: before + indexed + after.
private enum MoveText {
    static func gather(itemSize: Int) -> String {
        let type = itemSize == 1 ? "uchar" : itemSize == 2 ? "ushort" : itemSize == 4 ? "uint" : "ulong"
        return DeviceText.complete("""
            __kernel void run(__global const \(type) *from, const long from_at, __global const long *before, const long leads, const long picks, \
            const long length, __global \(type) *to, const long count) {
                const long i = get_global_id(0);
                if (i >= count) return;
                const long run = i / length;
                __global const long *indexed = before + leads, *after = indexed + picks;
                to[i] = from[from_at + before[run / picks] + indexed[run % picks] + after[i % length]];
            }

            """)
    }

    static func scatter(_ dtype: DType, _ reduction: ScatterReduction?) -> String {
        let joined = join(reduction, dtype == .bool)
        return DeviceText.complete("""
            __kernel void run(__global const \(dtype.deviceType) *from, const long from_at, __global \(dtype.deviceType) *to, const long to_at, \
            __global const long *before, const long leads, const long places, const long picks, const long length, const long count) {
                const long i = get_global_id(0);
                if (i >= count) return;
                const long run = i / length, lead = run / places, place = run % places;
                __global const long *indexed = before + leads, *starts = indexed + places, *members = starts + places + 1;
                __global const long *after = members + picks;
                const long at = to_at + before[lead] + indexed[place] + after[i % length];
                \(dtype.lane.deviceType) total = \(dtype.deviceLoad("to", "at"));
                for (long k = starts[place]; k < starts[place + 1]; k++) {
                    const long own = from_at + (lead * picks + members[k]) * length + i % length;
                    const \(dtype.lane.deviceType) value = \(dtype.deviceLoad("from", "own"));
                    total = \(dtype.deviceRounded("(\(joined))") ?? joined);
                }
                \(dtype.deviceStore("total", "to", "at"))
            }

            """)
    }

    /// The total with a value taken in; nan is the largest number.
    private static func join(_ reduction: ScatterReduction?, _ isBool: Bool) -> String {
        switch reduction {
        case nil: "value"
        case .sum, .mean: isBool ? "total || value" : "total + value"
        case .prod: isBool ? "total && value" : "total * value"
        case .amax: "total < value || value != value ? value : total"
        case .amin: "total == total && (value < total || value != value) ? value : total"
        }
    }
}
