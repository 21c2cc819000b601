import Canvas
import Core

/// The overview as plain text, for `opportune` where there is no terminal.
package enum OverviewText {
  /// Lines of at most `width` columns, in ASCII where asked.
  package static func lines(
    _ board: DiscoverBoard, width: Int = 80, glyphs: Glyphs = .unicode, formats: Formats = Formats()
  ) -> [String] {
    let local = board.town.zone.localTime(at: board.now)
    let kind = board.town.kind == .demo ? "  DEMO" : ""
    var lines: [StyledLine] = [
      StyledLine("\(board.town.name)  \(local.weekday.title) \(local.date) \(formats.clock(local))\(kind)"),
      StyledLine(
        "\(Quantity.count(board.parked, "car")) parked, "
          + "\(Quantity.count(board.town.offers.count, "partner door")) on the map"),
      .empty,
    ]
    lines += TodayTile.lines(board.funnel, width: width, formats: formats)
    if !board.stream.isEmpty {
      lines += [.empty, "Last events"]
      lines += board.stream.prefix(8).map { event in
        let time = formats.clockWithSeconds(board.town.zone.localTime(at: event.at))
        return StyledLine(
          "\(time) \(TextWidth.pad(event.type.pastTense, to: 10))\(event.offerTitle)  \(formats.text(event.detail))")
      }
    }
    return lines.flatMap { render($0, width: width, glyphs: glyphs) }
  }

  /// Through a canvas, so that whatever stands in the data is safe to print.
  private static func render(_ line: StyledLine, width: Int, glyphs: Glyphs) -> [String] {
    var canvas = Canvas(size: Size(width: width, height: 1), glyphs: glyphs)
    canvas.put(line, at: .origin, width: width)
    return [canvas.plainText]
  }
}
