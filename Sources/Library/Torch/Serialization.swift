// Defines the rows that save values to files of the session and load them again.
import Runtime
import Tensors

extension TorchRows {
    static var serialization: [Row] {
        [
            def("save(obj, f, pickle_module=None, pickle_protocol=2, _use_new_zipfile_serialization=True)", "Writes a value to a file of the session or to a buffer.",
                example: "import io; torch.save(torch.ones(2), io.BytesIO())") { (value: Value, file: Value, _: Value, _: Value, _: Value) in
                try write(ArchiveWriter.archive(value), to: file)
            },
            def("load(f, map_location=None, pickle_module=None, *, weights_only=None, mmap=None, encoding=None)", "Reads a value that was saved.",
                example: "import io; b = io.BytesIO(); torch.save(torch.ones(2), b); b.seek(0); torch.load(b)") {
                (file: Value, _: Value, _: Value, weightsOnly: Bool?, _: Value, _: Value) in
                try ArchiveReader.value(read(file), weightsOnly: weightsOnly ?? true)
            },
        ]
    }

    /// Writes to an object with a `write` method, or to the file a path names.
    @Sendable private static func write(_ bytes: [UInt8], to file: Value) throws {
        let data = Value.object(BytesObject(bytes))
        if try file.attributeIfPresent("write") != nil {
            _ = try file.callMethod("write", [data])
            return
        }
        let opened = try open(file, "wb")
        _ = try opened.callMethod("write", [data])
        _ = try opened.callMethod("close")
    }

    @Sendable private static func read(_ file: Value) throws -> [UInt8] {
        let isOpen = try file.attributeIfPresent("read") != nil
        let opened = try isOpen ? file : open(file, "rb")
        let data = try opened.callMethod("read")
        if !isOpen { _ = try opened.callMethod("close") }
        guard let bytes = data.as(BytesObject.self) else {
            throw Raised.typeError("a bytes-like object is required, not '\(data.type.name)'")
        }
        return bytes.bytes
    }

    /// The builtin `open` of the session, which knows only the session's files.
    private static func open(_ path: Value, _ mode: String) throws -> Value {
        try Interpreter.current.importModule("io").attribute("open").call([path, .string(mode)])
    }
}
