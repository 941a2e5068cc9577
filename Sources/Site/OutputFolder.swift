// OutputFolder: writes a site beside the old one and puts it in its place in one step.
import CLinux
import Foundation

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
        try check()
        let manager = FileManager.default
        let parent = URL(filePath: path).deletingLastPathComponent()
        try manager.createDirectory(at: parent, withIntermediateDirectories: true)
        let prefix = ".\(URL(filePath: path).lastPathComponent)-"
        removeLeftovers(in: parent, prefix: prefix)
        let fresh = parent.appending(path: "\(prefix)\(getpid())")
        try? manager.removeItem(at: fresh)
        do {
            try manager.createDirectory(at: fresh, withIntermediateDirectories: true)
            var all = files
            all[OutputFolder.marker] = Data()
            for (name, bytes) in all {
                let file = fresh.appending(path: name)
                try manager.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try bytes.write(to: file)
            }
            try swap(fresh.path)
        } catch {
            try? manager.removeItem(at: fresh)
            throw error
        }
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

    public var description: String {
        switch self {
        case .notOurs(let path): "`\(path)` holds files that litgrad did not write; name another folder or empty this one"
        case .cannotReplace(let path, let code): "`\(path)` cannot be replaced: \(String(cString: strerror(code)))"
        }
    }
}
