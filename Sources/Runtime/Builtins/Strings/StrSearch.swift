// Methods of str that look for text: find, count, startswith, replace and the like.

enum StrSearch {
    static var rows: [Row] { searching + testing + replacing }

    private static var searching: [Row] {
        [
            def("find(self, sub, start=None, end=None, /)", "The first position of a part, or -1.", example: "'banana'.find('an', 2)") {
                (me: StrObject, part: String, start: Value, end: Value) in
                try find(me, part, start, end, last: false) ?? -1
            },
            def("rfind(self, sub, start=None, end=None, /)", "The last position of a part, or -1.", example: "'banana'.rfind('an')") {
                (me: StrObject, part: String, start: Value, end: Value) in
                try find(me, part, start, end, last: true) ?? -1
            },
            def("index(self, sub, start=None, end=None, /)", "The first position of a part; ValueError if there is none.", example: "'abc'.index('c')") {
                (me: StrObject, part: String, start: Value, end: Value) in
                guard let position = try find(me, part, start, end, last: false) else { throw Raised.valueError("substring not found") }
                return position
            },
            def("rindex(self, sub, start=None, end=None, /)", "The last position of a part; ValueError if there is none.") {
                (me: StrObject, part: String, start: Value, end: Value) in
                guard let position = try find(me, part, start, end, last: true) else { throw Raised.valueError("substring not found") }
                return position
            },
            def("count(self, sub, start=None, end=None, /)", "How often a part occurs without overlaps.", example: "'banana'.count('a')") {
                (me: StrObject, part: String, start: Value, end: Value) in
                guard let range = try byteRange(me, start, end) else { return 0 }
                let whole = Array(me.value.utf8)[range]
                if part.isEmpty { return String(decoding: whole, as: UTF8.self).unicodeScalars.count + 1 }
                return try count(Array(part.utf8), in: Array(whole))
            },
        ]
    }

    private static var testing: [Row] {
        [
            def("startswith(self, prefix, start=None, end=None, /)", "Whether the text begins with a prefix, or with one of a tuple of them.",
                example: "'tensor'.startswith(('ten', 'x'))") { (me: StrObject, prefix: Value, start: Value, end: Value) in
                try matches(me, prefix, start, end, "startswith") { whole, part in whole.starts(with: part) }
            },
            def("endswith(self, suffix, start=None, end=None, /)", "Whether the text ends with a suffix, or with one of a tuple of them.",
                example: "'a.py'.endswith('.py')") { (me: StrObject, suffix: Value, start: Value, end: Value) in
                try matches(me, suffix, start, end, "endswith") { whole, part in whole.suffix(part.count).elementsEqual(part) }
            },
        ]
    }

    private static var replacing: [Row] {
        [
            def("replace(self, old, new, count=-1, /)", "The text with a part replaced, at most `count` times.", example: "'banana'.replace('a', 'o', 2)") {
                (me: StrObject, old: String, new: String, limit: Int) in
                try replace(me.value, old, new, limit)
            },
            def("removeprefix(self, prefix, /)", "The text without a prefix it may have.", example: "'test_x'.removeprefix('test_')") {
                (me: StrObject, prefix: String) in
                me.value.utf8.starts(with: prefix.utf8) ? String(decoding: me.value.utf8.dropFirst(prefix.utf8.count), as: UTF8.self) : me.value
            },
            def("removesuffix(self, suffix, /)", "The text without a suffix it may have.", example: "'a.py'.removesuffix('.py')") {
                (me: StrObject, suffix: String) in
                let ends = !suffix.isEmpty && me.value.utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
                return ends ? String(decoding: me.value.utf8.dropLast(suffix.utf8.count), as: UTF8.self) : me.value
            },
        ]
    }

    /// The byte range of `[start:end]`; nil where it ends before it begins or begins beyond the end: not even an empty text is in it.
    private static func byteRange(_ text: StrObject, _ start: Value, _ end: Value) throws -> Range<Int>? {
        if start.isNone, end.isNone { return 0..<text.utf8Count }
        let count = text.count
        let (first, _, length) = try SliceObject(start, end).indices(length: count)
        if !start.isNone, let given = try start.clippedIndex(), given > count { return nil }
        if let stop = try end.clippedIndex(), first > (stop < 0 ? max(0, stop + count) : stop) { return nil }
        return text.byte(ofPosition: first)..<text.byte(ofPosition: first + length)
    }

    private static func find(_ text: StrObject, _ part: String, _ start: Value, _ end: Value, last: Bool) throws -> Int? {
        guard let range = try byteRange(text, start, end) else { return nil }
        let whole = Array(text.value.utf8)
        let wanted = Array(part.utf8)
        let found = last ? ByteSearch.last(wanted, in: whole, from: range.lowerBound, end: range.upperBound)
            : ByteSearch.first(wanted, in: whole, from: range.lowerBound)
        guard let found, found + wanted.count <= range.upperBound else { return nil }
        return text.position(ofByte: found)
    }

    /// How often a part occurs without overlap.
    static func count(_ part: [UInt8], in whole: [UInt8]) throws -> Int {
        var count = 0
        var from = 0
        while let found = ByteSearch.first(part, in: whole, from: from) {
            count += 1
            try Interpreter.pace(found + part.count - from)
            from = found + part.count
        }
        return count
    }

    private static func matches(_ text: StrObject, _ affix: Value, _ start: Value, _ end: Value, _ name: String,
                                _ test: (ArraySlice<UInt8>, [UInt8]) -> Bool) throws -> Bool {
        let candidates: [Value]
        if affix.text != nil { candidates = [affix] } else if let tuple = affix.as(TupleObject.self) { candidates = tuple.elements } else {
            throw Raised.typeError("\(name) first arg must be str or a tuple of str, not \(affix.type.name)")
        }
        guard let range = try byteRange(text, start, end) else { return false }
        let whole = Array(text.value.utf8)[range]
        for candidate in candidates {
            guard let part = candidate.text else {
                throw Raised.typeError("tuple for \(name) must only contain str, not \(candidate.type.name)")
            }
            if test(whole, Array(part.utf8)) { return true }
        }
        return false
    }

    /// `text.replace(old, new, limit)`; a negative limit means all.
    static func replace(_ text: String, _ old: String, _ new: String, _ limit: Int) throws -> String {
        if limit == 0 { return text }
        var limit = limit < 0 ? Int.max : limit
        var result: [UInt8] = []
        let replacement = Array(new.utf8)
        if old.isEmpty {
            try Sequences.requireRoom(for: min(limit, text.utf8.count + 1), of: replacement.count)
            for scalar in text.unicodeScalars {
                try Interpreter.pace()
                if limit > 0 { result += replacement }
                limit -= 1
                result += Array(String(scalar).utf8)
            }
            if limit > 0 { result += replacement }
            return String(decoding: result, as: UTF8.self)
        }
        let whole = Array(text.utf8), part = Array(old.utf8)
        var from = 0
        while limit > 0, let found = ByteSearch.first(part, in: whole, from: from) {
            result += whole[from..<found]
            result += replacement
            try Sequences.requireRoom(for: result.count)
            try Interpreter.pace(found + part.count - from)
            from = found + part.count
            limit -= 1
        }
        result += whole[from...]
        return String(decoding: result, as: UTF8.self)
    }
}
