// Defines the suite all engine tests belong to: they run one after the other, because the engine is one per process.
import Tensors
import Testing

/// The parent of all tests that touch tensors.
@Suite(.serialized)
enum EngineTests {}

/// Runs `body` with pointwise work deferred from the given number of elements on.
func deferring<R>(from threshold: Int, _ body: () throws -> R) rethrows -> R {
    let saved = Engine.current.deferralThreshold
    Engine.current.deferralThreshold = threshold
    defer { Engine.current.deferralThreshold = saved }
    return try body()
}

/// Runs `body` with a number of threads.
func threads<R>(_ count: Int, _ body: () throws -> R) rethrows -> R {
    let saved = Engine.current.threads
    Engine.current.threads = count
    defer { Engine.current.threads = saved }
    return try body()
}

/// The message of the error that `body` throws.
func message<R>(of body: () throws -> R) -> String {
    do {
        _ = try body()
        return "no error"
    } catch let error as TensorError {
        return error.message
    } catch {
        return "\(error)"
    }
}

/// Whether two numbers are equal to a relative tolerance; nan equals nan.
func isNear(_ a: Double, _ b: Double, _ tolerance: Double = 1e-6) -> Bool {
    if a.isNaN || b.isNaN { return a.isNaN && b.isNaN }
    return a == b || (a - b).magnitude <= tolerance * Swift.max(1, Swift.max(a.magnitude, b.magnitude))
}
