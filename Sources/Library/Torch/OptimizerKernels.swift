// Defines the rows for the kernels torch.optim stands on: fused steps of many parameters at once.
import Runtime
import Tensors

extension TorchRows {
    static var optimizerKernels: [Row] {
        [
            def("_fused_sgd_(params, grads, momentum_buffer_list, *, weight_decay, momentum, lr, dampening, nesterov, maximize, is_first_step)",
                "One step of gradient descent for many parameters at once.") {
                (parameters: [Tensor], grads: [Tensor], buffers: [Tensor], decay: Double, momentum: Double, rate: Double, dampening: Double,
                 nesterov: Bool, maximize: Bool, isFirst: Bool) in
                try Optimizer.sgd(parameters, grads, buffers, lr: rate, momentum: momentum, dampening: dampening, weightDecay: decay,
                                  nesterov: nesterov, maximize: maximize, isFirst: isFirst)
            },
            adam("_fused_adam_", decoupled: false),
            adam("_fused_adamw_", decoupled: true),
            def("_foreach_add_(tensors, other)", "Adds a number to every tensor in place.", example: "torch._foreach_add_([torch.zeros(1)], 1)") {
                (tensors: [Tensor], other: Operand) in
                for tensor in tensors { _ = try tensor.addInPlace(other) }
            },
            def("_foreach_mul_(tensors, other)", "Multiplies every tensor in place.", example: "torch._foreach_mul_([torch.ones(1)], 2)") {
                (tensors: [Tensor], other: Operand) in
                for tensor in tensors { _ = try tensor.mulInPlace(other) }
            },
            def("_foreach_norm(tensors, ord=2)", "The norm of every tensor.", example: "torch._foreach_norm([torch.ones(4)])") {
                (tensors: [Tensor], order: Double) in try tensors.map { try $0.vectorNorm(order, dims: nil, keepdim: false) }
            },
        ]
    }

    private static func adam(_ name: String, decoupled: Bool) -> Row {
        def("\(name)(params, grads, exp_avgs, exp_avg_sqs, max_exp_avg_sqs, state_steps, *, lr, beta1, beta2, weight_decay, eps, amsgrad, maximize)",
            "One step of Adam for many parameters at once, with \(decoupled ? "decoupled" : "coupled") weight decay.") {
            (parameters: [Tensor], grads: [Tensor], means: [Tensor], squares: [Tensor], maxima: [Tensor], steps: [Number], rate: Double,
             beta1: Double, beta2: Double, decay: Double, eps: Double, amsgrad: Bool, maximize: Bool) in
            try Optimizer.adam(parameters, grads, means, squares, maxima, steps: steps.map(\.double), lr: rate, beta1: beta1, beta2: beta2,
                               weightDecay: decay, eps: eps, amsgrad: amsgrad, maximize: maximize, decoupled: decoupled)
        }
    }
}
