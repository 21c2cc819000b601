import Foundation
import Testing

/// Arrows between the rooms run one way (DESIGN.md, section 2).
@Suite struct ImportRuleTests {
  private static let shims = ["CSQLite", "CTerminal", "CUnicode", "CJSON", "CSpecialFunctions", "CDemoWorld", "CZlib"]

  @Test(arguments: [
    ("Core", ["CJSON", "CSpecialFunctions", "CStemmer", "CUnicode", "Glibc", "Synchronization"]),
    ("Canvas", ["CUnicode", "Glibc"]),
    ("Store", ["Core", "CCrypto", "CSQLite", "Glibc", "Synchronization"]),
    ("TUI", ["Core", "Canvas", "CTerminal", "Glibc", "Synchronization"]),
    (
      "Opportune",
      ["Core", "Store", "Canvas", "TUI", "CDemoWorld", "CZlib", "Foundation", "Glibc", "Synchronization", "Dispatch"]
    ),
  ])
  func eachRoomImportsOnlyWhatStandsBelowIt(room: String, allowed: [String]) throws {
    let imports = try SourceFiles.swift(under: "Sources/\(room)").flatMap { file in
      file.imports.map { (file.name, $0) }
    }
    for (file, module) in imports {
      #expect(allowed.contains(module), "\(file) imports \(module)")
    }
  }

  @Test func cursesStaysInTheDevice() throws {
    for file in try SourceFiles.swift(under: "Sources/TUI") where file.imports.contains("CTerminal") {
      #expect(file.name.contains("/Device/"), "\(file.name) imports CTerminal")
    }
  }

  @Test func everySwiftFileOfTheRoomsWasLookedAt() throws {
    for room in ["Core", "Canvas", "Store", "TUI", "Opportune"] {
      #expect(try SourceFiles.swift(under: "Sources/\(room)").count >= 1)
    }
  }
}
