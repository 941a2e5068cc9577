// Defines TickFitting: as many ticks as labels have room.

/// As many ticks as labels have room.
enum TickFitting {
    /// Ticks of an axis along x, and the angle by which its labels must be turned so that they do not collide.
    static func across(_ axis: Axis, _ map: AxisMap, length: Double) -> (TickSet, tilt: Double) {
        let style = axis.tickStyle
        var count = count(along: length, each: style.size * 3)
        var set = axis.tickSet(from: map.lower, to: map.upper, count: count)
        guard axis.showsLabels, style.rotation == 0 else { return (set, 0) }
        while collides(set, map, style), isFlexible(axis), count > 2 {
            count -= 1
            set = axis.tickSet(from: map.lower, to: map.upper, count: count)
        }
        return (set, collides(set, map, style) && !isFlexible(axis) ? 35 : 0)
    }

    /// Ticks of an axis along y.
    static func upright(_ axis: Axis, _ map: AxisMap, length: Double) -> TickSet {
        axis.tickSet(from: map.lower, to: map.upper, count: count(along: length, each: axis.tickStyle.size * 1.75))
    }

    /// How many ticks fit along a length, from 1 to 9.
    static func count(along length: Double, each room: Double) -> Int {
        let fitting = length / room
        // Words of size 0 leave room for any number: the bounds come before the conversion.
        return fitting.isNaN ? 1 : Int(min(max(fitting, 1), 9))
    }

    /// Whether fewer ticks may be chosen.
    private static func isFlexible(_ axis: Axis) -> Bool {
        switch axis.ticks {
        case .automatic, .atMost: axis.categories.isEmpty && axis.labels == nil
        case .fixed, .multiples: false
        }
    }

    private static func collides(_ set: TickSet, _ map: AxisMap, _ style: TextStyle) -> Bool {
        var end = -Double.infinity
        let shown = set.ticks.filter { !$0.label.isEmpty && !$0.isMinor }.map { (map($0.value), $0.label) }
        guard shown.count > 1 else { return false }
        for (place, label) in shown.sorted(by: { $0.0 < $1.0 }) where place.isFinite {
            let width = TextLayout.extent(of: label, style: style).width
            if place - width / 2 < end + style.size * 0.3 { return true }
            end = place + width / 2
        }
        return false
    }
}
