// The methods of files and the builtin `open`.

extension FileObject {
    static var rows: [Row] { reading + writing + state }

    private static var reading: [Row] {
        [
            def("read(self, size=-1, /)", "The rest of the contents, or the next `size` characters.") { (me: FileObject, count: Int?) in try me.read(count ?? -1) },
            def("readline(self, size=-1, /)", "The next line; empty at the end.") { (me: FileObject, count: Int) in
                try me.readLine() ?? (me.isBinary ? .object(BytesObject([])) : "")
            },
            def("readlines(self, hint=-1, /)", "All remaining lines.") { (me: FileObject, hint: Int) in
                var lines: [Value] = []
                while let line = try me.readLine() { lines.append(line) }
                return Value.list(lines)
            },
            def("getbuffer(self, /)", "Everything written so far, as bytes.") { (me: FileObject) in
                guard me.isBinary, let bytes = me.contents.as(BytesObject.self) else { throw Raised.noAttribute("getbuffer", of: .object(me)) }
                return Value.object(MemoryViewObject(of: bytes))
            },
            def("getvalue(self, /)", "Everything written so far.") { (me: FileObject) in me.contents },
        ]
    }

    private static var writing: [Row] {
        [
            def("write(self, data, /)", "Writes text or bytes.") { (me: FileObject, data: Value) in try me.write(data) },
            def("writelines(self, lines, /)", "Writes several texts.") { (me: FileObject, lines: Value) throws -> Void in try lines.forEach { _ = try me.write($0) } },
            def("flush(self, /)", "Makes what was written visible to other readers.") { (me: FileObject) in me.flush() },
            def("truncate(self, size=None, /)", "Cuts the contents.") { (me: FileObject, size: Int?) in me.truncate(size) },
            def("close(self, /)", "Closes the file.") { (me: FileObject) in me.close() },
        ]
    }

    private static var state: [Row] {
        [
            def("seek(self, offset, whence=0, /)", "Moves the position.") { (me: FileObject, offset: Int, origin: Int) in try me.seek(offset, origin) },
            def("tell(self, /)", "The position.") { (me: FileObject) in me.tell },
            def("readable(self, /)", "Whether it can be read.") { (me: FileObject) in me.isReadable },
            def("writable(self, /)", "Whether it can be written.") { (me: FileObject) in me.isWritable },
            def("seekable(self, /)", "True.") { (me: FileObject) in true },
            def("isatty(self, /)", "False.") { (me: FileObject) in false },
            def("__enter__(self, /)", "The file itself.") { (me: FileObject) in me },
            def("__exit__(self, type=None, value=None, traceback=None, /)", "Closes the file.") { (me: FileObject, _: Value, _: Value, _: Value) in me.close() },
            property("closed", "Whether it is closed.") { (me: FileObject) in me.isClosed },
            property("name", "The path.") { (me: FileObject) in me.path },
            property("mode", "How it was opened.") { (me: FileObject) in me.mode },
            property("encoding", "utf-8") { (me: FileObject) in me.isBinary ? nil : "utf-8" },
        ]
    }

    /// The builtin `open`.
    public static var openRow: Row {
        def("open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None)", "Opens a file of the session.", example: "open('x.txt', 'w').close()") {
            (path: Value, mode: String, _: Value, _: Value, _: Value, _: Value) in
            Value.object(try FileObject(path: try text(ofPath: path), mode: mode))
        }
    }

    /// The text of a path: a str, or an object with `__fspath__`.
    public static func text(ofPath path: Value) throws -> String {
        if let text = path.text { return text }
        if path.type.lookup("__fspath__") != nil, let text = try path.callMethod("__fspath__").text { return text }
        throw Raised.typeError("expected str, bytes or os.PathLike object, not \(path.type.name)")
    }
}
