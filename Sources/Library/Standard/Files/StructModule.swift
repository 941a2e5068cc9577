// The module `struct`: numbers as packed bytes, as binary files hold them.
import BigInt
import Runtime

enum StructModule {
    static let module: @Sendable () -> Module = {
        Module("struct", doc: "Numbers as packed bytes.", rows: rows, constants: [("error", .object(errorClass))])
    }

    private static let errorClass = Class(native: "error", base: .exception("Exception"), module: "struct")

    private static func failure(_ message: String) -> Raised { Raised(errorClass, message) }

    private static var rows: [Row] {
        [
            def(raw: "pack(format, *values)", "Values as bytes.", example: "struct.pack('>H', 258)") { arguments in
                guard arguments.count > 0 else { throw Raised.typeError("pack expected at least 1 argument, got 0") }
                let layout = try Layout(arguments[0])
                let values = Array(arguments.positional.dropFirst())
                guard values.count == layout.valueCount else {
                    throw failure("pack expected \(layout.valueCount) items for packing (got \(values.count))")
                }
                return .object(BytesObject(try layout.pack(values)))
            },
            def("unpack(format, buffer, /)", "The values that bytes hold.", example: "struct.unpack('>H', bytes([1, 2]))") { (format: Value, buffer: BytesObject) in
                let layout = try Layout(format)
                guard buffer.bytes.count == layout.size else { throw failure("unpack requires a buffer of \(layout.size) bytes") }
                return Value.tuple(layout.unpack(buffer.bytes))
            },
            def("unpack_from(format, buffer, offset=0)", "The values that bytes hold from a position on.") { (format: Value, buffer: BytesObject, offset: Int) in
                let layout = try Layout(format)
                guard offset >= 0, buffer.bytes.count - offset >= layout.size else {
                    throw failure("unpack_from requires a buffer of at least \(layout.size) bytes for unpacking \(layout.size) bytes at offset \(offset)")
                }
                return Value.tuple(layout.unpack(Array(buffer.bytes[offset..<offset + layout.size])))
            },
            def("calcsize(format, /)", "The number of bytes a format takes.", example: "struct.calcsize('<if')") { (format: Value) in try Layout(format).size },
        ]
    }

    /// One item of a format.
    private enum Item {
        case padding(Int)
        case text(Int)
        case integer(size: Int, isSigned: Bool, letter: Unicode.Scalar)
        case float(size: Int)
        case bool
        case character

        var size: Int {
            switch self {
            case .padding(let count), .text(let count): count
            case .integer(let size, _, _), .float(let size): size
            case .bool, .character: 1
            }
        }
    }

    /// A format string taken apart.
    private struct Layout {
        private var items: [Item] = []
        private var isBig = false

        var size: Int { items.reduce(0) { $0 + $1.size } }
        var valueCount: Int { items.count { if case .padding = $0 { false } else { true } } }

        init(_ format: Value) throws {
            guard let text = format.text ?? format.as(BytesObject.self).map({ String(decoding: $0.bytes, as: UTF8.self) }) else {
                throw Raised.typeError("Struct() argument 1 must be a str or bytes object, not \(format.type.name)")
            }
            var scalars = text.unicodeScalars[...]
            // Without a mark, and with `@`, items are aligned to their size.
            var isAligned = true
            if let mark = scalars.first, "@=<>!".unicodeScalars.contains(mark) {
                isBig = mark == ">" || mark == "!"
                isAligned = mark == "@"
                scalars.removeFirst()
            }
            while let scalar = scalars.first {
                if scalar == " " {
                    scalars.removeFirst()
                    continue
                }
                let digits = scalars.prefix { (0x30...0x39).contains($0.value) }
                scalars = scalars[digits.endIndex...]
                guard let letter = scalars.popFirst() else { throw failure("repeat count given without format specifier") }
                guard let count = digits.isEmpty ? 1 : Int(String(digits)), count < 1 << 20, items.count < 1 << 20 else { throw failure("total struct size too long") }
                try add(letter, count, isAligned: isAligned)
            }
        }

