// Defines what users do with gradients: `grad`, `requires_grad_`, `retain_grad`, hooks, accumulation.

extension Tensor {
    /// The accumulated gradient of a leaf, or of a tensor whose gradient is retained.
    public var grad: Tensor? {
        get { meta?.grad }
        set {
            if meta == nil && newValue == nil { return }
            let meta = meta ?? AutogradMeta()
            meta.grad = newValue
            self.meta = meta
        }
    }

    /// Assigns the gradient, as `x.grad = g` does: sizes and type must be the tensor's.
    public func setGrad(_ value: Tensor?) throws {
        if let value {
            guard value.dtype == dtype else {
                throw TensorError.runtime("attempting to assign a gradient with dtype '\(value.dtype.cName)' to a tensor with grad_dtype "
                    + "'\(dtype.scalarName)'. The gradient must match the tensor's grad_dtype (defaults to the tensor's dtype). You can set "
                    + "the tensor's grad_dtype attribute with a specific dtype, or None to allow any dtype. Set grad_dtype with caution. "
                    + "Diverging the dtypes of a tensor and its gradient may break downstream systems that assume they match.")
            }
            guard value.shape == shape else {
                throw TensorError.runtime("attempting to assign a gradient of size '\(value.shape)' to a tensor of size '\(shape)'. Please "
                    + "ensure that the gradient and the tensor are the same size")
            }
        }
        grad = value
    }

    /// Sets whether this leaf collects gradients.
    public func setRequiresGrad(_ value: Bool) throws {
        guard isLeaf else {
            if value { return }
            throw TensorError.runtime("you can only change requires_grad flags of leaf variables. If you want to use a computed "
                + "variable in a subgraph that doesn't require differentiation use var_no_grad = var.detach().")
        }
        if value && !dtype.isFloatingPoint {
            throw TensorError.runtime("only Tensors of floating point dtype can require gradients")
        }
        if isInference && value && !Engine.current.inferenceMode {
            throw TensorError.runtime("Setting requires_grad=True on inference tensor outside InferenceMode is not allowed.")
        }
        if !value && meta == nil { return }
        let meta = meta ?? AutogradMeta()
        meta.requiresGrad = value
        self.meta = meta
    }

    /// Whether `grad` is kept although this is no leaf.
    public var retainsGrad: Bool { meta?.retainsGrad ?? false }

    /// Keeps the gradient of this tensor in `grad` although it is no leaf.
    public func retainGrad() throws {
        guard requiresGrad else { throw TensorError.runtime("can't retain_grad on Tensor that has requires_grad=False") }
        guard let node = currentNode(), let meta, !meta.retainsGrad else { return }
        meta.retainsGrad = true
        node.retained.append((meta.outputIndex, WeakTensor(tensor: self)))
    }

    /// Calls `body` with the gradient of this tensor when it is computed; a result takes its place.
    public func registerHook(_ body: @escaping (Tensor) throws -> Tensor?) throws -> TensorHook {
        guard requiresGrad, let edge else {
            throw TensorError.runtime("cannot register a hook on a tensor that doesn't require gradient")
        }
        let hook = TensorHook(body)
        edge.node.preHooks.append((edge.output, hook))
        if let leaf = edge.node as? AccumulateGrad { meta?.hookedAccumulator = leaf }
        return hook
    }

    /// Calls `body` with this leaf after its `grad` was updated.
    public func registerAccumulateHook(_ body: @escaping (Tensor) throws -> Void) throws -> TensorHook {
        guard let meta, isLeaf, meta.requiresGrad else {
            throw TensorError.runtime("post accumulate grad hooks cannot be registered on non-leaf tensors")
        }
        let hook = TensorHook {
            try body($0)
            return nil
        }
        meta.accumulateHooks.append(hook)
        return hook
    }

    /// Takes a hook away.
    public func removeHook(_ id: Int) {
        edge?.node.preHooks.removeAll { $0.hook.id == id }
        meta?.accumulateHooks.removeAll { $0.id == id }
    }
}

extension AccumulateGrad {
    /// Adds a gradient to the leaf. Later gradients are added into the same `grad` tensor, unless the sum is to be differentiable.
    func add(_ grad: Tensor, createGraph: Bool) throws {
        var grad = grad
        if let old = variable.grad {
            if createGraph {
                variable.grad = try Op.add(old, grad)
            } else {
                _ = try Engine.current.withoutGrad { try Op.add.inPlace(old, .tensor(grad)) }
            }
        } else if createGraph && grad.requiresGrad {
            variable.grad = grad
        } else {
            // Others may hold the same tensor: then the leaf gets a copy of its own.
            let isOwn = isKnownUniquelyReferenced(&grad) && grad.isContiguous && grad.viewBase == nil
                && (grad.memory == nil || isKnownUniquelyReferenced(&grad.memory))
            variable.grad = isOwn ? grad.detach() : try Engine.current.withoutGrad { try grad.copied(as: grad.dtype) }
        }
        for hook in variable.meta?.accumulateHooks ?? [] { _ = try hook.body(variable) }
    }
}
