// PyplotSettings: `rcParams` — the settings that programs change before they draw.
import Plotting
import Runtime

/// `rcParams`: a dict with the usual keys. The few that matter here are read when a figure is made.
final class PyplotSettings {
    let dict: DictObject
    private let usual = CyclerObject()

    init() {
        dict = DictObject(named: [
            ("figure.figsize", .list([.float(6.4), .float(4.8)])), ("figure.dpi", .float(100)), ("font.size", .float(10)),
            ("font.family", .list([.string("sans-serif")])), ("lines.linewidth", .float(1.5)), ("lines.markersize", .float(6)),
            ("lines.linestyle", .string("-")), ("lines.marker", .string("None")), ("axes.grid", .bool(false)),
            ("axes.titlesize", .string("large")), ("axes.labelsize", .string("medium")), ("axes.facecolor", .string("white")),
            ("axes.spines.top", .bool(true)), ("axes.spines.right", .bool(true)), ("axes.unicode_minus", .bool(true)),
            ("xtick.labelsize", .string("medium")), ("ytick.labelsize", .string("medium")), ("legend.fontsize", .string("medium")),
            ("figure.facecolor", .string("white")), ("image.cmap", .string("viridis")), ("image.interpolation", .string("auto")),
            ("savefig.dpi", .string("figure")), ("figure.titlesize", .string("large")), ("animation.html", .string("none")),
        ])
        dict["text.usetex"] = .bool(false)
        dict["axes.prop_cycle"] = .object(usual)
        dict["mathtext.fontset"] = .string("dejavusans")
        dict["savefig.bbox"] = Value.none
        dict["axes.axisbelow"] = .string("line")
        dict["image.origin"] = .string("upper")
        dict["figure.autolayout"] = .bool(false)
    }

    /// Width and height of new figures, in inches.
    var size: (Double, Double) {
        guard let pair = try? dict["figure.figsize"].map(NumberGrid.init), pair.values.count == 2 else { return (6.4, 4.8) }
        return (pair.values[0], pair.values[1])
    }

    var lineWidth: Double { (try? dict["lines.linewidth"]?.number()) ?? 1.5 }
    var markerSize: Double { (try? dict["lines.markersize"]?.number()) ?? 6 }
    var hasGrid: Bool { (try? dict["axes.grid"]?.truth()) ?? false }

    /// The colours that lines of new charts take in turn; nil for the usual ones.
    var colorCycle: [Value]? { dict["axes.prop_cycle"]?.as(CyclerObject.self).flatMap { $0.colors.isEmpty || $0 === usual ? nil : $0.colors } }

    /// A factor for all text of new charts.
    var textFactor: Double { ((try? dict["font.size"]?.number()) ?? 10) / 10 }

    /// A text size set for a role ("axes.titlesize"), nil where the usual word stands.
    func size(_ key: String) -> Double? {
        guard let value = dict[key], value.text == nil || !["medium", "large"].contains(value.text) else { return nil }
        return try? StyleReading.size(value, base: TextSize.label)
    }

    /// The sides of a frame drawn for new charts.
    var sides: Set<Side> {
        var sides: Set<Side> = [.left, .bottom, .top, .right]
        if (try? dict["axes.spines.top"]?.truth()) == false { sides.remove(.top) }
        if (try? dict["axes.spines.right"]?.truth()) == false { sides.remove(.right) }
        return sides
    }

    /// `plt.rc("axes", titlesize=14)`
    func set(group: String, _ keywords: DictObject) throws {
        for (key, value) in keywords.table.pairs { try dict.setItem(.string(group + "." + key.str()), value) }
    }
}
