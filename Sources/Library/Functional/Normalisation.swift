// Defines the rows of torch.nn.functional for normalisation.
import Runtime
import Tensors

extension FunctionalRows {
    static var normalisation: [Row] {
        [
            def("layer_norm(input, normalized_shape, weight=None, bias=None, eps=1e-05)", "The last dimensions brought to mean 0 and variance 1.",
                example: "F.layer_norm(torch.tensor([1., 2., 3.]), (3,))") { (x: Tensor, shape: Sizes, weight: Tensor?, bias: Tensor?, eps: Double) in
                try x.layerNorm(shape.list, weight: weight, bias: bias, eps: eps)
            },
            def("rms_norm(input, normalized_shape, weight=None, eps=None)", "The last dimensions divided by their root mean square.",
                example: "F.rms_norm(torch.tensor([1., 2., 3.]), (3,))") { (x: Tensor, shape: Sizes, weight: Tensor?, eps: Double?) in
                try x.rmsNorm(shape.list, weight: weight, eps: eps)
            },
            def("batch_norm(input, running_mean, running_var, weight=None, bias=None, training=False, momentum=0.1, eps=1e-05)",
                "Channels brought to mean 0 and variance 1.", example: "F.batch_norm(torch.tensor([[1.], [3.]]), None, None, training=True)") {
                (x: Tensor, mean: Tensor?, variance: Tensor?, weight: Tensor?, bias: Tensor?, training: Bool, momentum: Double?, eps: Double) in
                try x.batchNorm(runningMean: mean, runningVar: variance, weight: weight, bias: bias, training: training, momentum: momentum ?? 0, eps: eps)
            },
            def("instance_norm(input, running_mean=None, running_var=None, weight=None, bias=None, use_input_stats=True, momentum=0.1, eps=1e-05)",
                "Channels of each sample brought to mean 0 and variance 1.", example: "F.instance_norm(torch.tensor([[[1., 3.]]]))") {
                (x: Tensor, mean: Tensor?, variance: Tensor?, weight: Tensor?, bias: Tensor?, own: Bool, momentum: Double, eps: Double) in
                try x.instanceNorm(runningMean: mean, runningVar: variance, weight: weight, bias: bias, useInputStats: own, momentum: momentum, eps: eps)
            },
            def("group_norm(input, num_groups, weight=None, bias=None, eps=1e-05)", "Groups of channels brought to mean 0 and variance 1.",
                example: "F.group_norm(torch.tensor([[1., 3.]]), 1)") { (x: Tensor, groups: Int, weight: Tensor?, bias: Tensor?, eps: Double) in
                try x.groupNorm(groups, weight: weight, bias: bias, eps: eps)
            },
            def("local_response_norm(input, size, alpha=0.0001, beta=0.75, k=1.0)", "Divided by a power of the squares of neighbouring channels.",
                example: "F.local_response_norm(torch.ones(1, 2, 3), 2)") { (x: Tensor, size: Int, alpha: Double, beta: Double, k: Double) in
                try x.localResponseNorm(size, alpha: alpha, beta: beta, k: k)
            },
        ]
    }
}
