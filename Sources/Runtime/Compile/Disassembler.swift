// Disassembler: code as text, read from the operand table of `Opcode`.

extension Code {
    /// One line per instruction: index, source line, opcode, operands. Nested code follows.
    package var disassembly: String {
        var lines = ["\(qualifiedName): \(registerCount) registers, \(localCount) locals"]
        var isTarget = false
        for index in 0..<instructionCount {
            let instruction = instructions[index]
            let operands = isTarget ? ["→\(instruction.target)"] : instruction.opcode.operands.map { text($0, instruction) }
            let number = String(index)
            let indent = String(repeating: " ", count: max(0, 4 - number.utf8.count))
            lines.append("\(indent)\(number)  \(isTarget ? "  …" : "\(instruction.opcode)") \(operands.joined(separator: ", "))")
            isTarget = instruction.opcode.hasTargetWord
        }
        for handler in handlers { lines.append("  \(handler.start)..<\(handler.end) caught at \(handler.target) in r\(handler.register)") }
        return lines.joined(separator: "\n") + children.map { "\n" + $0.disassembly }.joined()
    }

    private func text(_ operand: Opcode.Operand, _ i: Instruction) -> String {
        switch operand {
        case .a: "r\(i.a)"
        case .b: "r\(i.b)"
        case .c: "r\(i.c)"
        case .valueA: value(i.a)
        case .valueB: value(i.b)
        case .valueC: value(i.c)
        case .constant: shown(constants[Int(i.b)])
        case .site: ".\(sites[Int(i.c)].name.text)"
        case .global: globals.name(ofSlot: Int(i.b)).text
        case .nameB: names[Int(i.b)].text
        case .nameC: names[Int(i.c)].text
        case .freeA: freeNames[Int(i.a)].text
        case .freeB: freeNames[Int(i.b)].text
        case .target: "→\(i.target)"
        case .code: children[Int(i.b)].name
        case .countB: "#\(i.b)"
        case .countC: "#\(i.c)"
        case .number: "x\(i.x)"
        }
    }

    private func value(_ operand: UInt16) -> String {
        operand & Instruction.constantBit == 0 ? "r\(operand)" : shown(constants[Int(operand & ~Instruction.constantBit)])
    }

    private func shown(_ value: Value) -> String { (try? value.repr()) ?? "?" }
}
