// SessionFiles: the files a program sees: those it wrote itself, in memory, and the data the notebook declares.

/// The files of the session. Nothing else of the machine is visible.
public final class SessionFiles: @unchecked Sendable {
    /// The files of the running session; used on the interpreter's thread only.
    public nonisolated(unsafe) static var current = SessionFiles()

    /// Written files by absolute path.
    private var written: [String: [UInt8]] = [:]
    private var directories: Set<String> = ["/"]
    /// How to read the declared data files, by absolute path.
    private var data: [String: () -> [UInt8]] = [:]
    /// What relative paths start from.
    public static let workingDirectory = "/session"

    public init() {
        directories.insert(Self.workingDirectory)
        directories.insert("/tmp")
    }

    /// The path with `.`, `..` and the working directory resolved.
    public static func absolute(_ path: String) -> String {
        let full = path.utf8.first == UInt8(ascii: "/") ? path : workingDirectory + "/" + path
        var parts: [Substring] = []
        for part in full.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }

    /// The bytes of a file; nil where there is none.
    public func contents(_ path: String) -> [UInt8]? {
        let full = Self.absolute(path)
        return written[full] ?? data[full]?()
    }

    /// Declares a read-only data file; `bytes` is called when a program reads it.
    public func provide(path: String, bytes: @escaping () -> [UInt8]) { data[Self.absolute(path)] = bytes }

    /// Whether a path names a declared data file, which cannot be written.
    public func isReadOnly(_ path: String) -> Bool { data[Self.absolute(path)] != nil }

    /// Writes a file.
    public func write(_ path: String, _ bytes: [UInt8]) { written[Self.absolute(path)] = bytes }

    /// Whether a path names a file.
    public func isFile(_ path: String) -> Bool { written[Self.absolute(path)] != nil || isReadOnly(path) }

    /// Whether a path names a directory, made or implied by a file in it.
    public func isDirectory(_ path: String) -> Bool {
        let full = Self.absolute(path)
        return directories.contains(full) || allPaths.contains { $0.hasPrefix(full == "/" ? "/" : full + "/") }
    }

    private var allPaths: [String] { Array(written.keys) + Array(data.keys) }

    /// Makes a directory.
    public func makeDirectory(_ path: String) { directories.insert(Self.absolute(path)) }

    /// Removes a written file; false where there is none.
    public func remove(_ path: String) -> Bool { written.removeValue(forKey: Self.absolute(path)) != nil }

    /// Removes a directory and what is in it.
    public func removeDirectory(_ path: String) {
        let full = Self.absolute(path)
        directories = directories.filter { $0 != full && !$0.hasPrefix(full + "/") }
        written = written.filter { !$0.key.hasPrefix(full + "/") }
    }

    /// The names in a directory, sorted.
    public func list(_ path: String) -> [String] {
        let full = Self.absolute(path)
        let prefix = full == "/" ? "/" : full + "/"
        var names: Set<String> = []
        for entry in allPaths + directories where entry.hasPrefix(prefix) && entry != prefix {
            if let name = entry.dropFirst(prefix.count).split(separator: "/").first { names.insert(String(name)) }
        }
        return names.sorted()
    }
}
