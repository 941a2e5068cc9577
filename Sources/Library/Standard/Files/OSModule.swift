// The modules `os` and `os.path`, over the files of the session only.
import Runtime

enum OSModule {
    static let module: @Sendable () -> Module = {
        Module("os", doc: "The session's files; no access to the machine.", rows: files + system, constants: constants, submodules: ["path"])
    }

    static let pathModule: @Sendable () -> Module = {
        Module("os.path", doc: "Paths as text.", rows: paths, constants: [("sep", "/"), ("pardir", ".."), ("curdir", ".")])
    }

    private static var constants: [(name: String, value: Value)] {
        [("sep", "/"), ("linesep", "\n"), ("name", "posix"), ("pardir", ".."), ("curdir", "."), ("pathsep", ":"), ("devnull", "/dev/null"),
         ("environ", .object(DictObject())), ("error", .object(Class.exception("OSError"))), ("F_OK", 0), ("R_OK", 4), ("W_OK", 2), ("X_OK", 1)]
    }

    private static func path(_ value: Value) throws -> String { try FileObject.text(ofPath: value) }
    private static var session: SessionFiles { .current }

    private static var files: [Row] {
        [
            def("listdir(path='.')", "The names in a directory.") { (directory: Value) in
                guard session.isDirectory(try path(directory)) else {
                    throw FileObject.osError("FileNotFoundError", 2, "No such file or directory", try path(directory))
                }
                return session.list(try path(directory))
            },
            def("mkdir(path, mode=511)", "Makes a directory.") { (directory: Value, _: Value) throws -> Void in
                let text = try path(directory)
                if session.isDirectory(text) { throw FileObject.osError("FileExistsError", 17, "File exists", text) }
                session.makeDirectory(text)
            },
            def("makedirs(name, mode=511, exist_ok=False)", "Makes a directory and those above it.") { (directory: Value, _: Value, mayExist: Bool) throws -> Void in
                let text = try path(directory)
                if session.isDirectory(text), !mayExist { throw FileObject.osError("FileExistsError", 17, "File exists", text) }
                session.makeDirectory(text)
            },
            def("remove(path)", "Removes a file.") { (file: Value) throws -> Void in
                guard session.remove(try path(file)) else { throw FileObject.osError("FileNotFoundError", 2, "No such file or directory", try path(file)) }
            },
            def("unlink(path)", "Removes a file.") { (file: Value) throws -> Void in
                guard session.remove(try path(file)) else { throw FileObject.osError("FileNotFoundError", 2, "No such file or directory", try path(file)) }
            },
            def("rmdir(path)", "Removes a directory.") { (directory: Value) throws -> Void in session.removeDirectory(try path(directory)) },
            def("rename(src, dst)", "Renames a file.") { (source: Value, target: Value) throws -> Void in
                guard let bytes = session.contents(try path(source)), session.remove(try path(source)) else {
                    throw FileObject.osError("FileNotFoundError", 2, "No such file or directory", try path(source))
                }
                session.write(try path(target), bytes)
            },
            def("fspath(path)", "The text of a path.") { (value: Value) in try path(value) },
            def("walk(top)", "Directories with their directories and files.") { (top: Value) in
                var found: [Value] = []
                try walk(try path(top), &found)
                return Value.object(try Value.list(found).iterator())
            },
        ]
    }

    private static func walk(_ top: String, _ found: inout [Value]) throws {
        guard session.isDirectory(top) else { return }
        let names = session.list(top)
        let directories = names.filter { session.isDirectory(top + "/" + $0) && !session.isFile(top + "/" + $0) }
        let plain = names.filter { session.isFile(top + "/" + $0) }
        found.append(.tuple([.string(top), .list(directories.map { .string($0) }), .list(plain.map { .string($0) })]))
        for directory in directories { try walk(top + "/" + directory, &found) }
    }

    private static var system: [Row] {
        [
            def("getcwd()", "The working directory.") { () in SessionFiles.workingDirectory },
            def("getenv(key, default=None)", "The default: programs see no environment.") { (key: Value, other: Value) in other },
            def("cpu_count()", "The number of processors programs should count on.") { () in 1 },
            def("getpid()", "1") { () in 1 },
            def("urandom(size)", "Random bytes.") { (count: Int) in
                Value.object(BytesObject((0..<min(max(count, 0), 1 << 20)).map { _ in UInt8.random(in: 0...255) }))
            },
            def(raw: "system(command)", "Not available.") { _ in throw Raised(.exception("PermissionError"), "processes cannot be started from a notebook") },
        ]
    }

    // MARK: os.path

