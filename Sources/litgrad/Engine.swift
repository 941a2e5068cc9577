// Engine: the name of this program's version, by content.
import CLinux
import Foundation
import Glibc
import Notebook

/// This program.
enum Engine {
    /// What the linker computed from the program's content: outputs of another build are never taken for this one's. A program
    /// linked without it is hashed.
    static func version() -> String {
        if let id = buildID() { return id }
        return ContentHash.ofFile("/proc/self/exe")?.hex ?? "unknown"
    }

    /// The note of the linker, found through the program headers that the system leaves in memory.
    private static func buildID() -> String? {
        guard let headers = UnsafePointer<Elf64_Phdr>(bitPattern: getauxval(UInt(AT_PHDR))) else { return nil }
        let all = UnsafeBufferPointer(start: headers, count: Int(getauxval(UInt(AT_PHNUM))))
        guard let own = all.first(where: { $0.p_type == UInt32(PT_PHDR) }) else { return nil }
        let base = UInt(bitPattern: headers) - UInt(own.p_vaddr)
        for header in all where header.p_type == UInt32(PT_NOTE) {
            guard let start = UnsafeRawPointer(bitPattern: base + UInt(header.p_vaddr)) else { continue }
            if let id = buildID(in: UnsafeRawBufferPointer(start: start, count: Int(header.p_memsz))) { return id }
        }
        return nil
    }

    /// Notes follow each other: three words (length of the name, length of the content, kind), the name, the content, each padded
    /// to whole words.
    private static func buildID(in notes: UnsafeRawBufferPointer) -> String? {
        var offset = 0
        while offset + 12 <= notes.count {
            let words = (0..<3).map { Int(notes.loadUnaligned(fromByteOffset: offset + 4 * $0, as: UInt32.self)) }
            let content = offset + 12 + (words[0] + 3) & ~3
            guard content + words[1] <= notes.count else { return nil }
            let isBuildID = words[2] == 3 && words[0] == 4 && notes[offset + 12] == UInt8(ascii: "G")
            if isBuildID { return notes[content..<content + words[1]].map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() }
            offset = content + (words[1] + 3) & ~3
        }
        return nil
    }
}
