// Browser: Chromium without a window, driven over the pipe of its developer tools.
import Foundation
import Glibc
import Notebook

/// A browser with one page open.
final class Browser {
    /// Where Debian puts the browser; nil where it is not installed.
    static let program = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].first { FileManager.default.isExecutableFile(atPath: $0) }

    /// What pages complained about.
    private(set) var errors: [String] = []
    /// The addresses that pages asked for.
    private(set) var requests: [String] = []

    private let process = Process()
    private let commands = Pipe()
    private let answers = Pipe()
    private let profile = FileManager.default.temporaryDirectory.appending(path: "litgrad-browser-\(UUID().uuidString)")
    private var pending = Data()
    private var number = 0
    private var session: String?
    private var loaded = 0

    /// Why the browser could not be asked.
    struct Silence: Error { let about: String }

    /// Starts the browser with an empty page.
    init(width: Int = 1280, height: Int = 900) throws {
        process.executableURL = URL(filePath: "/bin/sh")
        let options = "--headless --no-sandbox --disable-gpu --disable-dev-shm-usage --no-first-run --window-size=\(width),\(height)"
        process.arguments = [
            "-c", "exec \(Browser.program ?? "chromium") \(options) --user-data-dir='\(profile.path)' --remote-debugging-pipe about:blank "
                + "3<&0 4>&1 0</dev/null 1>/dev/null 2>/dev/null",
        ]
        process.standardInput = commands
        process.standardOutput = answers
        try process.run()
        let target = try ask("Target.createTarget", ["url": "about:blank"])["targetId"]?.string ?? ""
        session = try ask("Target.attachToTarget", ["targetId": .string(target), "flatten": true])["sessionId"]?.string
        for domain in ["Page", "Runtime", "Network", "Log"] { _ = try ask(domain + ".enable", [:]) }
    }

    deinit {
        // Threads of tests block gentler signals, and a process started by one inherits that.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: profile)
    }

    /// Opens an address and waits until the page has loaded.
    func open(_ url: URL) throws {
        let before = loaded
        _ = try ask("Page.navigate", ["url": .string(url.absoluteString)])
        while loaded == before { take(try message()) }
    }

    /// The value of an expression of the page's language, as JSON. A promise is waited for.
    func value(_ expression: String) throws -> JSON {
        let answer = try ask("Runtime.evaluate", ["expression": .string(expression), "awaitPromise": true, "returnByValue": true])
        if let problem = answer["exceptionDetails"] { throw Silence(about: problem.compact) }
        return answer["result"]?["value"] ?? .null
    }

    /// Presses a key.
    func press(_ key: String, code: Int, control: Bool = false) throws {
        for kind in ["rawKeyDown", "keyUp"] {
            _ = try ask("Input.dispatchKeyEvent", [
                "type": .string(kind), "key": .string(key), "windowsVirtualKeyCode": .number(String(code)), "modifiers": .number(control ? "2" : "0"),
            ])
        }
    }

    /// Types a text where the cursor is.
    func type(_ text: String) throws { _ = try ask("Input.insertText", ["text": .string(text)]) }

    /// Makes the page think that the reader prefers a colour scheme.
    func prefer(_ scheme: String) throws {
        _ = try ask("Emulation.setEmulatedMedia", ["features": [["name": "prefers-color-scheme", "value": .string(scheme)]]])
    }

    // MARK: The pipe

    private func ask(_ method: String, _ parameters: JSON) throws -> JSON {
        number += 1
        var members: [JSON.Member] = [
            JSON.Member("id", .number(String(number))), JSON.Member("method", .string(method)), JSON.Member("params", parameters),
        ]
        if let session { members.append(JSON.Member("sessionId", .string(session))) }
        try commands.fileHandleForWriting.write(contentsOf: Data((JSON.object(members).compact + "\0").utf8))
        while true {
            let answer = try message()
            guard answer["id"]?.int == number else {
                take(answer)
                continue
            }
            if let problem = answer["error"] { throw Silence(about: method + ": " + problem.compact) }
            return answer["result"] ?? .null
        }
    }

    /// The next message; gives up after some seconds.
    private func message() throws -> JSON {
        let descriptor = answers.fileHandleForReading.fileDescriptor
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            if let end = pending.firstIndex(of: 0) {
                defer { pending = Data(pending[pending.index(after: end)...]) }
                return try JSON(text: String(decoding: pending[..<end], as: UTF8.self))
            }
            var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, 60_000) > 0 else { throw Silence(about: "no answer in a minute") }
            let count = read(descriptor, &piece, piece.count)
            guard count > 0 else { throw Silence(about: "the browser has ended") }
            pending += piece[..<count]
        }
    }

    /// Notes what happens on the page.
    private func take(_ event: JSON) {
        let parameters = event["params"]
        switch event["method"]?.string {
        case "Page.loadEventFired": loaded += 1
        case "Runtime.exceptionThrown": errors.append(parameters?["exceptionDetails"]?.compact ?? "")
        case "Log.entryAdded" where parameters?["entry"]?["level"]?.string == "error": errors.append(parameters?["entry"]?.compact ?? "")
        case "Network.requestWillBeSent": requests.append(parameters?["request"]?["url"]?.string ?? "")
        default: break
        }
    }
}
