// OutputFolder: writes a site beside the old one and puts it in its place in one step.
import CLinux
import Foundation
import Synchronization

/// The folder of a finished site. It is only ever replaced as a whole: a reader sees the old site or the new one.
package struct OutputFolder {
    /// Says that a folder was made by us and may be replaced.
    private static let marker = ".litgrad-site"
    package let path: String

    /// Names a folder.
    package init(path: String) { self.path = path }

    /// Refuses a folder that somebody else filled.
    package func check() throws(OutputError) {
        let manager = FileManager.default
        guard manager.fileExists(atPath: path), !manager.fileExists(atPath: path + "/" + OutputFolder.marker) else { return }
        let contents = (try? manager.contentsOfDirectory(atPath: path)) ?? []
        if !contents.isEmpty { throw OutputError.notOurs(path) }
    }

    /// Replaces the folder by one that holds these files (path → bytes).
    package func replace(with files: [String: Data]) throws {
        try replace(with: Array(files.keys)) { files[$0] }
    }

    /// Replaces the folder by one that holds files at these paths, several of which are made and written at once. `stamp` is kept in it.
    func replace(with paths: [String], stamp: String = "", file: @Sendable (String) throws -> Data?) throws {
        try check()
        let manager = FileManager.default
        let parent = URL(filePath: path).deletingLastPathComponent()
        try manager.createDirectory(at: parent, withIntermediateDirectories: true)
        let prefix = ".\(URL(filePath: path).lastPathComponent)-"
        removeLeftovers(in: parent, prefix: prefix)
        let fresh = parent.appending(path: "\(prefix)\(getpid())").path
        try? manager.removeItem(atPath: fresh)
        do {
            let folders = Set(paths.map { path in path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "" })
            for folder in folders { try manager.createDirectory(atPath: fresh + "/" + folder, withIntermediateDirectories: true) }
            try OutputFolder.write(paths, into: fresh, file: file)
            try Data(stamp.utf8).write(to: URL(filePath: fresh + "/" + OutputFolder.marker))
            try swap(fresh)
        } catch {
            try? manager.removeItem(atPath: fresh)
            throw error
        }
    }

    private static func write(_ paths: [String], into folder: String, file: @Sendable (String) throws -> Data?) throws {
        let failure = Mutex<(any Error)?>(nil)
        DispatchQueue.concurrentPerform(iterations: paths.count) { index in
            guard failure.withLock({ $0 == nil }) else { return }
            do {
                if let bytes = try file(paths[index]) { try write(bytes, to: folder + "/" + paths[index]) }
            } catch {
                failure.withLock { $0 = error }
            }
        }
        if let error = failure.withLock({ $0 }) { throw error }
    }

    /// Writes one file. Foundation would wait for the disk after each, though nobody sees the folder before all are there.
    private static func write(_ bytes: Data, to path: String) throws {
        guard let stream = fopen(path, "wbe") else { throw OutputError.cannotWrite(path, errno) }
        let written = bytes.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, stream) }
        let problem = errno
        guard fclose(stream) == 0 else { throw OutputError.cannotWrite(path, errno) }
        guard written == bytes.count else { throw OutputError.cannotWrite(path, problem) }
    }

    /// The stamp that was kept in the folder; nil where it is not ours.
    var stamp: String? { FileManager.default.contents(atPath: path + "/" + OutputFolder.marker).map { String(decoding: $0, as: UTF8.self) } }

    /// Bytes of a file of the site; nil where there is none.
    func size(of file: String) -> Int? {
        var status = stat()
        return lstat(path + "/" + file, &status) == 0 ? Int(status.st_size) : nil
    }

    /// Removes half-written folders of processes that were killed.
    private func removeLeftovers(in parent: URL, prefix: String) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? [] where name.hasPrefix(prefix) {
            guard let process = pid_t(name.dropFirst(prefix.count)), kill(process, 0) != 0, errno == ESRCH else { continue }
            try? FileManager.default.removeItem(at: parent.appending(path: name))
        }
    }

    /// Exchanges two folders in one system call, then removes the old one.
    private func swap(_ fresh: String) throws {
        if rename(fresh, path) == 0 { return }  // There was none, or an empty one.
        let exchange: UInt32 = 1 << 1  // RENAME_EXCHANGE
        guard renameat2(AT_FDCWD, fresh, AT_FDCWD, path, exchange) == 0 else { throw OutputError.cannotReplace(path, errno) }
        try FileManager.default.removeItem(atPath: fresh)
    }
}

/// Why a site could not be written.
public enum OutputError: Error, CustomStringConvertible {
    case notOurs(String)
    case cannotReplace(String, Int32)
    case cannotWrite(String, Int32)

    public var description: String {
        switch self {
        case .notOurs(let path): "`\(path)` holds files that litgrad did not write; name another folder or empty this one"
        case .cannotWrite(let path, let code): "`\(path)` cannot be written: \(String(cString: strerror(code)))"
        case .cannotReplace(let path, let code): "`\(path)` cannot be replaced: \(String(cString: strerror(code)))"
        }
    }
}