        private mutating func add(_ letter: Unicode.Scalar, _ count: Int, isAligned: Bool) throws {
            let item: Item
            switch letter {
            case "x": return items.append(.padding(count))
            case "s", "p": return items.append(.text(count))
            case "c": item = .character
            case "?": item = .bool
            case "b", "B": item = .integer(size: 1, isSigned: letter == "b", letter: letter)
            case "h", "H": item = .integer(size: 2, isSigned: letter == "h", letter: letter)
            case "i", "I": item = .integer(size: 4, isSigned: letter == "i", letter: letter)
            case "l", "L": item = .integer(size: isAligned ? 8 : 4, isSigned: letter == "l", letter: letter)
            case "q", "Q", "n", "N": item = .integer(size: 8, isSigned: letter == "q" || letter == "n", letter: letter)
            case "f": item = .float(size: 4)
            case "d": item = .float(size: 8)
            default: throw failure("bad char in struct format")
            }
            let rest = size % item.size
            if isAligned, rest != 0 { items.append(.padding(item.size - rest)) }
            items += Array(repeating: item, count: count)
        }

        func pack(_ values: [Value]) throws -> [UInt8] {
            var values = values[...]
            var bytes: [UInt8] = []
            for item in items {
                if case .padding(let count) = item {
                    bytes += Array(repeating: 0, count: count)
                } else if let value = values.popFirst() {
                    bytes += try encode(value, item)
                }
            }
            return bytes
        }

        private func encode(_ value: Value, _ item: Item) throws -> [UInt8] {
            switch item {
            case .padding: return []
            case .text(let count):
                guard let bytes = value.as(BytesObject.self)?.bytes else { throw failure("argument for 's' must be a bytes object") }
                return Array(bytes.prefix(count)) + Array(repeating: 0, count: max(0, count - bytes.count))
            case .character:
                guard let bytes = value.as(BytesObject.self)?.bytes, bytes.count == 1 else { throw failure("char format requires a bytes object of length 1") }
                return bytes
            case .bool: return [try value.truth() ? 1 : 0]
            case .float(let size):
                guard let number = try value.number() else { throw failure("required argument is not a float") }
                return ordered(size == 4 ? UInt64(Float(number).bitPattern) : number.bitPattern, size)
            case .integer(let size, let isSigned, let letter):
                guard let number = try value.bigIndex() else { throw failure("required argument is not an integer") }
                let capacity = BigInt(1) << (8 * size)
                let (low, high) = isSigned ? (-capacity / 2, capacity / 2 - 1) : (BigInt(0), capacity - 1)
                guard number >= low, number <= high else {
                    if !isSigned, size > 2, number.sign == .minus { throw failure("argument out of range") }
                    let word = [1: "byte", 2: "short"][size].map { (isSigned ? "" : "u") + $0 } ?? "'\(letter)'"
                    throw failure("\(word) format requires \(low) <= number <= \(high)")
                }
                return ordered(UInt64(truncatingIfNeeded: number), size)
            }
        }

        private func ordered(_ bits: UInt64, _ size: Int) -> [UInt8] {
            let little = (0..<size).map { UInt8(truncatingIfNeeded: bits >> (8 * UInt64($0))) }
            return isBig ? little.reversed() : little
        }

        func unpack(_ bytes: [UInt8]) -> [Value] {
            var position = 0
            var values: [Value] = []
            for item in items {
                let part = Array(bytes[position..<position + item.size])
                position += item.size
                if let value = decode(part, item) { values.append(value) }
            }
            return values
        }

        private func decode(_ bytes: [UInt8], _ item: Item) -> Value? {
            let bits = (isBig ? bytes : bytes.reversed()).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            switch item {
            case .padding: return nil
            case .text, .character: return .object(BytesObject(bytes))
            case .bool: return .bool(bits != 0)
            case .float(let size):
                return .float(size == 4 ? Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits))) : Double(bitPattern: bits))
            case .integer(let size, let isSigned, _):
                if !isSigned { return .integer(BigInt(bits)) }
                let shift = UInt64(64 - 8 * size)
                return .int(Int(Int64(bitPattern: bits << shift) >> Int64(shift)))
            }
        }
    }
}
