/// The signs the screen is drawn with: Unicode's, or plain ASCII where the locale has no UTF-8. Each is one cell wide.
package enum Glyphs: Sendable, CaseIterable {
  case unicode, ascii

  private func pick(_ unicode: Unicode.Scalar, _ ascii: Unicode.Scalar) -> Unicode.Scalar {
    self == .unicode ? unicode : ascii
  }

  // MARK: Boxes

  /// A level line.
  package var horizontal: Unicode.Scalar { pick("─", "-") }
  /// An upright line.
  package var vertical: Unicode.Scalar { pick("│", "|") }
  /// A rounded corner.
  package var topLeft: Unicode.Scalar { pick("╭", "+") }
  /// A rounded corner.
  package var topRight: Unicode.Scalar { pick("╮", "+") }
  /// A rounded corner.
  package var bottomLeft: Unicode.Scalar { pick("╰", "+") }
  /// A rounded corner.
  package var bottomRight: Unicode.Scalar { pick("╯", "+") }
  /// A divider's left end.
  package var teeLeft: Unicode.Scalar { pick("├", "+") }
  /// A divider's right end.
  package var teeRight: Unicode.Scalar { pick("┤", "+") }
  /// A zero line crossed by an interval.
  package var cross: Unicode.Scalar { pick("┼", "+") }

  /// A tick on an axis below a chart.
  package var teeBottom: Unicode.Scalar { pick("┬", "+") }
  /// A level line of less weight.
  package var dash: Unicode.Scalar { pick("┄", "-") }
  /// An upright line of less weight.
  package var dashUpright: Unicode.Scalar { pick("┆", ":") }

  // MARK: Bars and charts

  /// The upper half of a cell, where a bar hangs down.
  package var upperHalf: Unicode.Scalar { pick("▀", "'") }
  /// A target on a bar.
  package var target: Unicode.Scalar { pick("┃", "|") }

  /// A point of a chart, `size` 0 (small) to 3.
  package func point(_ size: Int) -> Unicode.Scalar {
    let size = min(max(size, 0), 3)
    return self == .unicode ? Self.points[size] : Self.asciiPoints[size]
  }

  /// The sign of a chart's series where there is no braille.
  package func series(_ index: Int) -> Unicode.Scalar { Self.asciiSeries[((index % 4) + 4) % 4] }

  private static let points: [Unicode.Scalar] = ["·", "•", "●", "◉"]
  private static let asciiPoints: [Unicode.Scalar] = [".", "o", "O", "@"]
  private static let asciiSeries: [Unicode.Scalar] = ["*", "o", "+", "x"]

  /// A full cell of a bar.
  package var full: Unicode.Scalar { pick("█", "#") }
  /// The empty part of a bar.
  package var empty: Unicode.Scalar { pick("░", ".") }
  /// The moving part of a scrollbar.
  package var thumb: Unicode.Scalar { pick("█", "#") }
  /// The still part of a scrollbar.
  package var track: Unicode.Scalar { pick("│", "|") }

  /// A bar's last cell, filled by this many eighths (1 to 8) from the left; `nil` where nothing is to be drawn.
  package func eighth(_ eighths: Int) -> Unicode.Scalar? {
    guard eighths > 0 else { return nil }
    guard self == .unicode else { return eighths >= 8 ? "#" : "-" }
    return Self.eighths[min(eighths, 8) - 1]
  }

  /// A column of a spark line, `level` 0 (lowest) to 7.
  package func spark(_ level: Int) -> Unicode.Scalar {
    let level = min(max(level, 0), 7)
    return self == .unicode ? Self.sparks[level] : Self.asciiSparks[level]
  }

  /// A heat map's cell, `level` 0 (nothing) to 4.
  package func shade(_ level: Int) -> Unicode.Scalar {
    let level = min(max(level, 0), 4)
    return self == .unicode ? Self.shades[level] : Self.asciiShades[level]
  }

  private static let eighths: [Unicode.Scalar] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]
  private static let sparks: [Unicode.Scalar] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  private static let asciiSparks: [Unicode.Scalar] = ["_", ".", ":", "-", "=", "+", "*", "#"]
  private static let shades: [Unicode.Scalar] = ["·", "░", "▒", "▓", "█"]
  private static let asciiShades: [Unicode.Scalar] = [".", ":", "+", "%", "#"]

  // MARK: Marks

  /// The selected row.
  package var selection: Unicode.Scalar { pick("▸", ">") }
  /// A marked row.
  package var mark: Unicode.Scalar { pick("●", "*") }
  /// A row or cell that changed a moment ago.
  package var changed: Unicode.Scalar { pick("•", "'") }
  /// A car park.
  package var parking: Unicode.Scalar { "P" }
  /// An offer.
  package var offer: Unicode.Scalar { pick("◆", "*") }
  /// A person.
  package var person: Unicode.Scalar { pick("◉", "@") }
  /// A dot of a way or a ring.
  package var dot: Unicode.Scalar { pick("·", ".") }
  /// More, or ascending.
  package var up: Unicode.Scalar { pick("▲", "^") }
  /// Less, or descending.
  package var down: Unicode.Scalar { pick("▼", "v") }
  /// From here to there.
  package var right: Unicode.Scalar { pick("→", ">") }
  /// Back.
  package var left: Unicode.Scalar { pick("←", "<") }
  /// A running clock.
  package var play: Unicode.Scalar { pick("▶", ">") }
  /// Something that is held.
  package var pause: Unicode.Scalar { pick("‖", "=") }
  /// The one before.
  package var previous: Unicode.Scalar { pick("‹", "<") }
  /// The one after.
  package var next: Unicode.Scalar { pick("›", ">") }
  /// Chosen, in brackets.
  package var tick: Unicode.Scalar { pick("✓", "x") }
  /// Done.
  package var check: Unicode.Scalar { pick("✓", "+") }
  /// Failed.
  package var failed: Unicode.Scalar { pick("✗", "x") }
  /// Text goes on, but there was no room.
  package var ellipsis: Unicode.Scalar { pick("…", "~") }
  /// An unprintable scalar was here.
  package var substitute: Unicode.Scalar { pick("\u{FFFD}", "?") }
}
