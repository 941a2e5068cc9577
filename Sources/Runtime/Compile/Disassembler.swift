// Disassembler: code as text, read from the operand table of `Opcode`.

extension Code {
    /// One line per instruction: index, line and column of the source, opcode, operands. Nested code follows.
    package var disassembly: String {
        var lines = ["\(qualifiedName): \(registerCount) registers, \(localCount) locals"]
        var isTarget = false
        for index in 0..<instructionCount {
            let instruction = instructions[index]
            let operands = isTarget
                ? [arrow(instruction, index)] : instruction.opcode.operands.map { text($0, instruction, index) }
            let place = "\(positions[index].line):\(positions[index].column)"
            let opcode = isTarget ? "  …" : "\(instruction.opcode)"
            lines.append("\(Self.right("\(index)", 5))  \(Self.left(place, 8)) \(Self.left(opcode, 18)) \(operands.joined(separator: ", "))")
            isTarget = instruction.opcode.hasTargetWord
        }
        for handler in handlers { lines.append("       \(handler.start)..<\(handler.end) caught at \(handler.target) in \(register(handler.register))") }
        return lines.joined(separator: "\n") + "\n" + children.map { "\n" + $0.disassembly }.joined()
    }

    private static func left(_ text: String, _ width: Int) -> String { text + String(repeating: " ", count: max(0, width - text.count)) }
    private static func right(_ text: String, _ width: Int) -> String { String(repeating: " ", count: max(0, width - text.count)) + text }

    private func arrow(_ i: Instruction, _ index: Int) -> String { "→\(index + 1 + i.target)" }

    /// `r0:n` for a variable, `r7` for a temporary.
    private func register(_ number: Int) -> String {
        number < localNames.count ? "r\(number):\(localNames[number].text)" : "r\(number)"
    }

    private func text(_ operand: Opcode.Operand, _ i: Instruction, _ index: Int) -> String {
        switch operand {
        case .a: register(Int(i.a))
        case .b: register(Int(i.b))
        case .c: register(Int(i.c))
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
        case .target: arrow(i, index)
        case .code: children[Int(i.b)].name
        case .countB: "#\(i.b)"
        case .countC: "#\(i.c)"
        case .number: "x\(i.x)"
        }
    }

    private func value(_ operand: UInt16) -> String {
        operand & Instruction.constantBit == 0 ? register(Int(operand)) : shown(constants[Int(operand & ~Instruction.constantBit)])
    }

    private func shown(_ value: Value) -> String { (try? value.repr()) ?? "?" }
}
