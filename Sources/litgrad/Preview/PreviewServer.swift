// PreviewServer: answers the browser's requests for a preview.
import FlyingSocks
import Foundation

/// Serves a preview to this machine alone.
struct PreviewServer {
    let preview: Preview
    let port: UInt16

    /// Where pages ask for news.
    private static let versionPath = "/.litgrad/version"

    /// Listens until the task ends.
    func run() async throws {
        let socket = try PreviewServer.listening(at: port)
        let pool: some AsyncSocketPool = .make()
        try await pool.prepare()
        try await withThrowingTaskGroup(of: Void.self) { group in
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
        var head: [UInt8] = []
        while !PreviewRequest.isWhole(head) {
            guard head.count < PreviewRequest.longest else { return try await connection.write(refusal(431).bytes(withBody: true)) }
            let more = try await connection.read(atMost: 4096)
            if more.isEmpty { return }
            head += more
        }
        guard let request = PreviewRequest(head) else { return try await connection.write(refusal(400).bytes(withBody: true)) }
        try await connection.write(await answer(request).bytes(withBody: request.method != "HEAD"))
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
