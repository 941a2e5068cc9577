// SmallNumbers: arithmetic of the loop on two ints or two floats. Everything else is left to Operations.swift.
import Syntax

/// Each function stores `a op b` and says so, or leaves everything as it is: operands of other kinds, results beyond Int.
extension Numbers {
    /// `a + b`
    @inline(__always)
    static func add(_ a: Slot, _ b: Slot, into target: Slot) -> Bool {
        if a.tag == Tag.int && b.tag == Tag.int {
            let (sum, overflow) = a.rawInt.addingReportingOverflow(b.rawInt)
            if !overflow { target.setInt(sum) }
            return !overflow
        }
        guard a.tag == Tag.float && b.tag == Tag.float else { return false }
        target.setFloat(a.rawDouble + b.rawDouble)
        return true
    }

    /// `a - b`
    @inline(__always)
    static func subtract(_ a: Slot, _ b: Slot, into target: Slot) -> Bool {
        if a.tag == Tag.int && b.tag == Tag.int {
            let (difference, overflow) = a.rawInt.subtractingReportingOverflow(b.rawInt)
            if !overflow { target.setInt(difference) }
            return !overflow
        }
        guard a.tag == Tag.float && b.tag == Tag.float else { return false }
        target.setFloat(a.rawDouble - b.rawDouble)
        return true
    }

    /// `a * b`
    @inline(__always)
    static func multiply(_ a: Slot, _ b: Slot, into target: Slot) -> Bool {
        if a.tag == Tag.float && b.tag == Tag.float {
            target.setFloat(a.rawDouble * b.rawDouble)
            return true
        }
        guard a.tag == Tag.int && b.tag == Tag.int else { return false }
        let (product, overflow) = a.rawInt.multipliedReportingOverflow(by: b.rawInt)
        if !overflow { target.setInt(product) }
        return !overflow
    }

    /// `a / b` of floats with a divisor that is not 0.
    @inline(__always)
    static func divide(_ a: Slot, _ b: Slot, into target: Slot) -> Bool {
        guard a.tag == Tag.float && b.tag == Tag.float && b.rawDouble != 0 else { return false }
        target.setFloat(a.rawDouble / b.rawDouble)
        return true
    }

    /// `a // b` or `a % b` of ints with a positive divisor.
    @inline(__always)
    static func divideInteger(_ a: Slot, _ b: Slot, modulo: Bool, into target: Slot) -> Bool {
        guard a.tag == Tag.int && b.tag == Tag.int && b.rawInt > 0 else { return false }
        target.setInt(modulo ? floorModulo(a.rawInt, b.rawInt) : floorDivide(a.rawInt, b.rawInt))
        return true
    }

    /// `a += b`, `a -= b`, `a *= b`
    @inline(__always)
    static func inPlace(_ i: Instruction, _ a: Slot, _ b: Slot, into target: Slot) -> Bool {
        switch i.x {
        case BinaryOperator.add.rawValue: add(a, b, into: target)
        case BinaryOperator.subtract.rawValue: subtract(a, b, into: target)
        case BinaryOperator.multiply.rawValue: multiply(a, b, into: target)
        default: false
        }
    }
}
