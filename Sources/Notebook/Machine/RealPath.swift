// RealPath: where a file lies once symbolic links are followed. Links in a course must not lead out of it.
import Glibc

/// Paths without symbolic links.
public enum RealPath {
    /// The path without symbolic links; nil where nothing is there.
    public static func of(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// Whether what stands at a path lies in a folder, or is the folder itself. What is not there lies nowhere else, either.
    public static func isInside(_ path: String, _ folder: String) -> Bool {
        guard let path = of(path), let folder = of(folder) else { return true }
        return path == folder || path.hasPrefix(folder == "/" ? "/" : folder + "/")
    }
}
