import Glibc

/// A bar on standard error that shows how far some work is; nothing at all where that is no terminal.
final class ProgressLine {
  private let label: String
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let errors = StandardOutput(descriptor: STDERR_FILENO)
  private var shown = -1

  init(_ label: String) {
    self.label = label
  }

  /// Shows a part between 0 and 1; draws only when a whole percent has changed.
  func show(_ part: Double) {
    let percent = Int((min(1, max(0, part)) * 100).rounded(.down))
    guard isTerminal, percent != shown else { return }
    shown = percent
    let filled = percent * 30 / 100
    let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: 30 - filled)
    write("\r\(label) [\(bar)] \(percent) %")
  }

  /// Takes the bar away.
  func clear() {
    guard isTerminal, shown >= 0 else { return }
    shown = -1
    write("\r\u{1B}[K")
  }

  /// A bar that cannot be shown must not stop the work it speaks of.
  private func write(_ text: String) {
    try? errors.write(text)
    try? errors.flush()
  }
}
