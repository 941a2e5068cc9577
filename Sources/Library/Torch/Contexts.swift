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

/// `with torch.autograd.detect_anomaly():` and `torch.autograd.set_detect_anomaly(True)`: gradients that are nan become errors.
final class DetectAnomaly: Object, @unchecked Sendable {
    /// Whether anomalies are looked for, and whether gradients that are nan are ones.
    private struct Settings {
        var detects = Engine.current.detectsAnomalies
        var checksForNaN = Engine.current.checksForNaN

        func apply() {
            Engine.current.detectsAnomalies = detects
            Engine.current.checksForNaN = checksForNaN
        }
    }

    private let before = Settings()
    private let asked: Settings

    private init(_ cls: Class, detects: Bool, checksForNaN: Bool) {
        asked = Settings(detects: detects, checksForNaN: checksForNaN)
        super.init(type: cls)
    }

    /// `detect_anomaly(check_nan=True)`: on for the length of a block.
    static let blockClass = cls("detect_anomaly") { cls, arguments in
        let checks = try (arguments.count > 1 ? arguments[1] : arguments.keyword("check_nan") ?? true).truth()
        return DetectAnomaly(cls, detects: true, checksForNaN: checks)
    }

    /// `set_detect_anomaly(mode, check_nan=True)`: in force at once.
    static let switchClass = cls("set_detect_anomaly") { cls, arguments in
        let given = arguments.count > 0 ? arguments[0] : arguments.keyword("mode") ?? true
        let checks = try (arguments.count > 1 ? arguments[1] : arguments.keyword("check_nan") ?? true).truth()
        let anomaly = DetectAnomaly(cls, detects: try given.truth(), checksForNaN: checks)
        anomaly.asked.apply()
        return anomaly
    }

    private static func cls(_ name: String, _ make: @escaping @Sendable (Class, Arguments) throws -> DetectAnomaly) -> Class {
        Class(
            native: name, module: "torch.autograd.anomaly_mode", doc: "Makes gradients that are nan errors.", hooks: [.enter, .exit],
            extensible: false, rows: {
                [
                    def("__enter__(self)", "Begins.") { (anomaly: DetectAnomaly) in anomaly.asked.apply() },
                    def("__exit__(self, *error)", "Ends.") { (anomaly: DetectAnomaly, _: Value) in anomaly.before.apply() },
                ]
            }, constructor: { .object(try make($0, $1)) })
    }
}

extension DetectAnomaly: FromValue { static var expectedType: String { "detect_anomaly" } }
