// Engine: the name of this program's version, by content.
import Foundation
import Notebook

/// This program.
enum Engine {
    /// A hash of the program's own file: outputs of another build are never taken for this one's.
    static func version() -> String {
        guard let data = try? Data(contentsOf: URL(filePath: "/proc/self/exe"), options: .alwaysMapped) else { return "unknown" }
        return ContentHash.ofWords(data).hex
    }
}
