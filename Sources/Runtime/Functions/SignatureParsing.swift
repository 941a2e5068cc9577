// Reading a signature from the header of a row.
import Syntax

extension Signature {
    /// The signature in a row's header: "clamp(input, min=None, max=None)".
    /// - Throws: ValueError for a header that is no `def` header; the rows' tests show it.
    public init(parsing header: String) throws {
        throw Raised.valueError("not a signature: \(header)")
    }
}
