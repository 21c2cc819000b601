import Core
import Foundation

/// Runs the built program the way a script does: words in, bytes in, bytes and a status out.
struct OpportuneProgram: Sendable {
  /// What one run gave.
  struct Run: Sendable {
    let status: Int32
    let output: String
    let errors: String

    /// Standard output as one JSON document; null if it is none.
    var json: JSON { (try? JSON(parsing: output)) ?? .null }

    /// Standard output as one JSON document a line.
    var lines: [JSON] { output.split(separator: "\n").map { (try? JSON(parsing: String($0))) ?? .null } }
  }

  /// The binary: OPPORTUNE_BINARY, or the one built beside the tests.
  static let binary: String = {
    if let path = ProcessInfo.processInfo.environment["OPPORTUNE_BINARY"], !path.isEmpty { return path }
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("opportune").path
  }()

  /// A folder that is this test's own home, and gone with it.
  let home: TemporaryFolder

  init() throws {
    home = try TemporaryFolder()
  }

  /// The environment of every run: nothing of the machine's own but the way to programs.
  var environment: [String: String] {
    [
      "HOME": home.path, "USER": "tester", "LANG": "C.UTF-8", "TERM": "xterm-256color",
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "LD_LIBRARY_PATH": ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] ?? "",
    ]
  }

  /// Runs the program and waits for its end.
  func run(_ words: String..., input: String = "", environment extra: [String: String] = [:]) throws -> Run {
    try run(words, input: input, environment: extra)
  }

  /// The same for words in a list.
  func run(_ words: [String], input: String = "", environment extra: [String: String] = [:]) throws -> Run {
    try start(words, input: input, environment: extra).finish()
  }

  /// Runs a line of bash in the home folder, in which `$opportune` is the program.
  func shell(_ line: String, environment extra: [String: String] = [:]) throws -> Run {
    let environment = extra.merging(["opportune": Self.binary]) { given, _ in given }
    return try RunningProgram(
      "/bin/bash", ["-c", "cd \(home.path)\n" + line], input: "",
      environment: self.environment.merging(environment) { $1 }, in: home
    ).finish()
  }

  /// Starts the program and goes on.
  func start(
    _ words: [String], input: String = "", environment extra: [String: String] = [:]
  ) throws -> RunningProgram {
    try RunningProgram(
      Self.binary, words, input: input, environment: environment.merging(extra) { $1 }, in: home)
  }
}
