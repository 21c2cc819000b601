extension DemoCopy {
  /// Opens the dashboard on the copy, at the fixed moment, in a real terminal.
  func dashboard(
    _ flags: String = "", width: Int = 140, height: Int = 42, environment: [String: String] = [:]
  ) throws -> TmuxScreen {
    let line = "\"$opportune\" --database \(path) --now \(Self.now) \(flags)"
    return try TmuxScreen(program, running: line, width: width, height: height, environment: environment)
  }
}

extension TmuxScreen {
  /// Waits until somebody's offers are ranked: the pane of reasons names a score.
  @discardableResult
  func waitForARanking(seconds: Double = 20) throws -> String {
    try wait("a ranking", seconds: seconds) { $0.firstMatch(of: /Why [0-9]+/) != nil }
  }

  /// Clears the field with the keyboard and types another text.
  func fill(_ text: String) throws {
    try press("C-u")
    try type(text)
  }

  /// Leaves the program, which ends well.
  func quit() throws {
    try press("q")
    try wait(for: "<2:0>")
  }
}
