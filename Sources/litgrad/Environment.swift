// Environment: what the surroundings of the process say.
import Glibc

/// What the surroundings of the process say.
enum Environment {
    /// Whether a machine runs the command and no person looks on.
    static var isContinuousIntegration: Bool { getenv("CI").map { String(cString: $0) } == "true" }
}
