// Defines ArchiveReader: bytes of an archive back to values.
import Runtime
import Tensors

/// Reads values from the bytes an `ArchiveWriter` wrote.
struct ArchiveReader {
    private let bytes: [UInt8]
    private var position = ArchiveWriter.header.count
    private var known: [Value] = []
    private var storages: [Storage] = []
    /// Whether classes that could run code of their own are refused.
    private let weightsOnly: Bool

    /// The value of an archive.
    /// - Throws: RuntimeError for bytes that are no archive, UnpicklingError for classes that `weightsOnly` does not allow.
    static func value(_ bytes: [UInt8], weightsOnly: Bool = false) throws -> Value {
        guard bytes.starts(with: ArchiveWriter.header) else {
            throw Raised.runtimeError("Invalid magic number; corrupt file?")
        }
        var reader = ArchiveReader(bytes: bytes, weightsOnly: weightsOnly)
        return try reader.read()
    }

    private init(bytes: [UInt8], weightsOnly: Bool) {
        self.bytes = bytes
        self.weightsOnly = weightsOnly
    }

    private mutating func read() throws -> Value {
        guard let tag = ArchiveTag(rawValue: try byte()) else { throw Self.corrupt }
        switch tag {
        case .none: return .none
        case .yes: return true
        case .no: return false
        case .int: return .int(try number())
        case .bigInt: return try Value.object(Class.int).call([.string(string())])
        case .float: return .float(Double(bitPattern: UInt64(UInt(bitPattern: try number()))))
        case .text: return .string(try string())
        case .bytes: return .object(BytesObject(try block()))
        case .dtype: return try dtype().intoValue()
        case .device: return try Device(parsing: string()).intoValue()
        case .module: return try Interpreter.current.importModule(string())
        case .cls: return .object(try cls())
        case .again:
            let number = try number()
            guard known.indices.contains(number) else { throw Self.corrupt }
            return known[number]
        case .instance, .subclassed: return try instance(hasContents: tag == .subclassed)
        case .list, .tuple, .dict, .set, .tensor: return try contents(tag, nil, number: reserve())
        }
    }

    /// A place among the known values for one whose parts are still to be read.
    private mutating func reserve() -> Int {
        known.append(.none)
        return known.count - 1
    }

    private mutating func instance(hasContents: Bool) throws -> Value {
        let number = reserve()
        guard case .object(let object) = try read(), let cls = object as? Class else { throw Self.corrupt }
        let plain = hasContents ? nil : Instance(type: cls)
        if let plain { known[number] = .object(plain) }
        var attributes: [(Name, Value)] = []
        for _ in 0..<(try count()) {
            let name = Name(try string())
            attributes.append((name, try read()))
        }
        let value: Value
        if let plain {
            value = .object(plain)
        } else {
            guard let tag = ArchiveTag(rawValue: try byte()) else { throw Self.corrupt }
            value = try contents(tag, cls, number: number)
        }
        if case .object(let object) = value {
            for (name, attribute) in attributes { object.setOwnAttribute(name, attribute) }
        }
        return value
    }

    /// A container or tensor, as an instance of `cls` if one is given.
    private mutating func contents(_ tag: ArchiveTag, _ cls: Class?, number: Int) throws -> Value {
        switch tag {
        case .list:
            let list = ListObject([], type: cls ?? .list)
            known[number] = .object(list)
            for _ in 0..<(try count()) { list.elements.append(try read()) }
        case .dict:
            let dict = DictObject(type: cls ?? .dict)
            known[number] = .object(dict)
            for _ in 0..<(try count()) {
                let key = try read()
                try dict.table.set(key, read())
            }
        case .tuple:
            var elements: [Value] = []
            for _ in 0..<(try count()) { elements.append(try read()) }
            known[number] = .object(TupleObject(elements, type: cls ?? .tuple))
        case .set:
            var elements: [Value] = []
            for _ in 0..<(try count()) { elements.append(try read()) }
            known[number] = try Value.object(cls ?? Class.set).call([.list(elements)])
        case .tensor:
            let tensor = try tensor()
            known[number] = .object(cls.map { TensorObject(tensor, type: $0) } ?? TensorObject.of(tensor))
        case .text:
            known[number] = .object(StrObject(try string(), type: cls ?? .str))
        default: throw Self.corrupt
        }
        return known[number]
    }

