// FolderWatch: tells when files of a folder change.
import CLinux
import Foundation

/// Tells when something under a folder changes: written, renamed, made or removed. Hidden files and folders, among them editors' swap
/// files, do not count, and neither does a folder that holds a finished site.
final class FolderWatch: @unchecked Sendable {
    /// One element for each burst of changes.
    let changes: AsyncStream<Void>

    private let folder: String
    private let descriptor: Int32
    private let report: AsyncStream<Void>.Continuation
    /// Watched folders by the number the system gave them. Only the watching thread touches it.
    private var folders: [Int32: String] = [:]

    /// How long a burst may pause before it counts as over, in milliseconds: editors write a file in several steps.
    private static let pause: Int32 = 10

    /// Starts to watch.
    init(folder: String) {
        self.folder = folder
        descriptor = inotify_init1(Int32(IN_CLOEXEC))
        (changes, report) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        add(folder)
        Thread { [self] in watch() }.start()
    }

    /// Watches a folder and those in it.
    private func add(_ path: String) {
        guard !FileManager.default.fileExists(atPath: path + "/.litgrad-site") else { return }
        let events = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_ONLYDIR)
        let number = inotify_add_watch(descriptor, path, events)
        guard number >= 0, folders.updateValue(path, forKey: number) == nil else { return }
        for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] where !name.hasPrefix(".") {
            var isFolder: ObjCBool = false
            if FileManager.default.fileExists(atPath: path + "/" + name, isDirectory: &isFolder), isFolder.boolValue { add(path + "/" + name) }
        }
    }

    /// The life of the watching thread.
    private func watch() {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = read(descriptor, &buffer, buffer.count), count > 0 || errno == EINTR {
            var isChange = count > 0 && look(at: buffer[..<count])
            var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            while poll(&waiting, 1, FolderWatch.pause) > 0, case let more = read(descriptor, &buffer, buffer.count), more > 0 {
                if look(at: buffer[..<more]) { isChange = true }
            }
            if isChange { report.yield() }
        }
        report.finish()
    }

    /// Whether a batch of events says that a visible file changed; new folders are watched from here on.
    private func look(at events: ArraySlice<UInt8>) -> Bool {
        var rest = events
        var isChange = false
        let header = MemoryLayout<inotify_event>.size
        while rest.count >= header {
            let event = rest.withUnsafeBytes { $0.loadUnaligned(as: inotify_event.self) }
            let name = String(decoding: rest.dropFirst(header).prefix(Int(event.len)).prefix { $0 != 0 }, as: UTF8.self)
            rest = rest.dropFirst(header + Int(event.len))
            if event.mask & UInt32(IN_IGNORED) != 0 { folders[event.wd] = nil }
            guard !name.isEmpty, !name.hasPrefix("."), !name.hasSuffix("~") else { continue }
            isChange = true
            if event.mask & UInt32(IN_ISDIR) != 0, let parent = folders[event.wd] { add(parent + "/" + name) }
        }
        return isChange
    }
}
