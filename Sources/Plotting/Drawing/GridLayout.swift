// Defines GridLayout: shares the sheet among the charts of one grid; rows and columns keep their ratios whatever the labels.

/// Shares an area among the charts of one grid.
struct GridLayout {
    let figure: Figure
    let area: Box
    /// The charts of the grid.
    let members: [Int]
    /// Room every chart of the figure needs around its frame.
    let margins: [Margins]

    private func cell(_ index: Int) -> GridCell {
        guard case .cell(let cell) = figure.charts[index].placement else { return .whole }
        return cell
    }

    /// Sets the frame boxes of the members.
    func place(into boxes: inout [Box]) {
        guard let first = members.first else { return }
        let grid = cell(first)
        let ratios = members.map(cell)
        let columns = tracks(
            count: grid.columns, from: area.x, length: area.width,
            ratios: ratios.first { $0.widthRatios.count == grid.columns }?.widthRatios ?? [], gap: figure.horizontalGap,
            before: needs(grid.columns) { margins[$0].left } at: { cell($0).columnSpan.lowerBound },
            after: needs(grid.columns) { margins[$0].right } at: { cell($0).columnSpan.upperBound - 1 })
        let rows = tracks(
            count: grid.rows, from: area.y, length: area.height,
            ratios: ratios.first { $0.heightRatios.count == grid.rows }?.heightRatios ?? [], gap: figure.verticalGap,
            before: needs(grid.rows) { margins[$0].top } at: { cell($0).rowSpan.lowerBound },
            after: needs(grid.rows) { margins[$0].bottom } at: { cell($0).rowSpan.upperBound - 1 })
        for index in members {
            let (columnSpan, rowSpan) = (cell(index).columnSpan, cell(index).rowSpan)
            let (left, right) = (columns[columnSpan.lowerBound].start, columns[columnSpan.upperBound - 1].end)
            let (top, bottom) = (rows[rowSpan.lowerBound].start, rows[rowSpan.upperBound - 1].end)
            boxes[index] = Box(left, top, max(right - left, 4), max(bottom - top, 4))
        }
    }

    /// The largest need at every track.
    private func needs(_ count: Int, _ need: (Int) -> Double, at track: (Int) -> Int) -> [Double] {
        var result = [Double](repeating: 0, count: count)
        for index in members { result[track(index)] = max(result[track(index)], need(index)) }
        return result
    }

    /// The starts and ends of columns (or rows) after every margin has its room.
    private func tracks(count: Int, from start: Double, length: Double, ratios: [Double], gap: Double?, before: [Double],
                        after: [Double]) -> [(start: Double, end: Double)] {
        let ratios = ratios.allSatisfy({ $0 > 0 && $0.isFinite }) && !ratios.isEmpty ? ratios : [Double](repeating: 1, count: count)
        let pad = gap == nil && count > 1 ? 8.0 : 0
        var between = (0..<count - 1).map { after[$0] + before[$0 + 1] + pad }
        let rims = before[0] + after[count - 1]
        var inner = length - rims - between.reduce(0, +)
        if let gap, gap > 0, count > 1 {
            // A wanted gap is a share of the mean track; labels may need more.
            let mean = (length - rims) / (Double(count) + gap * Double(count - 1))
            between = between.map { max($0, gap * mean) }
            inner = length - rims - between.reduce(0, +)
        }
        // Labels without end must leave something to see.
        let least = length * 0.15
        var squeeze = 1.0
        if inner < least {
            squeeze = max(0, (length - least) / (rims + between.reduce(0, +)))
            inner = least
        }
        let total = ratios.reduce(0, +)
        var position = start + before[0] * squeeze
        return (0..<count).map { index in
            let end = position + inner * ratios[index] / total
            defer { position = end + (index < count - 1 ? between[index] * squeeze : 0) }
            return (position, end)
        }
    }
}