    private static var paths: [Row] {
        [
            def("join(a, *p)", "Parts joined by slashes.", example: "os.path.join('a', 'b.txt')") { (first: Value, rest: TupleObject) in
                try rest.elements.reduce(try path(first)) { joined, part in join(joined, try path(part)) }
            },
            def("exists(path)", "Whether a file or directory exists.") { (value: Value) in
                let text = try path(value)
                return session.isFile(text) || session.isDirectory(text)
            },
            def("isfile(path)", "Whether it is a file.") { (value: Value) in session.isFile(try path(value)) },
            def("isdir(s)", "Whether it is a directory.") { (value: Value) in
                let text = try path(value)
                return session.isDirectory(text) && !session.isFile(text)
            },
            def("getsize(filename)", "The number of bytes.") { (value: Value) in
                guard let bytes = session.contents(try path(value)) else { throw FileObject.osError("FileNotFoundError", 2, "No such file or directory", try path(value)) }
                return bytes.count
            },
            def("basename(p)", "The last part.", example: "os.path.basename('a/b.txt')") { (value: Value) in split(try path(value)).1 },
            def("dirname(p)", "All but the last part.", example: "os.path.dirname('a/b.txt')") { (value: Value) in split(try path(value)).0 },
            def("split(p)", "Both.") { (value: Value) in
                let (head, tail) = split(try path(value))
                return Value.tuple([.string(head), .string(tail)])
            },
            def("splitext(p)", "The path without its extension, and the extension.", example: "os.path.splitext('a.tar.gz')") { (value: Value) in
                let text = try path(value)
                let (_, tail) = split(text)
                let stem = tail.drop { $0 == "." }
                guard let dot = stem.lastIndex(of: ".") else { return Value.tuple([.string(text), ""]) }
                let ending = String(stem[dot...])
                return .tuple([.string(String(text.dropLast(ending.count))), .string(ending)])
            },
            def("abspath(path)", "The path from the root.") { (value: Value) in SessionFiles.absolute(try path(value)) },
            def("normpath(path)", "The path without detours.", example: "os.path.normpath('a/../b')") { (value: Value) in normalised(try path(value)) },
            def("relpath(path, start='.')", "The way from a directory to a path.", example: "os.path.relpath('/a/b', '/a')") { (value: Value, start: Value) in
                let text = try path(value)
                if text.isEmpty { throw Raised.valueError("no path specified") }
                let target = pieces(SessionFiles.absolute(text)), origin = pieces(SessionFiles.absolute(try path(start)))
                let shared = zip(target, origin).prefix { $0 == $1 }.count
                let way = Array(repeating: "..", count: origin.count - shared) + target[shared...]
                return way.isEmpty ? "." : way.joined(separator: "/")
            },
            def("commonpath(paths)", "The directory that all paths share.", example: "os.path.commonpath(['/a/b', '/a/c'])") { (paths: Value) in
                let texts = try paths.elements().map { try path($0) }
                guard let first = texts.first else { throw Raised.valueError("commonpath() arg is an empty sequence") }
                let isAbsolute = first.hasPrefix("/")
                guard texts.allSatisfy({ $0.hasPrefix("/") == isAbsolute }) else { throw Raised.valueError("Can't mix absolute and relative paths") }
                let all = texts.map { pieces($0).filter { $0 != "." } }
                let shared = all[0].indices.first { index in !all.allSatisfy { $0.count > index && $0[index] == all[0][index] } } ?? all[0].count
                return (isAbsolute ? "/" : "") + all[0][..<shared].joined(separator: "/")
            },
            def("splitdrive(p)", "No drive, and the path.") { (value: Value) in Value.tuple(["", .string(try path(value))]) },
            def("normcase(s)", "The path.") { (value: Value) in try path(value) },
            def("islink(path)", "False: the session has no links.") { (_: Value) in false },
            def("commonprefix(m)", "The longest beginning that all texts share.") { (paths: Value) in
                let texts = try paths.elements().map { Array(try path($0).unicodeScalars) }
                guard let first = texts.first else { return "" }
                let count = first.indices.first { index in !texts.allSatisfy { $0.count > index && $0[index] == first[index] } } ?? first.count
                return String(String.UnicodeScalarView(first[..<count]))
            },
            def("isabs(s)", "Whether the path begins at the root.") { (value: Value) in try path(value).utf8.first == UInt8(ascii: "/") },
            def("expanduser(path)", "The path.") { (value: Value) in try path(value) },
            def("realpath(path)", "The path from the root.") { (value: Value) in SessionFiles.absolute(try path(value)) },
        ]
    }

    private static func join(_ a: String, _ b: String) -> String {
        if b.utf8.first == UInt8(ascii: "/") { return b }
        return a.isEmpty || a.utf8.last == UInt8(ascii: "/") ? a + b : a + "/" + b
    }

    private static func pieces(_ path: String) -> [String] { path.split(separator: "/").map(String.init) }

    /// The path without `.`, without what a `..` behind it takes back, without doubled slashes.
    private static func normalised(_ path: String) -> String {
        let isAbsolute = path.hasPrefix("/")
        var kept: [String] = []
        for piece in pieces(path) where piece != "." {
            if piece == "..", let last = kept.last, last != ".." { kept.removeLast() } else if piece != ".." || !isAbsolute { kept.append(piece) }
        }
        let text = (isAbsolute ? "/" : "") + kept.joined(separator: "/")
        return text.isEmpty ? "." : text
    }

    private static func split(_ path: String) -> (String, String) {
        guard let slash = path.lastIndex(of: "/") else { return ("", path) }
        let tail = String(path[path.index(after: slash)...])
        var head = String(path[...slash])
        while head.count > 1, head.hasSuffix("/") { head.removeLast() }
        return (head, tail)
    }
}
