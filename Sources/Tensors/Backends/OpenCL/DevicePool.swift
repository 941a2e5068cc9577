// Defines how a device pools: one work-item for each window, and backward one for each element, which visits the windows it is in.

extension ComputeDevice {
    /// Largest elements of windows and their positions in each plane; floats as they are stored.
    func maxPool(_ source: Tensor, _ geometry: PoolGeometry, _ shape: Dims) throws -> (Tensor, Tensor) {
        let (values, indices) = (try blank(shape, source.dtype), try blank(shape, .int64))
        let input = try source.contiguous()
        let arguments: [KernelArgument] = [
            .read(try input.computed()), .long(input.layout.offset), .write(try values.computed(), all: true),
            .write(try indices.computed(), all: true),
        ]
        let text = PoolText(lane: source.dtype.lane, isMax: true).forward
        try pool(text, arguments, try list(geometry.windows), geometry, count: values.count)
        return (values, indices)
    }

    /// The gradient of the input of `maxPool`.
    func maxPoolBackward(_ grad: Tensor, _ indices: Tensor, _ geometry: PoolGeometry, _ shape: Dims) throws -> Tensor {
        let (g, at) = (try grad.contiguous(), try indices.contiguous())
        let result = try blank(shape, grad.dtype)
        let arguments: [KernelArgument] = [
            .read(try g.computed()), .long(g.layout.offset), .read(try at.computed()), .long(at.layout.offset),
            .write(try result.computed(), all: true),
        ]
        let text = PoolText(lane: grad.dtype.lane, isMax: true).backward
        try pool(text, arguments, try list(geometry.users), geometry, count: result.count)
        return result
    }

    /// Means of windows, or (backward) each gradient spread evenly over its window.
    func averagePool(_ pool: AveragePool) throws -> Tensor {
        let source = try pool.source.contiguous()
        let result = try blank(pool.shape, source.dtype)
        let bounds = pool.isBackward ? pool.geometry.users : pool.geometry.windows
        let arguments: [KernelArgument] = [
            .read(try source.computed()), .long(source.layout.offset), .read(try list(pool.divisors)),
            .write(try result.computed(), all: true),
        ]
        let text = PoolText(lane: source.dtype.lane, isMax: false)
        try self.pool(pool.isBackward ? text.backward : text.forward, arguments, try list(bounds), pool.geometry, count: result.count)
        return result
    }

    private func blank(_ shape: Dims, _ dtype: DType) throws -> Tensor {
        let layout = try Layout(contiguous: shape)
        return Tensor(dtype, layout, try Storage(byteCount: layout.count * dtype.itemSize, on: self))
    }

    private func pool(
        _ text: String, _ arguments: [KernelArgument], _ bounds: Storage, _ geometry: PoolGeometry, count: Int
    ) throws {
        if count == 0 { return }
        let axes = [geometry.depth, geometry.height, geometry.width]
        var all = arguments + [.read(bounds)]
        all += axes.map { .long($0.count) } + axes.map { .long($0.step) }
        all += [geometry.input.d, geometry.input.h, geometry.input.w, count].map { .long($0) }
        try launch(programs.kernel(text), all, count: count)
    }
}

extension PoolGeometry {
    private var axes: [(axis: PoolAxis, size: Int)] { [(depth, input.d), (height, input.h), (width, input.w)] }

    /// For each dimension the starts of all windows and their ends.
    fileprivate var windows: [Int] { axes.flatMap { $0.axis.starts + $0.axis.ends } }

    /// For each dimension and element the first window that reaches over it, and one past the last. Windows come in order.
    fileprivate var users: [Int] {
        axes.flatMap { axis, size in
            [axis.ends, axis.starts].flatMap { bounds -> [Int] in
                var passed = 0
                return (0..<size).map { i in
                    while passed < bounds.count, bounds[passed] <= i { passed += 1 }
                    return passed
                }
            }
        }
    }
}

/// The kernels of max and mean pooling. `n0`, `n1`, `n2` are the numbers of windows, `d`, `h`, `w` the sizes of the input.
private struct PoolText {
    let lane: DType.Lane
    let isMax: Bool
    private var type: String { lane.deviceType }
    private static let sizes = "__global const long *bounds, const long n0, const long n1, const long n2, const long s0, const long s1, "
        + "const long s2, const long d, const long h, const long w, const long count"

    /// One window: `e` is the position of an element in its plane.
    var forward: String {
        let (outputs, start, take, end) = isMax
            ? ("__global \(type) *to, __global long *at", "\(type) best = -INFINITY; long place = (z0[z] * h + y0[y]) * w + x0[x];",
               "if (from[e] > best || isnan(from[e])) { best = from[e]; place = e; }", "to[i] = best; at[i] = place;")
            : ("__global const long *divisors, __global \(type) *to", "\(type) sum = 0;", "sum += from[e];",
               "to[i] = sum / divisors[i % (n0 * n1 * n2)];")
        return DeviceText.complete("""
            __kernel void run(__global const \(type) *from, const long from_at, \(outputs), \(PoolText.sizes)) {
                const long i = get_global_id(0);
                if (i >= count) return;
                const long x = i % n2, y = i / n2 % n1, z = i / (n1 * n2) % n0;
                __global const long *z0 = bounds, *z1 = z0 + n0, *y0 = z1 + n0, *y1 = y0 + n1, *x0 = y1 + n1, *x1 = x0 + n2;
                from += from_at + i / (n0 * n1 * n2) * (d * h * w);
                \(start)
                for (long a = z0[z]; a < z1[z]; a += s0) for (long b = y0[y]; b < y1[y]; b += s1) for (long c = x0[x]; c < x1[x]; c += s2) {
                    const long e = (a * h + b) * w + c;
                    \(take)
                }
                \(end)
            }

            """)
    }

    /// One element: `o` is the position of a window among those of its plane.
    var backward: String {
        let (inputs, take) = isMax
            ? ("__global const long *at, const long at_at", "if (at[at_at + plane + o] == own) sum += grad[plane + o];")
            : ("__global const long *divisors", "sum += grad[plane + o] * ((\(type))1 / divisors[o]);")
        return DeviceText.complete("""
            __kernel void run(__global const \(type) *grad, const long grad_at, \(inputs), __global \(type) *to, \(PoolText.sizes)) {
                const long i = get_global_id(0);
                if (i >= count) return;
                const long x = i % w, y = i / w % h, z = i / (h * w) % d, own = i % (d * h * w), plane = i / (d * h * w) * (n0 * n1 * n2);
                __global const long *z0 = bounds, *z1 = z0 + d, *y0 = z1 + d, *y1 = y0 + h, *x0 = y1 + h, *x1 = x0 + w;
                grad += grad_at;
                \(type) sum = 0;
                for (long a = z0[z]; a < z1[z]; a++) for (long b = y0[y]; b < y1[y]; b++) for (long c = x0[x]; c < x1[x]; c++) {
                    const long o = (a * n1 + b) * n2 + c;
                    \(take)
                }
                to[i] = sum;
            }

            """)
    }
}
