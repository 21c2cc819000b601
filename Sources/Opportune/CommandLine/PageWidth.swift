import Canvas
import Glibc

/// How wide text for people may be: as wide as the terminal, or 80 columns where there is none.
enum PageWidth {
  private static let usual = 80

  /// Columns of this run's standard output.
  static let columns: Int = {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return usual }
    return max(40, Int(size.ws_col))
  }()

  /// Breaks a text between words, each line ended; lines after the first begin with blanks. A word wider than the page
  /// stays whole.
  /// - Parameter used: columns that stand before the text on its first line.
  static func wrapped(_ text: String, used: Int = 0, hanging: Int = 0, end: String = "", width: Int = columns) -> String
  {
    var lines: [String] = []
    var line = ""
    var room = width - used
    for word in text.split(separator: " ") {
      let wide = TextWidth.columns(String(word))
      if line.isEmpty {
        line = String(word)
      } else if TextWidth.columns(line) + 1 + wide <= room - end.count {
        line += " " + word
      } else {
        lines.append(line)
        line = String(word)
        room = width - hanging
      }
    }
    lines.append(line)
    return lines.joined(separator: end + "\n" + String(repeating: " ", count: hanging)) + "\n"
  }
}
