extension Canvas {
  /// Pixels of a cell in a picture.
  private static let cellWidth = 9
  private static let cellHeight = 18
  private static let baseline = 14

  /// The canvas as a picture (SVG 1.1), a text element a run, stretched to its cells so that any font lines up.
  package func svg(theme: Theme) -> String {
    let (width, height) = (size.width * Self.cellWidth, size.height * Self.cellHeight)
    var svg = """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)" \
      font-family="'DejaVu Sans Mono','Menlo','Consolas',monospace" font-size="15">
      <rect width="\(width)" height="\(height)" fill="\(theme.background.hex)"/>

      """
    for run in rowsOfRuns.joined() { svg += Self.element(run, theme) }
    return svg + "</svg>\n"
  }

  private static func element(_ run: Run, _ theme: Theme) -> String {
    let attributes = theme.attributes(run.style)
    let isReverse = attributes.contains(.reverse)
    let colour = theme.paint(run.style.role).rgb.hex
    let (x, y, width) = (run.column * cellWidth, run.row * cellHeight, run.width * cellWidth)
    var element = ""
    if isReverse {
      element += "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(cellHeight)\" fill=\"\(colour)\"/>\n"
    }
    guard run.text.utf8.contains(where: { $0 != 0x20 }) || attributes.contains(.underline) else { return element }
    element += "<text x=\"\(x)\" y=\"\(y + baseline)\" textLength=\"\(width)\" lengthAdjust=\"spacingAndGlyphs\""
    element += " xml:space=\"preserve\" fill=\"\(isReverse ? theme.background.hex : colour)\""
    if attributes.contains(.bold) { element += " font-weight=\"bold\"" }
    if attributes.contains(.dim) { element += " opacity=\"0.6\"" }
    if attributes.contains(.underline) { element += " text-decoration=\"underline\"" }
    return element + ">\(escaped(run.text))</text>\n"
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
