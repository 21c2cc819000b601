/// Why there is no terminal to draw on. The sentence says what to do.
package enum TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Standard input or output is a file or a pipe.
  case notInteractive
  /// TERM is not set, or terminfo does not know it.
  case unknown(name: String)
  /// The terminal cannot place its cursor.
  case unsuitable(name: String)
  /// The system refused a descriptor or memory.
  case failed

  /// What is wrong and what to do, without a full stop at the end.
  package var description: String {
    switch self {
    case .notInteractive:
      "the dashboard needs a terminal for input and output; run it in one, or ask for text with a command such as "
        + "'opportune discover'"
    case .unknown(""):
      "TERM is not set, so the terminal's abilities are unknown; set it, for example: TERM=xterm-256color"
    case .unknown(let name):
      "the terminal '\(name)' (TERM) is not known here; set TERM to one that is, for example: TERM=xterm-256color"
    case .unsuitable(let name):
      "the terminal '\(name)' (TERM) cannot place its cursor; use another, or ask for text with a command such as "
        + "'opportune discover'"
    case .failed:
      "the system has no memory or descriptors left for the terminal; close other programs and try again"
    }
  }
}
