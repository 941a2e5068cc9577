// PreviewTests: `litgrad serve` follows files, executes from the first changed cell, and answers this machine alone.
import Foundation
import Glibc
import Testing

/// The command, built beside the tests or named by LITGRAD; nil where there is none.
private let command: String? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let places: [String?] = [ProcessInfo.processInfo.environment["LITGRAD"], root.appending(path: ".build/debug/litgrad").path]
    return places.compactMap { $0 }.first { FileManager.default.isExecutableFile(atPath: $0) }
}()

@Suite(.serialized, .enabled(if: command != nil, "the command is not built"))
final class PreviewTests {
    private let course: ScratchCourse
    private let process = Process()
    private let port: UInt16

    init() throws {
        course = try ScratchCourse([
            "site/site.yml": "title: A course\n",
            "Notebooks/01-a.md": "# A\n\nHello.\n\n```tensor\nimport random\nprint('first', random.random())\n```\n\n```tensor\nprint('second')\n```\n",
        ])
        port = UInt16.random(in: 20_000...40_000)
        process.executableURL = URL(filePath: command ?? "")
        process.arguments = ["serve", course.folder.path, "--port", String(port)]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        try wait("the preview answers") { get("/").status == 200 }
    }

    deinit {
        // Threads of tests block gentler signals, and a process started by one inherits that.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        course.remove()
    }

    // MARK: Asking

    /// An open connection; nil where nobody listens.
    private func connection() -> Int32? {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
        }
        if connected == 0 { return descriptor }
        close(descriptor)
        return nil
    }

    /// An answer: its status, or 0 where nobody answers, and its body.
    private func get(_ path: String, method: String = "GET", host: String? = nil, more: String = "") -> (status: Int, body: String) {
        guard let descriptor = connection() else { return (0, "") }
        defer { close(descriptor) }
        let request = "\(method) \(path) HTTP/1.1\r\nHost: \(host ?? "127.0.0.1:\(port)")\r\nConnection: close\r\n\(more)\r\n"
        _ = request.withCString { send(descriptor, $0, strlen($0), Int32(MSG_NOSIGNAL)) }
        var answer: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = recv(descriptor, &piece, piece.count, 0), count > 0 {
            answer += piece[..<count]
            if isWhole(answer) { break }
        }
        let text = String(decoding: answer, as: UTF8.self)
        return (Int(text.split(separator: " ").dropFirst().first ?? "0") ?? 0, text)
    }

    /// Whether an answer has all the bytes that its head announces.
    private func isWhole(_ answer: [UInt8]) -> Bool {
        let text = String(decoding: answer, as: UTF8.self)
        guard let end = text.firstRange(of: "\r\n\r\n"), let length = text.firstMatch(of: /Content-Length: ([0-9]+)/.ignoresCase()) else { return false }
        return text[end.upperBound...].utf8.count >= Int(length.output.1) ?? .max
    }

    /// Waits until something holds; complains after half a minute.
    private func wait(_ what: String, until isSo: () -> Bool) throws {
        for _ in 0..<600 {
            if isSo() { return }
            usleep(50_000)
        }
        Issue.record("\(what): not in half a minute")
    }

    private func page() -> String { get("/01-a.html").body }

    private func edit(_ old: String, _ new: String) throws {
        let file = course.folder.appending(path: "Notebooks/01-a.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        try Data(text.replacingOccurrences(of: old, with: new).utf8).write(to: file)
    }

    /// What the first cell printed.
    private func first() -> Substring { page().firstMatch(of: /first 0\.[0-9e-]+/)?.output ?? "" }

    // MARK: Promises

    @Test func cellsBeforeTheChangedOneAreNotExecutedAgain() throws {
        try wait("both cells are executed") { page().contains(">second\n") }
        let number = first()
        #expect(!number.isEmpty)
        try edit("'second'", "'changed'")
        try wait("the changed cell shows") { page().contains(">changed\n") }
        #expect(first() == number)
        try edit("Hello", "Goodbye")
        try wait("the changed text shows") { page().contains("Goodbye") }
        #expect(first() == number && page().contains(">changed\n"))
        try edit("'first'", "'first', 'again'")
        try wait("the first cell is executed again") { page().contains("first again 0.") && page().contains(">changed\n") }
    }

    @Test func whatIsWrongStandsOnThePageAndGoesAway() throws {
        try wait("both cells are executed") { page().contains(">second\n") }
        try edit("print('second')", "print(unknown)")
        try wait("the error shows") { page().contains("NameError") }
        try edit("print(unknown)", "print('second')")
        try wait("the error goes away") { !page().contains("NameError") && page().contains(">second\n") }
        try edit("```tensor\nprint", "```tensor nosuch=1\nprint")
        try wait("the wrong option shows") { page().contains("id=\"problems\"") && page().contains("nosuch") }
        try edit("nosuch=1", "")
        try wait("the message goes away") { !page().contains("id=\"problems\"") }
    }

    @Test func onlyThisMachineIsAnswered() {
        #expect(get("/", host: "evil.example").status == 403)
        #expect(get("/", more: "Origin: http://evil.example\r\n").status == 403)
        #expect(get("/", more: "Origin: http://localhost:\(port)\r\n").status == 200)
        #expect(get("/", method: "POST").status == 405)
    }

    @Test func connectionsThatSayNothingAreEnded() throws {
        let descriptor = try #require(connection())
        defer { close(descriptor) }
        _ = "GET / HTTP/1.1\r\n".withCString { send(descriptor, $0, strlen($0), Int32(MSG_NOSIGNAL)) }
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        #expect(poll(&waiting, 1, 20_000) == 1)
        var byte: UInt8 = 0
        #expect(recv(descriptor, &byte, 1, 0) == 0)
        #expect(get("/").status == 200)
    }

    @Test(arguments: ["/../site/site.yml", "/%2e%2e/site/site.yml", "//etc/passwd", "/site/site.yml", "/Notebooks/01-a.md", "/.litgrad/cache"])
    func noPathLeadsToAFile(path: String) { #expect(get(path).status == 404) }
}
