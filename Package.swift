// swift-tools-version: 6.1
// Declares Litgrad's targets in dependency order: two towers (language, engine) joined by Library, then documents and pages.
import PackageDescription

/// Optimised in debug builds too: an unoptimised interpreter or engine is 20 to 70 times slower.
/// On x86-64 the code uses AVX2 and FMA (processors since 2013).
let hot: [SwiftSetting] = {
    // Without errno, a square root is one instruction of the processor and can be vectorised.
    var flags = ["-enforce-exclusivity=unchecked", "-Xcc", "-fno-math-errno"]
    #if arch(x86_64)
    flags += ["-target-cpu", "haswell"]
    #endif
    return [.unsafeFlags(flags), .unsafeFlags(["-O"], .when(configuration: .debug))]
}()

/// The interpreter runs on one thread, so it counts references without locking: a tenth of its time otherwise.
/// Other threads reach it through `Interruption` alone, which is a byte.
let singleThreaded: [SwiftSetting] = [.unsafeFlags(["-Xfrontend", "-assume-single-threaded"])]

/// Not optimised in debug builds: tables of rows compile quickly that way.
let warm: [SwiftSetting] = [.unsafeFlags(["-enforce-exclusivity=unchecked"])]

/// Links Swift and Foundation into the release binary: one file to copy, and it starts in 5 ms instead of 25.
/// At a fixed address nothing needs to be relocated (a fifth of the time to start); names of functions stay, their lines do not.
/// The libraries at the end are those that a static Foundation needs on Linux.
let standalone: [LinkerSetting] = [.unsafeFlags([
    "-Xclang-linker", "-no-pie", "-Xlinker", "--strip-debug", "-static-stdlib", "-lCoreFoundation", "-l_FoundationICU", "-l_FoundationCShims", "-l_FoundationCollections",
    "-lswiftSynchronization", "-lswiftDispatch", "-ldispatch", "-lBlocksRuntime",
], .when(platforms: [.linux], configuration: .release))]

let package = Package(
    name: "litgrad",
    products: [.executable(name: "litgrad", targets: ["litgrad"])],
    dependencies: [
        .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: [
        // System libraries: module maps only, no code.
        .systemLibrary(name: "Ccmark_gfm", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        .systemLibrary(name: "CLinux"),
        // The texts of the library's own modules written in the tensor language; one C file embeds them.
        .target(name: "CPrelude"),
        // The tensor language: text → tree.
        .target(name: "Syntax", swiftSettings: hot),
        // The tensor language: tree → bytecode → values. Knows nothing of tensors.
        .target(name: "Runtime", dependencies: ["CLinux", "Syntax", "BigInt"], swiftSettings: hot + singleThreaded),
        // The engine: tensors, graph, gradients, random numbers. Knows nothing of the language.
        .target(name: "Tensors", dependencies: ["CLinux"], swiftSettings: hot),
        // Figures → SVG.
        .target(name: "Plotting", dependencies: ["CLinux"]),
        // What cells can import: torch, numpy, matplotlib, math …
        .target(
            name: "Library", dependencies: ["Runtime", "Tensors", "Plotting", "CPrelude"],
            exclude: ["amp", "autograd", "data", "distributions", "nn", "numpy", "optim", "torch", "vision"].map { "Prelude/" + $0 } + ["Standard/Texts"], swiftSettings: warm),
        // Markdown → document with cells; runs them; records outputs.
        .target(name: "Notebook", dependencies: ["Ccmark_gfm", "CLinux", "Syntax", "Runtime", "Yams"]),
        // The templates, style sheet and script of the pages; one C file embeds them.
        .target(name: "CTheme"),
        // Documents and outputs → pages.
        .target(name: "Site", dependencies: ["CLinux", "CTheme", "Notebook", "Syntax", "Yams", .product(name: "Mustache", package: "swift-mustache")], exclude: ["Theme"]),
        // The command: one file per subcommand.
        .executableTarget(name: "litgrad", dependencies: [
            "CLinux", "Library", "Notebook", "Site", .product(name: "FlyingSocks", package: "FlyingFox"),
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ], linkerSettings: standalone),
        // Tests: one target per source target, the conformance programs, and the rules of the house.
        .testTarget(name: "SyntaxTests", dependencies: ["Syntax"]),
        .testTarget(name: "RuntimeTests", dependencies: ["Runtime"], exclude: ["Programs"]),
        .testTarget(
            name: "TensorsTests", dependencies: ["Tensors"],
            exclude: ["Devices/Kernels.txt", "Numerics/Operations.txt", "Random/RandomNumbers.txt", "Printing/Printing.txt"]),
        .testTarget(name: "PlottingTests", dependencies: ["Plotting"], exclude: ["Golden"]),
        .testTarget(name: "LibraryTests", dependencies: ["Library", "Syntax"]),
        .testTarget(name: "NotebookTests", dependencies: ["Notebook"]),
        .testTarget(name: "SiteTests", dependencies: ["Site"]),
        .testTarget(name: "ConformanceTests", path: "Tests/ConformanceTests"),
        .testTarget(name: "ArchitectureTests", path: "Tests/ArchitectureTests"),
    ],
    swiftLanguageModes: [.v6]
)
