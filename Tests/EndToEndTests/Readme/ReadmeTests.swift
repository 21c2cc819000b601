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

  /// A row of the table of tasks: the screen's key first, then those of the task, and what stands there at its end.
  private static func tasks() throws -> [(keys: [String], answer: String)] {
    let text = try String(contentsOfFile: Checkout.path("README.md"), encoding: .utf8)
    return text.matches(of: /\| `([1-6] [^`]+)` \| `([^`]+)` \|\n/).map {
      (String($0.output.1).split(separator: " ").map(String.init), String($0.output.2))
    }
  }

  @Test func everyTaskOfTheFiveScreensEndsAsItsRowSays() throws {
    let tasks = try Self.tasks()
    #expect(tasks.compactMap(\.keys.first) == ["2", "3", "4", "5", "6"])
    let demo = try DemoCopy()
    func picture(after keys: some Sequence<String>) throws -> String {
      try demo.program.run(
        ["snapshot", "--size", "140x42", "--database", demo.path, "--now", DemoCopy.now]
          + ["--keys", keys.joined(separator: " ")]
      ).output
    }
    for task in tasks {
      #expect(try !picture(after: task.keys.dropLast()).contains(task.answer), "there before \(task.keys)")
      #expect(try picture(after: task.keys).contains(task.answer), "\(task.keys)")
    }
  }
}
