// PreviewRequest: the head of a browser's request; PreviewResponse: what goes back.
import Foundation

/// The request line and header fields of HTTP/1.1 (RFC 9112). Bodies are not read: a preview only shows.
struct PreviewRequest {
    /// Bytes of the longest head that is read.
    static let longest = 16 << 10

    let method: String
    /// With its escapes resolved, without the query.
    let path: String
    let query: [String: String]
    /// By their names in small letters.
    let headers: [String: String]

    /// Whether the bytes reach the empty line that ends a head.
    static func isWhole(_ bytes: [UInt8]) -> Bool { bytes.contains(Array("\r\n\r\n".utf8)) }

    /// Nil where the bytes are not the head of a request.
    init?(_ bytes: [UInt8]) {
        let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
        let words = lines[0].split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 3, words[2].hasPrefix("HTTP/1."), words[1].hasPrefix("/") else { return nil }
        let parts = words[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard let path = parts[0].removingPercentEncoding else { return nil }
        method = String(words[0])
        self.path = path
        query = parts.count == 2 ? PreviewRequest.fields(of: parts[1]) : [:]
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            if line.isEmpty { break }
            guard let colon = line.firstIndex(of: ":") else { return nil }
            headers[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        }
        self.headers = headers
    }

    private static func fields(of query: Substring) -> [String: String] {
        var fields: [String: String] = [:]
        for field in query.split(separator: "&") {
            let pair = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            fields[String(pair[0])] = pair.count == 2 ? pair[1].removingPercentEncoding : ""
        }
        return fields
    }
}

/// An answer, after which the connection ends.
struct PreviewResponse {
    let status: Int
    let type: String
    let body: Data

    private var reason: String {
        [200: "OK", 400: "Bad Request", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed", 431: "Request Header Fields Too Large"][status] ?? ""
    }

    /// What is sent; without the body for `HEAD`.
    func bytes(withBody: Bool) -> Data {
        let head = """
            HTTP/1.1 \(status) \(reason)\r
            Content-Type: \(type)\r
            Content-Length: \(body.count)\r
            Cache-Control: no-store\r
            X-Content-Type-Options: nosniff\r
            Cross-Origin-Resource-Policy: same-origin\r
            Connection: close\r
            \r

            """
        return Data(head.utf8) + (withBody ? body : Data())
    }
}
