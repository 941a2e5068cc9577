// The module `io`.
import Runtime

enum IOModule {
    static let module: @Sendable () -> Module = {
        Module("io", doc: "Files in memory.", rows: [FileObject.openRow], constants: [
            ("StringIO", .object(FileObject.stringIO)), ("BytesIO", .object(FileObject.bytesIO)),
            ("UnsupportedOperation", .object(FileObject.unsupported)), ("SEEK_SET", 0), ("SEEK_CUR", 1), ("SEEK_END", 2),
        ])
    }
}