    private mutating func tensor() throws -> Tensor {
        let dtype = try dtype()
        let requiresGrad = try byte() == 1
        let rank = try count()
        let shape = try Dims((0..<rank).map { _ in try count() })
        let layout = Layout(shape: shape, strides: try Dims((0..<rank).map { _ in try count() }), offset: try count())
        let storage = try storage()
        guard layout.offset + layout.extent <= storage.byteCount / dtype.itemSize else { throw Self.corrupt }
        let tensor = Tensor(dtype, layout, storage)
        if requiresGrad { try tensor.setRequiresGrad(true) }
        return tensor
    }

    /// The memory of a tensor: the next one, or one that came before.
    private mutating func storage() throws -> Storage {
        let number = try count()
        if number < storages.count { return storages[number] }
        let size = try count()
        guard bytes.count - position >= size else { throw Self.corrupt }
        let storage = try Storage(byteCount: size)
        try storage.moveToHost()
        bytes.withUnsafeBytes { storage.bytes.copyMemory(from: $0.baseAddress.unsafelyUnwrapped + position, byteCount: size) }
        position += size
        storages.append(storage)
        return storage
    }

    /// A class by its module and name; classes of the program are looked up among its global names.
    private mutating func cls() throws -> Class {
        let module = try string()
        let name = try string()
        let path = name.split(separator: ".").map(String.init)
        guard let first = path.first else { throw Self.corrupt }
        if weightsOnly && !Self.isHarmless(module, name) { throw try SafeLoading.refusal(of: "\(module == "builtins" ? "" : module + ".")\(name)") }
        var value: Value
        if module == "__main__" {
            guard let found = Interpreter.current.global(first) else {
                throw Raised.attributeError("Can't get attribute '\(first)' on <module '__main__'>")
            }
            value = found
        } else {
            value = try Interpreter.current.importModule(module).attribute(Name(first))
        }
        for name in path.dropFirst() { value = try value.attribute(Name(name)) }
        guard let cls = value.as(Class.self) else { throw Self.corrupt }
        return cls
    }

    /// Classes that PyTorch reads without being told that they are trusted.
    private static func isHarmless(_ module: String, _ name: String) -> Bool {
        ["collections.OrderedDict", "collections.Counter", "torch.Size", "torch.nn.parameter.Parameter", "torch.nn.parameter.Buffer"]
            .contains("\(module).\(name)") || SafeLoading.allowed.contains("\(module).\(name)")
    }

    private mutating func dtype() throws -> DType {
        guard let dtype = DType(rawValue: try byte()) else { throw Self.corrupt }
        return dtype
    }

    private static var corrupt: Raised { .runtimeError("unexpected end of archive; corrupt file?") }

    private mutating func byte() throws -> UInt8 {
        guard position < bytes.count else { throw Self.corrupt }
        defer { position += 1 }
        return bytes[position]
    }

    private mutating func number() throws -> Int {
        guard bytes.count - position >= 8 else { throw Self.corrupt }
        defer { position += 8 }
        return bytes.withUnsafeBytes { Int(littleEndian: $0.loadUnaligned(fromByteOffset: position, as: Int.self)) }
    }

    /// A number of parts, which cannot exceed what is left.
    private mutating func count() throws -> Int {
        let count = try number()
        guard count >= 0 && count <= max(bytes.count, 1 << 20) else { throw Self.corrupt }
        return count
    }

    private mutating func block() throws -> [UInt8] {
        let count = try count()
        guard bytes.count - position >= count else { throw Self.corrupt }
        defer { position += count }
        return Array(bytes[position..<position + count])
    }

    private mutating func string() throws -> String { String(decoding: try block(), as: UTF8.self) }
}
