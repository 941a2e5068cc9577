// CourseFolder: the folder of a course, as it is named in a call.
import Foundation
import Site

/// The folder of a course.
enum CourseFolder {
    /// Refuses a folder that is none, or that holds no course: nobody wants a site or a check of nothing.
    static func check(_ folder: String) throws {
        func exists(_ path: String, isFolder wanted: Bool) -> Bool {
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue == wanted
        }
        guard exists(folder, isFolder: true) else { throw WrongCall("there is no folder `\(folder)`") }
        let settings = try SiteConfiguration(course: folder)
        guard exists(folder + "/" + settings.notebooks, isFolder: true) || exists(folder + "/" + SiteConfiguration.file, isFolder: false) else {
            throw WrongCall(
                "there is no course in `\(folder)`: neither a folder \(settings.notebooks) nor a file \(SiteConfiguration.file)",
                help: "`litgrad new DIR` writes a course, `litgrad run FILE` executes a single notebook")
        }
    }
}
