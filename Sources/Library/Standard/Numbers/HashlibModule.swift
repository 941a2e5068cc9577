// The module `hashlib`: the digests are computed here, the objects are a text.
import Runtime

/// Its native functions, by the names that the text calls.
enum HashlibModule {
    /// The digests by name, with the sizes of their blocks.
    private static let digests: [String: (block: Int, digest: @Sendable ([UInt8]) -> [UInt8])] = [
        "md5": (64, OlderDigests.md5), "sha1": (64, OlderDigests.sha1), "sha224": (64, SHA2.sha224), "sha256": (64, SHA2.sha256),
        "sha384": (128, SHA2.sha384), "sha512": (128, SHA2.sha512),
    ]

    static let module: @Sendable () -> Module = {
        .withTexts("hashlib", doc: "Digests of bytes.", rows: [
            def("_digest(name, data, /)", "The digest of bytes.") { (name: String, data: BytesObject) -> Value in
                digests[name].map { .object(BytesObject($0.digest(data.bytes))) } ?? .none
            },
            def("_block_size(name, /)", "The size of a digest's blocks; None for a name that stands for none.") { (name: String) in digests[name]?.block },
        ])
    }
}
