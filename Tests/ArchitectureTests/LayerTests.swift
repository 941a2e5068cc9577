// LayerTests: who may import whom.
import Testing

@Suite struct LayerTests {
    /// What each target may import. Two towers, language and engine, that never see each other, joined in Library.
    private static let allowed: [String: Set<String>] = [
        "Syntax": [],
        "Runtime": ["CLinux", "Syntax", "BigInt", "Glibc"],
        "Tensors": ["CLinux", "Glibc", "Synchronization"],
        "Plotting": ["CLinux", "Glibc"],
        "Library": ["Runtime", "Syntax", "Tensors", "Plotting", "BigInt", "CPrelude", "Glibc", "Swift"],
        "Notebook": ["Ccmark_gfm", "CLinux", "Syntax", "Runtime", "Yams", "Foundation", "Glibc"],
        "Site": ["CLinux", "CTheme", "Notebook", "Syntax", "Yams", "Mustache", "Foundation", "Glibc", "Synchronization"],
        "litgrad": ["CLinux", "Library", "Notebook", "Site", "Runtime", "ArgumentParser", "FlyingSocks", "Foundation", "Glibc", "Synchronization"],
    ]

    @Test func everyTargetIsInTheTable() {
        #expect(Set(SourceTree.sources.map(\.target)) == Set(LayerTests.allowed.keys))
    }

    @Test(arguments: SourceTree.sources) func importsAreAllowed(file: SourceFile) {
        let extra = file.imports.subtracting(LayerTests.allowed[file.target] ?? [])
        #expect(extra.isEmpty, "\(file.path) imports \(extra.sorted())")
    }

    @Test(arguments: SourceTree.tests) func testsUseWhatTargetsOffer(file: SourceFile) {
        #expect(!file.lines.contains { $0.hasPrefix("@testable") }, "\(file.path) uses @testable")
    }
}
