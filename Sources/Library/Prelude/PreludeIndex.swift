// PreludeIndex: which file of the prelude defines which name in which module, read from the texts themselves.
import CPrelude
import Glibc

/// One file of the prelude. Its first line says where its names belong:
///
///     # torch.nn.modules.linear (torch.nn): Linear, Bilinear and Identity.
struct PreludeFile: Sendable {
    /// The key under which the file is registered; no import statement can spell it.
    let key: String
    /// The module the file belongs to, then those that offer its names, too.
    let homes: [String]
    /// Where the text lies in `prelude_texts`.
    let range: Range<Int>

    /// The text of the file.
    var text: String {
        PreludeIndex.withBytes { String(decoding: UnsafeRawBufferPointer(rebasing: $0[range]), as: UTF8.self) }
    }
}

/// The tables of the prelude. The first lines are read when a session begins, the rest when a module is first used.
enum PreludeIndex {
    /// All files.
    static let files: [PreludeFile] = withBytes { bytes in
        var files: [PreludeFile] = []
        var start = 0
        while start < bytes.count {
            guard let end = position(of: 0, in: bytes, from: start) else { break }
            let line = start..<(position(of: UInt8(ascii: "\n"), in: bytes, from: start) ?? end)
            let homes = homes(in: UnsafeRawBufferPointer(rebasing: bytes[line]))
            files.append(PreludeFile(key: "\(homes[0]):\(files.count)", homes: homes, range: start..<end))
            start = end + 1
        }
        return files
    }

    /// The dotted names of all modules that hold files, and of the packages above them.
    static let modules: Set<String> = {
        var names: Set<String> = []
        for file in files {
            for home in file.homes {
                var name = home[...]
                while !name.isEmpty {
                    names.insert(String(name))
                    name = name.utf8.lastIndex(of: UInt8(ascii: ".")).map { name[..<$0] } ?? ""
                }
            }
        }
        return names
    }()

    /// The files of each module by the names they define.
    nonisolated(unsafe) private static var tables: [String: [String: PreludeFile]] = [:]

    /// The file that defines a name in a module.
    static func file(defining name: String, in module: String) -> PreludeFile? {
        table(of: module)[name]
    }

    /// All names the prelude defines in a module, sorted.
    static func names(in module: String) -> [String] {
        table(of: module).keys.sorted()
    }

    /// The last parts of the names of the modules directly below a module.
    static func submodules(of module: String) -> [String] {
        let prefix = module + "."
        return modules.filter { $0.hasPrefix(prefix) }.map { $0.dropFirst(prefix.count) }
            .filter { !$0.utf8.contains(UInt8(ascii: ".")) }.map(String.init).sorted()
    }

    private static func table(of module: String) -> [String: PreludeFile] {
        if let table = tables[module] { return table }
        var table: [String: PreludeFile] = [:]
        for file in files where file.homes.contains(module) {
            for name in definedNames(in: file) where table[name] == nil { table[name] = file }
        }
        tables[module] = table
        return table
    }

    /// Hands over all texts, one after the other, each ended by a zero byte.
    static func withBytes<T>(_ body: (UnsafeRawBufferPointer) throws -> T) rethrows -> T {
        try body(UnsafeRawBufferPointer(start: prelude_texts(), count: prelude_length()))
    }

    /// The modules named in a first line: `# home (also, also): …`
    private static func homes(in header: UnsafeRawBufferPointer) -> [String] {
        let names = header.dropFirst(2).prefix { $0 != UInt8(ascii: ":") }
        let parts = names.split { !isIdentifier($0) && $0 != UInt8(ascii: ".") }
        precondition(!parts.isEmpty, "a file of the prelude must say where it belongs: \(String(decoding: header, as: UTF8.self))")
        return parts.map { String(decoding: $0, as: UTF8.self) }
    }

    /// The names that lines without indentation define by `class`, `def` or an assignment.
    private static func definedNames(in file: PreludeFile) -> [String] {
        withBytes { bytes in
            var names: [String] = []
            var start = file.range.lowerBound
            while start < file.range.upperBound {
                let end = position(of: UInt8(ascii: "\n"), in: bytes, from: start) ?? file.range.upperBound
                if let name = definedName(in: UnsafeRawBufferPointer(rebasing: bytes[start..<min(end, file.range.upperBound)])) {
                    names.append(name)
                }
                start = end + 1
            }
            return names
        }
    }

    private static func definedName(in line: UnsafeRawBufferPointer) -> String? {
        guard let first = line.first, isIdentifier(first) else { return nil }
        var rest = line[...]
        for keyword in ["class ", "def "] where rest.starts(with: keyword.utf8) {
            rest = rest.dropFirst(keyword.utf8.count)
            return String(decoding: rest.prefix(while: isIdentifier), as: UTF8.self)
        }
        let name = rest.prefix(while: isIdentifier)
        return rest.dropFirst(name.count).starts(with: " = ".utf8) ? String(decoding: name, as: UTF8.self) : nil
    }

    private static func isIdentifier(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
             UInt8(ascii: "_"): true
        default: false
        }
    }

    private static func position(of byte: UInt8, in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        guard start < bytes.count, let base = bytes.baseAddress, let found = memchr(base + start, Int32(byte), bytes.count - start) else {
            return nil
        }
        return UnsafeRawPointer(found) - base
    }
}
