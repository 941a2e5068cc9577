// PreviewServer: answers the browser's requests for a preview.
import FlyingSocks
import Foundation

/// Serves a preview to this machine alone.
struct PreviewServer {
    let preview: Preview
    let port: UInt16

    /// Where pages ask for news.
    private static let versionPath = "/.litgrad/version"
    /// How long a browser may take to send its request or to take its answer: some open connections that they never use.
    private static let patience = Duration.seconds(5)

    /// Listens until the task ends.
    func run() async throws {
        let socket = try PreviewServer.listening(at: port)
        let pool: some AsyncSocketPool = .make()
        try await pool.prepare()
        // Connections come for days; a group that keeps nothing of those that have ended does not grow.
        try await withThrowingDiscardingTaskGroup { group in
            group.addTask { try await pool.run() }
            let listener = try AsyncSocket(socket: socket, pool: pool)
            for try await connection in listener.sockets {
                group.addTask {
                    // A browser that goes away in the middle has its answer.
                    try? await serve(connection)
                    try? connection.close()
                }
            }
        }
    }

    /// Answers one request.
    private func serve(_ connection: AsyncSocket) async throws {
        let head = try await PreviewServer.promptly { try await PreviewServer.head(from: connection) }
        let answer: Data
        if let request = PreviewRequest(head) {
            answer = await self.answer(request).bytes(withBody: request.method != "HEAD")
        } else {
            answer = refusal(head.count < PreviewRequest.longest ? 400 : 431).bytes(withBody: true)
        }
        try await PreviewServer.promptly { try await connection.write(answer) }
    }

    /// What a browser sends up to the end of a head, or up to the longest head there may be.
    private static func head(from connection: AsyncSocket) async throws -> [UInt8] {
        var head: [UInt8] = []
        while !PreviewRequest.isWhole(head), head.count < PreviewRequest.longest { head += try await connection.read(atMost: 4096) }
        return head
    }

    /// The result of some work, unless it takes too long.
    private static func promptly<Result: Sendable>(_ work: @escaping @Sendable () async throws -> Result) async throws -> Result {
        try await withThrowingTaskGroup(of: Result.self) { group in
            defer { group.cancelAll() }
            group.addTask(operation: work)
            group.addTask {
                try await Task.sleep(for: patience)
                throw SocketError.timeout(message: "a browser that waits")
            }
            guard let result = try await group.next() else { throw CancellationError() }
            return result
        }
    }

    private func answer(_ request: PreviewRequest) async -> PreviewResponse {
        // A page elsewhere can make a browser ask here, under a name of its own that leads to this machine; it learns nothing.
        let hosts = ["127.0.0.1:\(port)", "localhost:\(port)"]
        guard let host = request.headers["host"], hosts.contains(host) else { return refusal(403) }
        if let origin = request.headers["origin"], !hosts.map({ "http://" + $0 }).contains(origin) { return refusal(403) }
        guard request.method == "GET" || request.method == "HEAD" else { return refusal(405) }
        if request.path == PreviewServer.versionPath {
            let version = await preview.version(after: request.query["after"] ?? "")
            return PreviewResponse(status: 200, type: "text/plain", body: Data(version.utf8))
        }
        // A path is looked up among the pages there are; it never becomes a path of a file.
        let path = String(request.path.drop { $0 == "/" })
        let page = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
        if let data = await preview.file(page) { return PreviewResponse(status: 200, type: PreviewServer.type(of: page), body: data) }
        return PreviewResponse(status: 404, type: "text/html; charset=utf-8", body: await preview.file("404.html") ?? Data())
    }

    private func refusal(_ status: Int) -> PreviewResponse { PreviewResponse(status: status, type: "text/plain", body: Data()) }

    private static func type(of path: String) -> String {
        let types = [
            "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
            "ipynb": "application/x-ipynb+json", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
            "svg": "image/svg+xml", "webp": "image/webp", "pdf": "application/pdf", "xml": "application/xml", "csv": "text/csv; charset=utf-8",
        ]
        return types[path.split(separator: ".").last.map { $0.lowercased() } ?? ""] ?? "application/octet-stream"
    }

    /// The first port of a range that nobody listens at.
    static func freePort(_ range: ClosedRange<UInt16>) -> UInt16? {
        range.first { port in
            guard let socket = try? listening(at: port) else { return false }
            try? socket.close()
            return true
        }
    }

    /// A socket that listens at a port of this machine.
    private static func listening(at port: UInt16) throws -> Socket {
        let socket = try Socket(domain: AF_INET)
        do {
            try socket.setValue(true, for: .localAddressReuse)
            try socket.bind(to: try sockaddr_in.inet(ip4: "127.0.0.1", port: port))
            try socket.listen()
        } catch {
            try? socket.close()
            throw error
        }
        return socket
    }
}
