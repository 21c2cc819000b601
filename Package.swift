// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target: Swift 6 mode, and a warning is an error.
let house: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]

/// Pure rooms also forbid unsafe constructs that are not marked as such.
let pure: [SwiftSetting] = house + [.strictMemorySafety()]

let package = Package(
  name: "Opportune",
  products: [
    .executable(name: "opportune", targets: ["Opportune"]), .executable(name: "bench", targets: ["Bench"]),
  ],
  targets: [
    // C shims: thin wrappers around Debian's libraries, linked through their module maps.
    .target(name: "CSQLite"),
    .target(name: "CCrypto"),
    .target(name: "CTerminal"),
    .target(name: "CUnicode"),
    .target(name: "CJSON"),
    .target(name: "CSpecialFunctions"),
    .target(name: "CStemmer"),
    .target(name: "CZlib"),
    .target(name: "CDemoWorld"),

    // Rooms. Arrows run one way: Opportune -> TUI, Store -> Canvas, Core -> C shims.
    .target(name: "Core", dependencies: ["CJSON", "CSpecialFunctions", "CStemmer", "CUnicode"], swiftSettings: pure),
    .target(name: "Canvas", dependencies: ["CUnicode"], swiftSettings: pure),
    .target(name: "Store", dependencies: ["Core", "CSQLite", "CCrypto"], swiftSettings: house),
    .target(name: "TUI", dependencies: ["Core", "Canvas", "CTerminal"], swiftSettings: house),
    .executableTarget(
      name: "Opportune", dependencies: ["Core", "Store", "Canvas", "TUI", "CDemoWorld", "CZlib"], swiftSettings: house),
    // What DESIGN promises beside what a machine measures.
    .executableTarget(
      name: "Bench", dependencies: ["Core", "Store", "Canvas", "TUI", "CSQLite"], swiftSettings: house),

    .testTarget(
      name: "CoreTests", dependencies: ["Core"], exclude: ["Notifications/Golden"], swiftSettings: house),
    .testTarget(name: "StoreTests", dependencies: ["Store", "Core"], swiftSettings: house),
    .testTarget(name: "CanvasTests", dependencies: ["Canvas"], swiftSettings: house),
    .testTarget(
      name: "TUITests", dependencies: ["TUI", "Canvas", "Core"], exclude: ["Snapshots"], swiftSettings: house),
    .testTarget(name: "EndToEndTests", dependencies: ["Core"], swiftSettings: house),
  ],
  cxxLanguageStandard: .cxx17
)
