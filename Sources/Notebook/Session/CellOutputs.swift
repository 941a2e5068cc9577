// CellOutputs: what the running cell has put out so far, up to a limit.

/// Collects the outputs of one cell. Past its limits it takes nothing more.
struct CellOutputs {
    /// Bytes of text that a cell may put out.
    static let mostText = 10 << 20
    /// Drawings that a cell may put out, and their bytes.
    static let mostFigures = 100
    static let mostDrawing = 50 << 20

    private var finished: [Output] = []
    /// Printed text that nothing has followed yet. Pieces are joined as they come; an output of its own would be copied each time.
    private var printed = ""
    private var textBytes = 0
    private var drawingBytes = 0
    private(set) var figures = 0
    /// What the cell has too much of; nil while it keeps within its limits.
    private(set) var excess: String?

    /// Everything so far, in order.
    var all: [Output] { printed.isEmpty ? finished : finished + [.text(printed)] }

    /// Adds printed text and returns the part of it that was taken.
    mutating func add(printed piece: String) -> String {
        let room = Self.mostText - textBytes
        guard piece.utf8.count > room else {
            printed += piece
            textBytes += piece.utf8.count
            return piece
        }
        refuseText()
        let part = String(decoding: piece.utf8.prefix(max(room, 0)), as: UTF8.self)
        printed += part
        textBytes = Self.mostText
        return part
    }

    /// Adds an output other than printed text; false where it is one too many.
    mutating func add(_ output: Output) -> Bool {
        switch output {
        case .text(let text), .warning(let text), .result(let text), .expectedError(let text):
            textBytes += text.utf8.count
            if textBytes > Self.mostText { refuseText() }
        case .figure(let figure):
            figures += 1
            drawingBytes += figure.svg.utf8.count
            if figures > Self.mostFigures { excess = "the cell draws more than \(Self.mostFigures) figures" }
            if drawingBytes > Self.mostDrawing { excess = "the drawings of the cell take more than \(Self.mostDrawing >> 20) MiB" }
        }
        guard excess == nil else { return false }
        if !printed.isEmpty { finished.append(.text(printed)) }
        printed = ""
        finished.append(output)
        return true
    }

    private mutating func refuseText() { excess = "the cell puts out more than \(Self.mostText >> 20) MiB of text" }
}
