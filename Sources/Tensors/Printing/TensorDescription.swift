// Defines how a Tensor hands its shown elements to the printers.

extension Tensor {
    /// The tensor as PyTorch prints it. `prefix` is the class name of subclasses.
    public func text(prefix: String = "tensor") throws -> String {
        let options = Engine.current.tensorPrintOptions
        let window = SummaryWindow(shape: shape.array, threshold: options.threshold, edgeItems: options.edgeItems)
        var frame = TensorTextFrame()
        frame.prefix = prefix
        frame.dtype = "torch.\(dtype.name)"
        frame.isDefaultDtype = dtype == Engine.current.defaultDType
        if let device, device !== Engine.current.sessionDevice { frame.device = Engine.current.name(of: device) }
        frame.gradFn = currentNode()?.name
        frame.requiresGrad = requiresGrad
        return TensorText.render(try shownElements(window), window: window, options: options, frame: frame)
    }

    /// The elements of a window, in its order.
    private func shownElements(_ window: SummaryWindow) throws -> PrintedElements {
        let numbers = try shownNumbers(window)
        switch dtype.category {
        case .boolean: return .booleans(numbers.map(\.isTrue))
        case .integral: return .integers(numbers.map { Int64($0.int) })
        case .floating: return .floats(numbers.map(\.double))
        }
    }

    private func shownNumbers(_ window: SummaryWindow) throws -> [Number] {
        if count == 0 { return [] }
        var positions = [layout.offset]
        for axis in 0..<rank {
            let along = window.indices(axis: axis).map { $0 * strides[axis] }
            positions = positions.flatMap { base in along.map { base + $0 } }
        }
        return try positions.map { try load(at: $0) }
    }
}
