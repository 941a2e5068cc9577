// Frame: one running call of a function of the language.

/// What happens with the value a frame returns.
enum Completion: UInt8 {
    /// It is stored for the caller, whose registers keep the function alive meanwhile.
    case plain
    /// It is stored for the caller.
    case store
    /// It must be None; the caller gets the instance being constructed.
    case construct
    /// `NotImplemented` makes the caller's operator ask the other side.
    case operation
    /// The frame was entered from Swift: the run ends and hands the value over.
    case leave
    /// As `leave`; the registers are not released, the generator takes them back.
    case generator
}

/// A call in progress. Lives in raw memory; what it refers to is retained by hand in `push` and released in `pop`, but for
/// the function of a plain call.
struct Frame {
    let code: Unmanaged<Code>
    let globals: Unmanaged<Globals>
    let function: Unmanaged<FunctionObject>?
    /// First register.
    let registers: Slot
    /// The next instruction, up to date whenever something outside the loop can look.
    var pc: UnsafeMutablePointer<Instruction>
    /// Where the caller wants the result.
    let result: Slot
    /// The instance being constructed.
    let instance: Unmanaged<Object>?
    /// The names of a class body under construction; not retained, the maker of the class holds it.
    let namespace: Unmanaged<Namespace>?
    let completion: Completion
    /// The end of the caller's registers.
    var previousTop: Slot

    /// The index of the instruction that runs.
    var index: Int { max(0, pc - code._withUnsafeGuaranteedRef { $0.instructions } - 1) }

    /// The cell of a captured variable.
    @inline(__always)
    func captured(_ index: Int) -> CellObject {
        function.unsafelyUnwrapped._withUnsafeGuaranteedRef { $0.closure[index] }
    }
}

/// The names a class body binds, in order.
final class Namespace {
    var table = NameTable()
    var annotations: DictObject?
}
