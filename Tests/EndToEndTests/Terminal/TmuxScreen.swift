import Foundation

/// A real terminal: one tmux server of its own with one window.
final class TmuxScreen {
  /// What did not come in time, with the last picture.
  struct Timeout: Error, CustomStringConvertible {
    let wanted: String
    let picture: String

    var description: String { "waited in vain for \(wanted):\n\(picture)" }
  }

  /// Whether tmux is there.
  static let isThere = FileManager.default.isExecutableFile(atPath: "/usr/bin/tmux")

  private let program: OpportuneProgram
  private let socket: String

  /// Starts a shell in which `$opportune` is the program, and types a line into it.
  ///
  /// Before each prompt the shell says its number and the last status: `<1:0>` at first, `<2:0>` once the line is done.
  init(
    _ program: OpportuneProgram, running line: String, width: Int = 140, height: Int = 42,
    environment: [String: String] = [:]
  ) throws {
    self.program = program
    socket = program.home.path + "/tmux"
    var variables = program.environment
    variables["TERM"] = nil
    variables["opportune"] = OpportuneProgram.binary
    variables.merge(environment) { $1 }
    let exports = variables.sorted { $0.key < $1.key }.map { "export \($0.key)='\($0.value)'" }
    let prompt = ["PS1='$ '", "PROMPT_COMMAND='s=$?; n=$((n+1)); echo \"<$n:$s>\"'"]
    let start = try program.home.file("start.sh", (exports + prompt).joined(separator: "\n"))
    _ = try tmux("new-session -d -x \(width) -y \(height) 'bash --rcfile \(start) -i'")
    try wait(for: "<1:0>")
    try type(line)
    try press("Enter")
  }

  deinit {
    _ = try? tmux("kill-server")
  }

  /// What stands on the screen.
  func picture() throws -> String { try tmux("capture-pane -p") }

  /// Presses keys, by tmux's names for them.
  func press(_ keys: String...) throws {
    for key in keys { _ = try tmux("send-keys '\(key)'") }
  }

  /// Types text as it is.
  func type(_ text: String) throws {
    let quoted = text.replacingOccurrences(of: "'", with: "'\\''")
    _ = try tmux("send-keys -l '\(quoted)'")
  }

  /// Lets programs copy into tmux's buffer, which it refuses at first.
  func takesClipboard() throws { _ = try tmux("set-option -g set-clipboard on") }

  /// What was last copied by the program (OSC 52).
  func clipboard() throws -> String { try tmux("show-buffer") }

  /// Changes the size of the window.
  func resize(width: Int, height: Int) throws { _ = try tmux("resize-window -x \(width) -y \(height)") }

  /// The number of the program's process in the window.
  func processID() throws -> Int32 {
    let shell = try tmux("display-message -p '#{pane_pid}'").trimmingCharacters(in: .whitespacesAndNewlines)
    let children = try String(contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
    return Int32(children.split(separator: " ").first ?? "") ?? 0
  }

  /// Waits until the screen holds a text, and gives back what stands there.
  @discardableResult
  func wait(for text: String, seconds: Double = 20) throws -> String {
    try wait("'\(text)'", seconds: seconds) { $0.contains(text) }
  }

  /// Waits until the screen fulfils a condition; looks again and again, and gives up after so many seconds.
  @discardableResult
  func wait(_ wanted: String, seconds: Double = 20, until condition: (String) -> Bool) throws -> String {
    let end = Date().addingTimeInterval(seconds)
    var picture = try picture()
    while !condition(picture) {
      guard Date() < end else { throw Timeout(wanted: wanted, picture: picture) }
      usleep(20_000)
      picture = try self.picture()
    }
    return picture
  }

  private func tmux(_ command: String) throws -> String {
    let run = try program.shell("tmux -S \(socket) -f /dev/null \(command)")
    guard run.status == 0 else { throw Timeout(wanted: command, picture: run.errors) }
    return run.output
  }
}
