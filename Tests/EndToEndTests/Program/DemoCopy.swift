import Core
import Foundation

/// A demo town to work in: made once for all tests, small, at a fixed moment, then copied for each.
struct DemoCopy {
  /// Friday, 17:42 in George Town.
  static let now = "2026-11-20T22:42:00Z"

  private static let original: (folder: TemporaryFolder, path: String, failure: String)? = {
    guard let program = try? OpportuneProgram() else { return nil }
    let path = program.home.path + "/original.db"
    let run = try? program.run("demo", "init", "--size", "small", "--seed", "7", "--now", now, "--database", path)
    return (program.home, path, run?.errors ?? "did not run")
  }()

  let program: OpportuneProgram
  /// The copy's own file.
  let path: String

  /// - Throws: if the town could not be made.
  init() throws {
    program = try OpportuneProgram()
    path = program.home.path + "/demo.db"
    guard let original = Self.original else { throw CocoaError(.fileNoSuchFile) }
    try FileManager.default.copyItem(atPath: original.path, toPath: path)
  }

  /// Runs a command on the copy at the fixed moment, with `--json`.
  func run(_ words: String..., input: String = "") throws -> OpportuneProgram.Run {
    try run(words, input: input)
  }

  /// The same for words in a list.
  func run(_ words: [String], input: String = "") throws -> OpportuneProgram.Run {
    let now = words.contains("--now") ? [] : ["--now", Self.now]
    return try program.run(words + ["--json", "--database", path] + now, input: input)
  }

  /// A parked person with offers, and the offers that are shown.
  func parkedPerson() throws -> (session: String, person: String, offers: [JSON]) {
    for session in try run("session", "list", "--active").json["sessions"].list where session["person_id"] != .null {
      let id = String(Int(session["id"].number))
      let ranked = try run("discover", "--session", id, "--dry-run").json["ranked"].list
      if ranked.count >= 3 { return (id, String(Int(session["person_id"].number)), ranked) }
    }
    throw CocoaError(.fileNoSuchFile)
  }
}

extension Optional where Wrapped == JSON {
  /// A whole number as a word of a command line.
  var word: String { String(Int(number)) }
}
