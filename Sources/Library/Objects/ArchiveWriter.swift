// Defines ArchiveWriter: values of the language as bytes, for torch.save and pickle.
import Runtime
import Tensors

/// What an archive consists of: each value begins with one of these.
enum ArchiveTag: UInt8 {
    case none, yes, no, int, bigInt, float, text, bytes, list, tuple, dict, set, tensor, dtype, device, module, cls, instance
    /// A value that came before, by its number.
    case again
    /// A container or tensor of a class of its own: the class, the attributes, then the plain value.
    case subclassed
}

/// Writes values to bytes. Values that occur twice are written once, so that sharing and cycles survive.
struct ArchiveWriter {
    /// What every archive begins with. The first letters are those of a zip file, as PyTorch's archives are.
    static let header: [UInt8] = Array("PK\u{3}\u{4}litgrad1".utf8)
    private(set) var bytes = ArchiveWriter.header
    private var numbers: [ObjectIdentifier: Int] = [:]
    /// Kept so that no two objects of one archive share an address.
    private var kept: [Object] = []
    /// The memories written so far, in order: tensors that share one still do after reading.
    private var storages: [Storage] = []

    /// A value as an archive.
    /// - Throws: PicklingError for values that only live in the running program (functions, generators, files).
    static func archive(_ value: Value) throws -> [UInt8] {
        var writer = ArchiveWriter()
        try writer.write(value)
        return writer.bytes
    }

    private mutating func write(_ value: Value) throws {
        switch value {
        case .none, .unset: tag(.none)
        case .bool(let flag): tag(flag ? .yes : .no)
        case .int(let int): tag(.int); number(int)
        case .float(let double): tag(.float); number(Int(bitPattern: UInt(double.bitPattern)))
        case .object(let object): try write(object)
        }
    }

    private mutating func write(_ object: Object) throws {
        if let number = numbers[ObjectIdentifier(object)] {
            tag(.again)
            self.number(number)
            return
        }
        if try writePlain(object) { return }
        numbers[ObjectIdentifier(object)] = kept.count
        kept.append(object)
        if object.type.isUserDefined || Self.isNamedContainer(object) {
            tag(object is Instance ? .instance : .subclassed)
            try write(.object(object.type))
            try attributes(of: object)
            if object is Instance { return }
        }
        try writeContents(object)
    }

    /// Subclasses of the containers that Swift defines (OrderedDict, Counter, torch.Size).
    private static func isNamedContainer(_ object: Object) -> Bool {
        switch object {
        case is ListObject: object.type !== Class.list
        case is TupleObject: object.type !== Class.tuple
        case is DictObject: object.type !== Class.dict
        case is SetObject: object.type !== Class.set
        default: false
        }
    }

    /// Values without identity of their own. False where the object is none.
    private mutating func writePlain(_ object: Object) throws -> Bool {
        switch object {
        case let text as StrObject where text.type === Class.str: tag(.text); string(text.value)
        case let data as BytesObject: tag(.bytes); block(data.bytes)
        case let dtype as DTypeObject: tag(.dtype); bytes.append(dtype.dtype.rawValue)
        case let device as DeviceObject: tag(.device); string(device.device.text)
        case let module as ModuleObject: tag(.module); string(module.name)
        case let cls as Class: tag(.cls); string(cls.module); string(cls.qualifiedName)
        default:
            guard object.type === Class.int else { return false }
            tag(.bigInt)
            string(try Value.object(object).str())
        }
        return true
    }

    private mutating func writeContents(_ object: Object) throws {
        switch object {
        case let list as ListObject: tag(.list); try sequence(list.elements)
        case let tuple as TupleObject: tag(.tuple); try sequence(tuple.elements)
        case let set as SetObject: tag(.set); try sequence(Value.object(set).elements())
        case let dict as DictObject: tag(.dict); try pairs(dict)
        case let tensor as TensorObject: try self.tensor(tensor.tensor)
        case let text as StrObject: tag(.text); string(text.value)
        default: throw Raised(.exception("TypeError"), "cannot pickle '\(object.type.name)' object")
        }
    }

    private mutating func pairs(_ dict: DictObject) throws {
        number(dict.table.count)
        var position = 0
        while let (key, value) = dict.table.next(&position) {
            try write(key)
            try write(value)
        }
    }

    private mutating func attributes(of object: Object) throws {
        let attributes = object.ownAttributes
        number(attributes.count)
        for (name, value) in attributes {
            string(name.text)
            try write(value)
        }
    }

    private mutating func sequence(_ elements: [Value]) throws {
        number(elements.count)
        for element in elements { try write(element) }
    }

    /// Type, gradient flag and layout of a tensor, and its memory unless that was written before.
    private mutating func tensor(_ tensor: Tensor) throws {
        tag(.tensor)
        bytes.append(tensor.dtype.rawValue)
        bytes.append(tensor.requiresGrad && tensor.isLeaf ? 1 : 0)
        number(tensor.rank)
        for size in tensor.shape { number(size) }
        for stride in tensor.strides { number(stride) }
        let storage = try tensor.storage()
        number(tensor.layout.offset)
        let known = storages.firstIndex { $0 === storage }
        number(known ?? storages.count)
        if known != nil { return }
        storages.append(storage)
        number(storage.byteCount)
        bytes.append(contentsOf: UnsafeRawBufferPointer(start: storage.bytes, count: storage.byteCount))
    }

    private mutating func tag(_ tag: ArchiveTag) { bytes.append(tag.rawValue) }
    private mutating func number(_ value: Int) { withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) } }
    private mutating func string(_ text: String) { block(Array(text.utf8)) }

    private mutating func block(_ data: [UInt8]) {
        number(data.count)
        bytes.append(contentsOf: data)
    }
}
