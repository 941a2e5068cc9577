// PictureRows: pictures as files of the session — `imread`, `imsave` — and `matplotlib.image`.
import Plotting
import Runtime
import Tensors

/// Pictures as files of the session.
enum PictureRows {
    /// pyplot's functions about files.
    static let all: [Row] = [
        def("imread(fname, format=None)", "Reads a PNG file of the session as an array with numbers from 0 to 1: rows, columns, channels.",
            example: "import matplotlib.pyplot as plt\nplt.imsave('a.png', [[0, 1], [1, 0]])\nplt.imread('a.png').shape") { (file: Value, _: Value) in
            let bytes: [UInt8]
            if file.text == nil, try file.attributeIfPresent("read") != nil {
                bytes = try file.callMethod("read").as(BytesObject.self)?.bytes ?? []
            } else {
                let path = try file.str()
                guard let found = SessionFiles.current.contents(path) else {
                    throw Raised(.exception("FileNotFoundError"), "[Errno 2] No such file or directory: \(try Value.string(path).repr())")
                }
                bytes = found
            }
            guard let picture = PNG.decode(bytes) else { throw Raised.valueError("imread() reads PNG files; these bytes are none") }
            let sizes = [picture.height, picture.width] + (picture.channels == 1 ? [] : [picture.channels])
            return ArrayObject(try Tensor.from(picture.samples, Dims(sizes)))
        },
        def("imsave(fname, arr, vmin=None, vmax=None, cmap=None, format=None, origin=None, dpi=None, metadata=None, pil_kwargs=None)",
            "Writes a grid of numbers or colours as a PNG file of the session, a pixel for each.") {
            (target: Value, data: Value, low: Double?, high: Double?, map: Value, _: Value, origin: String?, _: Value, _: Value, _: Value) in
            let range = Normalization(lower: low, upper: high)
            let image = try ImageReading.content(data, map: PaintReading.map(map.isNone ? nil : map), normalization: range)
            let mark = ImageMark(image.content, rows: image.rows, columns: image.columns, extent: .init(left: 0, right: 1, bottom: 1, top: 0))
            let bytes = mark.png(flipped: origin == "lower")
            if target.text == nil, try target.attributeIfPresent("write") != nil {
                _ = try target.callMethod("write", [.object(BytesObject(bytes))])
            } else {
                SessionFiles.current.write(try target.str(), bytes)
            }
        },
    ]

    /// `matplotlib.image`
    static let module = Module("matplotlib.image", doc: "Pictures.", rows: all, constants: [("AxesImage", .object(ArtistClasses.image))])
}
