// Defines torch.finfo and torch.iinfo: the limits of the element types.
import Runtime
import Tensors
import Glibc

/// The limits of an element type.
final class NumberInfo: Object, @unchecked Sendable {
    let dtype: DType

    private init(_ dtype: DType, _ type: Class) {
        self.dtype = dtype
        super.init(type: type)
    }

    /// Limits of floating types.
    struct Floating {
        let eps: Double
        let max: Double
        let tiny: Double
        let resolution: Double

        init(_ dtype: DType) {
            switch dtype {
            case .float64: self.init(eps: Double.ulpOfOne, max: .greatestFiniteMagnitude, tiny: .leastNormalMagnitude, resolution: 1e-15)
            case .float16: self.init(eps: 0x1p-10, max: 65504, tiny: 0x1p-14, resolution: 1e-3)
            case .bfloat16: self.init(eps: 0x1p-7, max: 0x1.fep127, tiny: 0x1p-126, resolution: 1e-2)
            case .float32, .int64, .int32, .int16, .int8, .uint8, .bool, .uint16, .uint32, .uint64:
                self.init(eps: Double(Float.ulpOfOne), max: Double(Float.greatestFiniteMagnitude), tiny: Double(Float.leastNormalMagnitude), resolution: 1e-6)
            }
        }

        private init(eps: Double, max: Double, tiny: Double, resolution: Double) {
            self.eps = eps
            self.max = max
            self.tiny = tiny
            self.resolution = resolution
        }
    }

    var floating: Floating { Floating(dtype) }
    var integers: ClosedRange<Int> { dtype.integerRange ?? 0...1 }

    override func repr() -> String {
        guard dtype.isFloatingPoint else {
            return "iinfo(min=\(short(Double(integers.lowerBound))), max=\(short(Double(integers.upperBound))), dtype=\(dtype.name))"
        }
        let f = floating
        return "finfo(resolution=\(short(f.resolution)), min=\(short(-f.max)), max=\(short(f.max)), eps=\(short(f.eps)), "
            + "smallest_normal=\(short(f.tiny)), tiny=\(short(f.tiny)), dtype=\(dtype.name))"
    }

    private func short(_ value: Double) -> String { DecimalText.general(value, digits: 6) }

    private static func argument(_ arguments: Arguments) -> Value {
        arguments.count > 0 ? arguments[0] : arguments.keyword("type") ?? arguments.keyword("dtype") ?? .unset
    }

    /// `torch.finfo`
    static let finfo = Class(native: "finfo", module: "torch", doc: "The limits of a floating type.", extensible: false, rows: {
        [
            property("eps", "The distance from 1 to the next number.", example: "torch.finfo(torch.float32).eps") { (x: NumberInfo) in x.floating.eps },
            property("max", "The largest number.", example: "torch.finfo(torch.float32).max") { (x: NumberInfo) in x.floating.max },
            property("min", "The most negative number.", example: "torch.finfo(torch.float32).min") { (x: NumberInfo) in -x.floating.max },
            property("tiny", "The smallest positive normal number.", example: "torch.finfo(torch.float32).tiny") { (x: NumberInfo) in x.floating.tiny },
            property("smallest_normal", "The smallest positive normal number.", example: "torch.finfo(torch.float32).smallest_normal") { (x: NumberInfo) in x.floating.tiny },
            property("resolution", "The decimal resolution.", example: "torch.finfo(torch.float32).resolution") { (x: NumberInfo) in x.floating.resolution },
            property("bits", "Bits of one element.", example: "torch.finfo(torch.float32).bits") { (x: NumberInfo) in x.dtype.itemSize * 8 },
            property("dtype", "The name of the type.", example: "torch.finfo(torch.float32).dtype") { (x: NumberInfo) in x.dtype.name },
        ]
    }, constructor: { cls, arguments in
        let given = argument(arguments)
        guard let dtype = given.isUnset ? Engine.current.defaultDType : DType.from(given) else {
            throw Raised.typeError("finfo(): argument 'type' (position 1) must be torch.dtype, not \(given.type.name)")
        }
        guard dtype.isFloatingPoint else {
            throw Raised.typeError("torch.finfo() requires a floating point input type. Use torch.iinfo to handle 'torch.finfo'")
        }
        return .object(NumberInfo(dtype, cls))
    })

    /// `torch.iinfo`
    static let iinfo = Class(native: "iinfo", module: "torch", doc: "The limits of an integer type.", extensible: false, rows: {
        [
            property("max", "The largest number.", example: "torch.iinfo(torch.int8).max") { (x: NumberInfo) in x.integers.upperBound },
            property("min", "The smallest number.", example: "torch.iinfo(torch.int8).min") { (x: NumberInfo) in x.integers.lowerBound },
            property("bits", "Bits of one element.", example: "torch.iinfo(torch.int8).bits") { (x: NumberInfo) in x.dtype.itemSize * 8 },
            property("dtype", "The name of the type.", example: "torch.iinfo(torch.int8).dtype") { (x: NumberInfo) in x.dtype.name },
        ]
    }, constructor: { cls, arguments in
        let given = argument(arguments)
        guard let dtype = DType.from(given) else {
            throw Raised.typeError("iinfo(): argument 'type' (position 1) must be torch.dtype, not \(given.type.name)")
        }
        guard dtype.category == .integral else {
            throw Raised.typeError("torch.iinfo() requires an integer input type. Use torch.finfo to handle '\(dtype.name)'")
        }
        return .object(NumberInfo(dtype, cls))
    })
}

extension NumberInfo: FromValue { static var expectedType: String { "finfo" } }
