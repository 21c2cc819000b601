import Core
import Foundation
import Testing

/// What the README tells people to type works as it stands there, from top to bottom, in an empty home.
@Suite struct ReadmeTests {
  /// The lines of its shell blocks that run the program.
  private static func lines() throws -> [String] {
    let text = try String(contentsOfFile: Checkout.path("README.md"), encoding: .utf8)
    var lines: [String] = []
    var isShell = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") { isShell = line == "```sh" } else if isShell { lines.append(String(line)) }
    }
    return lines.filter { $0.contains("opportune ") }
  }

  @Test func everyCommandOfTheReadmeWorks() throws {
    let program = try OpportuneProgram()
    let lines = try Self.lines()
    #expect(lines.count >= 15)
    let data = program.home.url.appendingPathComponent("data")
    try FileManager.default.createSymbolicLink(atPath: data.path, withDestinationPath: Checkout.path("data"))
    for line in lines {
      let run = try program.shell("opportune() { \"$opportune\" \"$@\"; }\n" + line)
      #expect(run.status == 0, "\(line)\n\(run.errors)")
      #expect(!run.output.isEmpty, "\(line)")
    }
  }

  @Test func everyPictureOfTheReadmeIsThere() throws {
    let text = try String(contentsOfFile: Checkout.path("README.md"), encoding: .utf8)
    let pictures = text.matches(of: /\]\((screenshots\/[^)]+)\)/).map { String($0.output.1) }
    #expect(!pictures.isEmpty)
    for picture in pictures { #expect(FileManager.default.fileExists(atPath: Checkout.path(picture)), "\(picture)") }
  }
}
