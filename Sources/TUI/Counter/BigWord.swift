import Canvas

/// A short word in letters five rows high, to be read from a step away.
struct BigWord {
  static let height = 5
  private static let letterWidth = 5

  private let word: String
  private let style: Style

  init(_ word: String, _ style: Style) {
    self.word = word
    self.style = style
  }

  private static let shapes: [Character: [String]] = [
    "Y": ["#   #", " # # ", "  #  ", "  #  ", "  #  "], "E": ["#####", "#    ", "#### ", "#    ", "#####"],
    "S": [" ####", "#    ", " ### ", "    #", "#### "], "N": ["#   #", "##  #", "# # #", "#  ##", "#   #"],
    "O": [" ### ", "#   #", "#   #", "#   #", " ### "], "D": ["#### ", "#   #", "#   #", "#   #", "#### "],
  ]

  /// Draws the word at the top left, each square as wide as it is high where there is room; else the word as plain text.
  /// Returns the rows it took.
  func draw(on canvas: inout Canvas, in area: Rect) -> Int {
    let columns = word.count * (Self.letterWidth + 1) - 1
    guard area.height > Self.height, columns <= area.width else {
      canvas.put(word, at: area.origin, style: style.bold, width: area.width)
      return 1
    }
    let scale = 2 * columns <= area.width ? 2 : 1
    for (index, letter) in word.enumerated() {
      for (row, line) in (Self.shapes[letter] ?? []).enumerated() {
        for (column, cell) in line.enumerated() where cell == "#" {
          let x = area.x + scale * (index * (Self.letterWidth + 1) + column)
          canvas.put(canvas.glyphs.full, at: Point(x: x, y: area.y + row), style: style, count: scale)
        }
      }
    }
    return Self.height
  }
}
