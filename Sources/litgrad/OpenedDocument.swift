// Defines how commands open a notebook: what is wrong with it is told where it stands.
import Notebook

extension Console {
    /// The notebook at a path; nil where it cannot be read, after its problems have been told on stderr.
    func openedDocument(_ path: String) throws -> Document? {
        do {
            return try DocumentReader.read(path: path)
        } catch let error as Problems {
            for problem in error.all { self.error(problem.text) }
            return nil
        }
    }
}
