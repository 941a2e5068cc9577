// TemplateValues: what a template is given, as values by name. Templates that look into structures by themselves go through all of
// a structure's members for each word.

/// Turns views into values by name.
enum TemplateValues {
    /// A view as a dictionary, with the views inside it; texts, numbers and truths as they are; nil for nothing.
    static func of(_ value: Any) -> Any? {
        // A cast takes the value out of an optional, too.
        if let text = value as? String { return text }
        if let truth = value as? Bool { return truth }
        if let number = value as? Int { return number }
        if let words = value as? [String: String] { return words }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.flatMap { of($0.value) }
        case .collection: return mirror.children.compactMap { of($0.value) }
        default:
            var members: [String: Any] = [:]
            for child in mirror.children { if let name = child.label { members[name] = of(child.value) } }
            return members
        }
    }
}
