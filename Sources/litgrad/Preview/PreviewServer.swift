// PreviewServer: answers the browser's requests for a preview.
import FlyingFox
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
        let server = HTTPServer(address: try sockaddr_in.inet(ip4: "127.0.0.1", port: port), timeout: 60, logger: .disabled)
        await server.appendRoute("*") { request in await answer(request) }
        try await server.run()
    }

    private func answer(_ request: HTTPRequest) async -> HTTPResponse {
        // A page elsewhere can make a browser ask here, under a name of its own that leads to this machine; it learns nothing.
        let hosts = ["127.0.0.1:\(port)", "localhost:\(port)"]
        guard let host = request.headers[.host], hosts.contains(host) else { return refusal(.forbidden) }
        if let origin = request.headers[HTTPHeader("Origin")], !hosts.map({ "http://" + $0 }).contains(origin) { return refusal(.forbidden) }
        guard request.method == .GET || request.method == .HEAD else { return refusal(.methodNotAllowed) }
        if request.path == PreviewServer.versionPath {
            let version = await preview.version(after: request.query["after"] ?? "")
            return response(.ok, Data(version.utf8), type: "text/plain")
        }
        // A path is looked up among the pages there are; it never becomes a path of a file.
        let path = request.path.removingPercentEncoding.map { String($0.drop { $0 == "/" }) } ?? ""
        let page = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
        if let data = await preview.file(page) { return response(.ok, data, type: PreviewServer.type(of: page)) }
        return response(.notFound, await preview.file("404.html") ?? Data(), type: "text/html; charset=utf-8")
    }

    private func refusal(_ status: HTTPStatusCode) -> HTTPResponse { response(status, Data(), type: "text/plain") }

    private func response(_ status: HTTPStatusCode, _ data: Data, type: String) -> HTTPResponse {
        HTTPResponse(
            statusCode: status,
            headers: [
                .contentType: type, .cacheControl: "no-store", HTTPHeader("X-Content-Type-Options"): "nosniff",
                HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
            ], body: data)
    }

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
            guard let socket = try? Socket(domain: AF_INET), let address = try? sockaddr_in.inet(ip4: "127.0.0.1", port: port) else { return false }
            defer { try? socket.close() }
            try? socket.setValue(true, for: .localAddressReuse)
            return (try? socket.bind(to: address)) != nil && (try? socket.listen()) != nil
        }
    }
}
