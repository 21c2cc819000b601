extension Canvas {
  /// The canvas for a terminal that is written to once: text with SGR sequences (ECMA-48), a line a row, each ending
  /// in the plain look.
  package func ansi(theme: Theme, depth: ColourDepth) -> String {
    rowsOfRuns.map { runs in
      var line = ""
      for run in Self.withoutTrailingBlanks(runs) {
        let codes = theme.sgr(run.style, depth: depth)
        line += codes.isEmpty ? run.text : "\u{1B}[\(codes)m\(run.text)\u{1B}[0m"
      }
      return line
    }.joined(separator: "\n")
  }

  /// A row's runs up to the last cell that shows something.
  private static func withoutTrailingBlanks(_ runs: [Run]) -> [Run] {
    guard let last = runs.last, last.style == .text else { return runs }
    let kept = last.text.unicodeScalars.lastIndex { $0 != " " }
    guard let kept else { return runs.dropLast() }
    let text = String(last.text.unicodeScalars[...kept])
    let width = TextWidth.columns(text)
    return runs.dropLast() + [Run(row: last.row, column: last.column, text: text, style: last.style, width: width)]
  }
}

extension Theme {
  /// The parameters of the SGR sequence for a style, `1;38;5;75`; empty for the plain look.
  package func sgr(_ style: Style, depth: ColourDepth) -> String {
    let attributes = attributes(style)
    var codes: [String] = []
    if attributes.contains(.bold) { codes.append("1") }
    if attributes.contains(.dim) { codes.append("2") }
    if attributes.contains(.underline) { codes.append("4") }
    if attributes.contains(.reverse) { codes.append("7") }
    switch (depth, paint(style.role).index(at: depth)) {
    case (.twoHundredFiftySix, let index?): codes.append("38;5;\(index)")
    case (.sixteen, let index?): codes.append(index < 8 ? "\(30 + index)" : "\(82 + index)")
    default: break
    }
    return codes.joined(separator: ";")
  }
}
