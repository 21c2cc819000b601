import Foundation

/// A program under way, its input and output in files, so that no pipe ever fills.
final class RunningProgram {
  /// What it was killed or left with, if it does not end by itself within this time.
  private static let patience = 120.0

  private let process = Process()
  private let output: URL
  private let errors: URL

  /// Starts it at once.
  init(
    _ binary: String, _ words: [String], input: String, environment: [String: String], in folder: TemporaryFolder
  ) throws {
    let name = UUID().uuidString
    output = folder.url.appendingPathComponent("\(name).out")
    errors = folder.url.appendingPathComponent("\(name).err")
    let given = folder.url.appendingPathComponent("\(name).in")
    for file in [output, errors] { try Data().write(to: file) }
    try Data(input.utf8).write(to: given)
    process.executableURL = URL(fileURLWithPath: binary)
    process.arguments = words
    process.environment = environment
    process.currentDirectoryURL = folder.url
    process.standardInput = try FileHandle(forReadingFrom: given)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
  }

  /// The number of the process.
  var id: Int32 { process.processIdentifier }

  /// Ends it at once, without asking.
  func kill() {
    _ = Foundation.kill(process.processIdentifier, SIGKILL)
  }

  /// Waits for its end; a program that hangs is killed, and its status is then that of the signal.
  func finish() throws -> OpportuneProgram.Run {
    let watchdog = DispatchWorkItem { [id] in _ = Foundation.kill(id, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + Self.patience, execute: watchdog)
    process.waitUntilExit()
    watchdog.cancel()
    return OpportuneProgram.Run(
      status: process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus,
      output: try String(decoding: Data(contentsOf: output), as: UTF8.self),
      errors: try String(decoding: Data(contentsOf: errors), as: UTF8.self))
  }
}
