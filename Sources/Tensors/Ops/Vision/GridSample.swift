// Defines affine_grid and grid_sample: images read at arbitrary points.

/// How values between pixels are found.
public enum GridMode: String, Sendable, CaseIterable {
    case bilinear, nearest, bicubic
}

/// What points outside an image give.
public enum GridPadding: String, Sendable, CaseIterable {
    case zeros, border, reflection
}

extension Tensor {
    /// Points (batch × height × width × 2, in −1...1) of affine transforms (batch × 2 × 3) for images of the given sizes.
    public func affineGrid(_ size: [Int], alignCorners: Bool = false) throws -> Tensor {
        guard rank == 3, shape[1] == 2, shape[2] == 3, size.count == 4 else {
            throw TensorError.value("Expected a batch of 2D affine matrices of shape Nx2x3 for size torch.Size(\(size)). Got \(sizeText).")
        }
        let (h, w) = (size[2], size[3])
        func points(_ count: Int) throws -> Tensor {
            if count <= 1 { return try Tensor.zeros([count], dtype) }
            let all = try Tensor.linspace(-1.0, 1.0, count, dtype)
            return alignCorners ? all : try all * (Double(count - 1) / Double(count))
        }
        let x = try points(w).expand([h, w])
        let y = try points(h).unsqueeze(1).expand([h, w])
        let base = try Tensor.stack([x, y, Tensor.ones([h, w], dtype)], dim: 2).reshape([1, h * w, 3])
        let samples = shape[0]
        return try named("AffineGridGeneratorBackward0") {
            try base.expand([samples, h * w, 3]).bmm($0.transpose(1, 2)).reshape([samples, h, w, 2])
        }
    }

    /// Reads images (batch × channels × height × width) at the points of a grid (x, y in −1...1).
    public func gridSample(
        _ grid: Tensor, mode: GridMode = .bilinear, padding: GridPadding = .zeros, alignCorners: Bool = false
    ) throws -> Tensor {
        guard rank == 4, grid.rank == 4, grid.shape[3] == 2, grid.shape[0] == shape[0] else {
            throw TensorError.runtime("grid_sampler(): expected grid and input to have same batch size, but got input with sizes \(shape) and grid "
                + "with sizes \(grid.shape)")
        }
        let (samples, channels, h, w) = (shape[0], shape[1], shape[2], shape[3])
        let (rows, columns) = (grid.shape[1], grid.shape[2])
        return try Tensor.composed("GridSampler2DBackward0", [self, grid]) { parts in
            let flat = try parts[0].reshape([samples, channels, h * w])
            let points = try parts[1].reshape([samples, rows * columns, 2])
            // Neighbours of a cubic are placed one by one.
            let placing: GridPadding? = mode == .bicubic ? nil : padding
            let x = try points.select(2, 0).gridPosition(w, alignCorners).placed(placing, w, alignCorners)
            let y = try points.select(2, 1).gridPosition(h, alignCorners).placed(placing, h, alignCorners)
            func read(_ atX: Tensor, _ atY: Tensor) throws -> Tensor {
                let px = mode == .bicubic ? try atX.placed(padding, w, alignCorners) : atX
                let py = mode == .bicubic ? try atY.placed(padding, h, alignCorners) : atY
                let inX = try Op.logicalAnd(Op.ge(px, 0.0), Op.lt(px, .number(.float(Double(w)))))
                let inside = try Op.logicalAnd(inX, Op.logicalAnd(Op.ge(py, 0.0), Op.lt(py, .number(.float(Double(h))))))
                let place = try Op.clamp(.tensor(py), 0.0, .number(.float(Double(h - 1)))) * Double(w)
                    + Op.clamp(.tensor(px), 0.0, .number(.float(Double(w - 1))))
                let index = try place.detach().to(.int64).unsqueeze(1).expand([samples, channels, rows * columns])
                return try flat.gather(dim: 2, index: index) * inside.to(flat.dtype).unsqueeze(1)
            }
            return try Tensor.between(x, y, mode, read).reshape([samples, channels, rows, columns])
        }
    }

    /// The value at points between pixels from those of the pixels around.
    private static func between(_ x: Tensor, _ y: Tensor, _ mode: GridMode, _ read: (Tensor, Tensor) throws -> Tensor) throws -> Tensor {
        if mode == .nearest { return try read(Op.round(x.detach()), Op.round(y.detach())) }
        let (x0, y0) = (try Op.floor(x.detach()), try Op.floor(y.detach()))
        let (fx, fy) = (try (x - x0).unsqueeze(1), try (y - y0).unsqueeze(1))
        if mode == .bicubic {
            let (across, down) = (try KeysCubic.reading.weights(fx), try KeysCubic.reading.weights(fy))
            let lines = try down.indices.map { row in
                let pixels = try across.indices.map { try read(x0 + Double($0 - 1), y0 + Double(row - 1)) * across[$0] }
                return try pixels.dropFirst().reduce(pixels[0]) { try $0 + $1 } * down[row]
            }
            return try lines.dropFirst().reduce(lines[0]) { try $0 + $1 }
        }
        let (gx, gy) = (try Op.sub(1.0, .tensor(fx)), try Op.sub(1.0, .tensor(fy)))
        let upper = try read(x0, y0) * gx * gy + read(x0 + 1, y0) * fx * gy
        let lower = try read(x0, y0 + 1) * gx * fy + read(x0 + 1, y0 + 1) * fx * fy
        return try upper + lower
    }

    /// Points in −1...1 as positions in pixels.
    private func gridPosition(_ size: Int, _ alignCorners: Bool) throws -> Tensor {
        try alignCorners ? (self + 1) * (Double(size - 1) / 2) : ((self + 1) * Double(size) - 1) / 2
    }

    /// Positions in pixels brought inside the image.
    private func placed(_ padding: GridPadding?, _ size: Int, _ alignCorners: Bool) throws -> Tensor {
        let last = Double(size - 1)
        switch padding {
        case nil, .zeros: return self
        case .border: return try Op.clamp(.tensor(self), 0.0, .number(.float(last)))
        case .reflection:
            let (low, span) = alignCorners ? (0.0, last) : (-0.5, Double(size))
            if span <= 0 { return try self * 0 }
            let shifted = try Op.abs(self - low)
            let turns = try Op.floor(shifted.detach() / span)
            let rest = try shifted - turns * span
            let isOdd = try Op.eq(Op.remainder(turns, 2.0), 1.0)
            let folded = try Op.where(.tensor(isOdd), .tensor(Op.sub(.number(.float(span)), .tensor(rest))), .tensor(rest)) + low
            return try Op.clamp(.tensor(folded), 0.0, .number(.float(last)))
        }
    }
}
