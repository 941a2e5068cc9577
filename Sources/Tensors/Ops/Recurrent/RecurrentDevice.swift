// Defines how a device runs a recurrent layer: a product and one kernel for each step.

extension RecurrentForward {
    /// The pass where the input lives.
    func result() throws -> RecurrentResult {
        guard let device = x.device, x.dtype == .float32 || x.dtype == .float64 else { return try x.dtype.visitNative("rnn", self) }
        return try Engine.current.on(device) { try Engine.current.withoutGrad { try result(on: device) } }
    }

    private func result(on device: ComputeDevice) throws -> RecurrentResult {
        let (dtype, size, width) = (x.dtype, hidden.shape[1], kind.gates * hidden.shape[1])
        let (total, features) = (steps.total, x.shape[x.rank - 1])
        let product = try x.reshape([total, features]).mm(weights.input.detach().t())
        let input = try weights.inputBias.map { try product + $0.detach() } ?? product
        var form = x.shape
        form[form.count - 1] = size
        let output = try Tensor(empty: form, dtype)
        let kept = try Tensor(empty: [total, kind.kept * size], dtype)
        let oldH = try Tensor(empty: [total, size], dtype)
        let oldC = try Tensor(empty: [kind.hasCell ? total : 0, size], dtype)
        let lastH = try hidden.detach().copied(as: dtype)
        let lastC = try cell?.detach().copied(as: dtype) ?? Tensor(empty: [0, size], dtype)
        let (ws, bias) = (try weights.state.detach().t().copied(as: dtype), try weights.stateBias?.detach().contiguous())
        let text = RecurrentText(kind: kind, lane: dtype.lane, hasBias: bias != nil).forward
        for t in steps.order {
            let rows = steps.batchSizes[t]
            let state = try device.product(lastH.slice(0, 0, rows), ws, [rows, width])
            var arguments: [KernelArgument] = [.read(try input.computed()), .long(input.layout.offset), .read(try state.computed())]
            arguments += [.read(try (bias ?? state).computed()), .long(bias?.layout.offset ?? 0)]
            for changed in [lastH, lastC, kept, oldH, oldC, output] { arguments.append(.write(try changed.computed(), all: false)) }
            arguments += [steps.starts[t], size, rows * size].map { .long($0) }
            try device.launch(device.programs.kernel(text), arguments, count: rows * size)
        }
        return RecurrentResult(output: output, lastHidden: lastH, lastCell: lastC, kept: kept, oldHidden: oldH, oldCell: oldC)
    }
}

extension RecurrentBackward {
    /// The pass where the input lives.
    func result() throws -> [Tensor] {
        guard let device = x.device, x.dtype == .float32 || x.dtype == .float64 else { return try x.dtype.visitNative("rnn_backward", self) }
        return try Engine.current.on(device) { try Engine.current.withoutGrad { try result(on: device) } }
    }

    private func result(on device: ComputeDevice) throws -> [Tensor] {
        let (dtype, size, total) = (x.dtype, oldHidden.shape[1], steps.total)
        let width = kind.gates * size
        let grad = try grads.output?.contiguous() ?? Tensor.zeros([total, size], dtype)
        let dh = try grads.hidden?.detach().copied(as: dtype) ?? Tensor.zeros([steps.batch, size], dtype)
        let dc = try grads.cell?.detach().copied(as: dtype) ?? Tensor.zeros([kind.hasCell ? steps.batch : 1, size], dtype)
        let (dInput, dState) = (try Tensor(empty: [total, width], dtype), try Tensor(empty: [total, width], dtype))
        let ws = try weights.state.detach().contiguous()
        let text = RecurrentText(kind: kind, lane: dtype.lane, hasBias: weights.stateBias != nil).backward
        var through: Tensor?
        for t in steps.order.reversed() {
            let (rows, start) = (steps.batchSizes[t], steps.starts[t])
            var arguments: [KernelArgument] = try [kept, oldHidden, oldCell, grad].map { .read(try $0.computed()) }
            arguments += [.long(grad.layout.offset), .read(try (through ?? grad).computed()), .long(through?.count ?? 0)]
            for changed in [dh, dc, dInput, dState] { arguments.append(.write(try changed.computed(), all: false)) }
            let count = max(rows * size, through?.count ?? 0)
            arguments += [start, size, rows * size, count].map { .long($0) }
            try device.launch(device.programs.kernel(text), arguments, count: count)
            through = try device.product(dState.slice(0, start, start + rows), ws, [rows, size])
        }
        if let through { _ = try Op.add.inPlace(dh.slice(0, 0, through.shape[0]), .tensor(through)) }
        let rows = try x.detach().reshape([total, x.shape[x.rank - 1]])
        var results = [try dInput.mm(weights.input.detach()).reshape(x.shape.array), dh] + (kind.hasCell ? [dc] : [])
        results += [try dInput.t().mm(rows), try dState.t().mm(oldHidden)]
        if weights.inputBias != nil { results.append(try dInput.sum(dims: [0])) }
        if weights.stateBias != nil { results.append(try dState.sum(dims: [0])) }
        return results
    }
}
