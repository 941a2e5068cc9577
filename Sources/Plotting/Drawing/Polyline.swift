// Defines Polyline: a series as a path — broken at gaps, cut near the frame, thinned without losing extremes.

/// A series as a path.
enum Polyline {
    /// The path through the places; NaN breaks it. Parts far outside the box are cut, and of many points in one narrow column only the
    /// first, lowest, highest and last are kept.
    static func path(_ points: [Point], in box: Box) -> Path {
        var path = Path()
        let window = box.grown(by: 60)
        for part in points.split(whereSeparator: { $0.x.isNaN || $0.y.isNaN }) {
            let thin = thinned(Array(part))
            guard let first = thin.first else { continue }
            if thin.count == 1 {
                // A point on its own shows as a dot under round caps.
                path.move(first)
                path.line(first)
                continue
            }
            draw(thin, in: window, into: &path)
        }
        return path
    }

    /// Draws the segments that touch the window.
    private static func draw(_ points: [Point], in window: Box, into path: inout Path) {
        var pen: Point?
        for (a, b) in zip(points, points.dropFirst()) {
            guard let (start, end) = clip(a, b, to: window) else {
                pen = nil
                continue
            }
            if pen != start { path.move(start) }
            path.line(end)
            pen = end
        }
    }

    /// The part of a segment inside a box (Liang and Barsky); nil when none is.
    static func clip(_ a: Point, _ b: Point, to box: Box) -> (Point, Point)? {
        if box.contains(a), box.contains(b) { return (a, b) }
        guard a.x.isFinite, a.y.isFinite, b.x.isFinite, b.y.isFinite else { return nil }
        let step = b - a
        var (enter, leave) = (0.0, 1.0)
        for (change, room) in [(-step.x, a.x - box.x), (step.x, box.right - a.x), (-step.y, a.y - box.y), (step.y, box.bottom - a.y)] {
            if change == 0 {
                if room < 0 { return nil }
                continue
            }
            let share = room / change
            if change < 0 { enter = max(enter, share) } else { leave = min(leave, share) }
        }
        guard enter <= leave else { return nil }
        return (a + step * enter, a + step * leave)
    }

    /// The points without those that change nothing: runs inside one column of half a point keep first, lowest, highest and last.
    static func thinned(_ points: [Point]) -> [Point] {
        guard points.count > 400 else { return points }
        var kept: [Point] = []
        var start = 0
        while start < points.count {
            let column = (points[start].x * 2).rounded(.down)
            var end = start + 1
            while end < points.count, (points[end].x * 2).rounded(.down) == column { end += 1 }
            if end - start <= 4 {
                kept += points[start..<end]
            } else {
                let run = start..<end
                let low = run.min { points[$0].y < points[$1].y } ?? start
                let high = run.max { points[$0].y < points[$1].y } ?? start
                var last = -1
                for index in [start, min(low, high), max(low, high), end - 1] where index != last {
                    kept.append(points[index])
                    last = index
                }
            }
            start = end
        }
        return kept
    }
}
