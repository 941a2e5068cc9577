// Projection: how places on the page follow from data — flat charts, polar ones, three-dimensional ones.
import Plotting
import Runtime

/// The kinds of charts, as `projection=` names them.
enum Projection: String, CaseIterable {
    case flat = "rectilinear"
    case polar
    case space = "3d"

    /// Takes `projection=` and `polar=` out of the keywords.
    /// - Throws: ValueError for names matplotlib does not know, NotImplementedError for maps of the globe.
    init(_ keywords: inout Keywords) throws {
        let name = try keywords.text("projection")
        if try keywords.flag("polar") == true {
            guard name == nil || name == "polar" else {
                throw Raised.valueError("polar=True, yet projection='\(name ?? "")'. Only one of these arguments should be supplied.")
            }
            self = .polar
            return
        }
        guard let known = Projection(rawValue: name ?? "rectilinear") else {
            let name = name ?? ""
            if ["aitoff", "hammer", "lambert", "mollweide"].contains(name) {
                throw Raised.notImplementedError("projection='\(name)' is not drawn here; 'rectilinear', 'polar' and '3d' are")
            }
            throw Raised.valueError("'\(name)' is not a valid value for projection.")
        }
        self = known
    }

    /// What programs see charts of the kind as.
    var axesClass: Class {
        switch self {
        case .flat: AxesObject.axesClass
        case .polar: PolarRows.axesClass
        case .space: SpaceRows.axesClass
        }
    }

    /// Makes a new chart one of the kind.
    func prepare(_ chart: inout Chart) {
        switch self {
        case .flat: break
        case .polar: Polar().prepare(&chart)
        case .space: chart.space = Space()
        }
    }
}
