// Defines context managers of torch besides the grad modes: fork_rng and detect_anomaly.
import Runtime
import Tensors

/// `with torch.random.fork_rng():` leaves the random numbers as they were before.
final class ForkedRandom: Object, @unchecked Sendable {
    private var saved: [UInt8] = []
    private let isEnabled: Bool

    private init(_ cls: Class, isEnabled: Bool) {
        self.isEnabled = isEnabled
        super.init(type: cls)
    }

    static let forkClass = Class(
        native: "fork_rng", module: "torch.random", doc: "Puts the random numbers back as they were after a `with` block.", hooks: [.enter, .exit],
        extensible: false, rows: {
            [
                def("__enter__(self)", "Remembers the state.") { (fork: ForkedRandom) in fork.saved = Engine.current.generator.state() },
                def("__exit__(self, *error)", "Returns to it.") { (fork: ForkedRandom, _: Value) in
                    if fork.isEnabled { try Engine.current.generator.restore(fork.saved) }
                },
            ]
        }, constructor: { cls, arguments in
            let flag = arguments.count > 1 ? arguments[1] : arguments.keyword("enabled") ?? true
            return .object(ForkedRandom(cls, isEnabled: try flag.truth()))
        })
}

extension ForkedRandom: FromValue { static var expectedType: String { "fork_rng" } }

/// `with torch.autograd.detect_anomaly():` accepted; errors of the backward pass already name the operation.
final class DetectAnomaly: Object, @unchecked Sendable {
    static let anomalyClass = Class(
        native: "detect_anomaly", module: "torch.autograd.anomaly_mode", doc: "Accepted without effect.", hooks: [.enter, .exit], extensible: false, rows: {
            [
                def("__enter__(self)", "Nothing.") { (_: DetectAnomaly) in },
                def("__exit__(self, *error)", "Nothing.") { (_: DetectAnomaly, _: Value) in },
            ]
        }, constructor: { cls, _ in .object(DetectAnomaly(type: cls)) })
}

extension DetectAnomaly: FromValue { static var expectedType: String { "detect_anomaly" } }
