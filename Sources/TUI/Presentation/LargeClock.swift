import Canvas

/// A time of day in digits three rows high, to be read from the back of a room.
struct LargeClock {
  static let height = 3

  private let text: String

  /// - Parameter text: as in `17:42` or `5:42pm`; what is no digit or colon is written small behind.
  init(_ text: String) {
    self.text = text
  }

  /// Seven segments a digit, in three rows of three columns.
  private static let shapes: [Character: [String]] = [
    "0": [" _ ", "| |", "|_|"], "1": ["   ", "  |", "  |"], "2": [" _ ", " _|", "|_ "], "3": [" _ ", " _|", " _|"],
    "4": ["   ", "|_|", "  |"], "5": [" _ ", "|_ ", " _|"], "6": [" _ ", "|_ ", "|_|"], "7": [" _ ", "  |", "  |"],
    "8": [" _ ", "|_|", "|_|"], "9": [" _ ", "|_|", " _|"], ":": [" ", ".", "."],
  ]

  /// Draws the time at the top left; returns how many columns it took.
  func draw(on canvas: inout Canvas, in area: Rect) -> Int {
    guard area.height >= Self.height else { return 0 }
    var x = area.x
    for sign in text {
      guard let rows = Self.shapes[sign], x + 3 <= area.right else {
        x += canvas.put(String(sign), at: Point(x: x, y: area.y + Self.height - 1), width: max(0, area.right - x))
        continue
      }
      for (row, line) in rows.enumerated() {
        canvas.put(line, at: Point(x: x, y: area.y + row), style: Style.accent.bold)
      }
      x += (rows.first?.count ?? 0) + 1
    }
    return x - area.x
  }
}
