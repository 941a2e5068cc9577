// Hint: what to do about the exceptions that lessons meet most. One table; the first row that fits speaks.
import Runtime

/// Advice about one kind of exception.
struct Hint: Sendable {
    /// What an exception is judged by.
    struct Case {
        let type: String
        let message: String
        let operands: [Problem.Operand]
        let document: Document
        let interpreter: Interpreter
    }

    /// The advice; nil where this row has none.
    private let advice: @Sendable (Case) -> String?

    /// The advice about an exception.
    static func about(_ exception: Case) -> String? {
        for hint in all { if let advice = hint.advice(exception) { return advice } }
        return nil
    }

    private init(_ advice: @escaping @Sendable (Case) -> String?) { self.advice = advice }

    private static let all: [Hint] = [
        Hint { $0.message.contains("shapes cannot be multiplied") ? transpose($0) : nil },
        Hint { $0.message.contains("must match the size of tensor") ? "sizes are compared from the right: each pair must be equal, or one of them 1" : nil },
        Hint { $0.message.contains("same dtype") || $0.message.contains("expected scalar type") ? "bring both to one dtype: `.float()`, or `.to(other.dtype)`" : nil },
        Hint {
            $0.message.hasPrefix("element 0 of tensors does not require grad")
                ? "nothing that led here has requires_grad=True, or it was computed under torch.no_grad()" : nil
        },
        Hint { $0.message.hasPrefix("Trying to backward through the graph a second time") ? "compute the loss again before each backward()" : nil },
        Hint { $0.type == "NameError" ? missingName($0) : nil },
        Hint { $0.type == "ModuleNotFoundError" ? "cells import what litgrad brings; `litgrad reference` lists it" : nil },
        Hint { $0.type == "AttributeError" && $0.message.hasPrefix("module '") ? missingMember($0) : nil },
        Hint { $0.type == "FileNotFoundError" ? "cells read the files that the head declares: `data: [measurements.csv]`" : nil },
    ]

    /// `mat1 and mat2 shapes cannot be multiplied (32x3 and 128x3)`: whether turning one of them round helps.
    private static func transpose(_ exception: Case) -> String? {
        let numbers = exception.message.split { !$0.isNumber && $0 != "x" }.map { $0.split(separator: "x").compactMap { Int($0) } }.filter { $0.count == 2 }
        guard numbers.count >= 2 else { return nil }
        let (left, right) = (numbers[numbers.count - 2], numbers[numbers.count - 1])
        func name(_ sizes: [Int], _ other: String) -> String {
            exception.operands.last { $0.text.contains("[\(sizes[0]), \(sizes[1])]") }.map { "`\($0.name).T`" } ?? other
        }
        if left[1] == right[1] { return "the second is stored the other way round: write \(name(right, "its `.T`"))" }
        if left[0] == right[0] { return "the first is stored the other way round: write \(name(left, "its `.T`"))" }
        return "the last size of the first, \(left[1]), must equal the first size of the second, \(right[0])"
    }

    private static func missingName(_ exception: Case) -> String? {
        let parts = exception.message.split(separator: "'")
        guard parts.count >= 2 else { return nil }
        let name = String(parts[1])
        if let near = suggestion(for: name, among: exception.interpreter.globalNames.filter { !$0.hasPrefix("_") }) { return "did you mean `\(near)`?" }
        let modules = ["np": "import numpy as np", "plt": "import matplotlib.pyplot as plt", "nn": "from torch import nn", "F": "import torch.nn.functional as F"]
        if let line = modules[name] ?? (exception.interpreter.knows(module: name) ? "import \(name)" : nil) { return "write `\(line)` first" }
        return nil
    }

    private static func missingMember(_ exception: Case) -> String? {
        let parts = exception.message.split(separator: "'")
        guard parts.count >= 4 else { return nil }
        let module = String(parts[1])
        let names = (try? exception.interpreter.importModule(module))?.as(ModuleObject.self)?.attributeNames.map(\.text) ?? []
        let near = suggestion(for: String(parts[3]), among: names).map { "did you mean `\(module).\($0)`? " } ?? ""
        return near + "`litgrad reference \(module)` lists what there is"
    }
}
