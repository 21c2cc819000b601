import Canvas
import Core

/// The overview as plain text, for `opportune` where there is no terminal.
package enum OverviewText {
  /// Lines of at most `width` columns, in ASCII where asked.
  package static func lines(_ board: DiscoverBoard, width: Int = 80, glyphs: Glyphs = .unicode) -> [String] {
    let local = board.town.zone.localTime(at: board.now)
    let kind = board.town.kind == .demo ? "  DEMO" : ""
    var lines: [StyledLine] = [
      StyledLine("\(board.town.name)  \(local.weekday.title) \(local.date) \(local.clock)\(kind)"),
      StyledLine(
        "\(Quantity.count(board.sessions.count, "car")) parked, "
          + "\(Quantity.count(board.town.offers.count, "partner door")) on the map"),
      .empty,
    ]
    lines += TodayTile.lines(board.funnel, width: width)
    if !board.stream.isEmpty {
      lines += [.empty, "Last events"]
      lines += board.stream.prefix(8).map { event in
        let time = board.town.zone.localTime(at: event.at).clockWithSeconds
        return StyledLine("\(time) \(TextWidth.pad(event.type.pastTense, to: 10))\(event.offerTitle)  \(event.detail)")
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
