extension Canvas {
  /// What is to be seen, without any look: a line a row, spaces at the ends of lines left out.
  package var plainText: String {
    var bytes: [UInt8] = []
    for y in 0..<size.height {
      if y > 0 { bytes.append(0x0A) }
      let row = y * size.width
      let end = (0..<size.width).last { !cells[row + $0].glyph.isBlank } ?? -1
      for x in 0..<end + 1 { cells[row + x].glyph.append(to: &bytes) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// All rows as runs of one style each.
  var rowsOfRuns: [[Run]] {
    (0..<size.height).map { y in
      var runs: [Run] = []
      appendRuns(0..<size.width, row: y, to: &runs)
      return runs
    }
  }
}
