// Tests that compiled kernels come back from disk as they were, and that damaged and foreign files count as missing.
import Foundation
import Tensors
import Testing

@Suite struct ProgramStoreTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "litgrad-\(UUID().uuidString)")
    private let text = "__kernel void run() {}"
    private let binary: [UInt8] = (0..<100).map { $0 }

    /// Calls `body` with a store that has the kernel, and its file.
    private func withStore(_ body: (ProgramStore, URL) throws -> Void) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = ProgramStore(device: "a device\n", folder: folder.path)
        store.write(binary, for: text)
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        try body(store, #require(files.first))
        #expect(files.count == 1)
    }

    @Test func kernelsComeBack() throws {
        try withStore { store, _ in
            #expect(store.read(text) == binary)
            #expect(store.read(text + " ") == nil)
            #expect(ProgramStore(device: "another device\n", folder: folder.path).read(text) == nil)
        }
    }

    @Test func damagedFilesCountAsMissing() throws {
        try withStore { store, file in
            let whole = try Data(contentsOf: file)
            for length in [0, 1, 20, whole.count - 100, whole.count - 1] {
                try whole.prefix(length).write(to: file)
                #expect(store.read(text) == nil)
            }
            for place in [0, 18, whole.count - 105, whole.count - 1] {
                var changed = whole
                changed[place] ^= 1
                try changed.write(to: file)
                #expect(store.read(text) == nil)
            }
        }
    }

    @Test func filesOfOtherDevicesCountAsMissing() throws {
        try withStore { store, file in
            // The file of another device under this one's name, as two devices with the same hash would have it.
            let other = folder.appending(path: "other")
            try FileManager.default.createDirectory(at: other, withIntermediateDirectories: true)
            ProgramStore(device: "b device\n", folder: other.path).write(binary, for: text)
            let foreign = try #require(FileManager.default.contentsOfDirectory(at: other, includingPropertiesForKeys: nil).first)
            try Data(contentsOf: foreign).write(to: file)
            #expect(store.read(text) == nil)
        }
    }

    @Test func withoutAPlaceNothingIsKept() {
        let store = ProgramStore(device: "a device\n", folder: nil)
        store.write(binary, for: text)
        #expect(store.read(text) == nil)
    }
}
