import Canvas
import Core

/// Today as a funnel: each step's count, its share of the step before with a 95 % interval, and what it was worth.
struct TodayTile {
  /// Rows inside the border.
  static let rows = 7

  private let state: State

  init(_ state: State) {
    self.state = state
  }

  /// Draws the tile with its border.
  func draw(on canvas: inout Canvas, in area: Rect) {
    let inside = Panel("Today", detail: state.discovery.board == nil ? "" : "since midnight").draw(
      on: &canvas, in: area
    )
    .inset(horizontal: 1, vertical: 0)
    guard let funnel = state.discovery.board?.funnel else {
      Paragraph("Reading …", .muted).draw(on: &canvas, in: inside)
      return
    }
    Paragraph(Self.lines(funnel, width: inside.width, formats: state.formats)).draw(on: &canvas, in: inside)
  }

  /// The tile's lines.
  static func lines(_ funnel: DiscoverBoard.Funnel, width: Int, formats: Formats) -> [StyledLine] {
    guard funnel.impressions > 0 else {
      return [
        StyledLine("No offer has been shown today.", .muted),
        StyledLine("Offers are shown while people are parked; 3 opens Discover.", .muted),
      ]
    }
    let steps: [(String, Int64, Int64?)] = [
      ("shown", funnel.impressions, nil), ("viewed", funnel.views, funnel.impressions),
      ("accepted", funnel.acceptances, funnel.views), ("redeemed", funnel.redemptions, funnel.acceptances),
    ]
    let barWidth = max(6, min(24, width - 46))
    var lines = steps.map { name, count, base -> StyledLine in
      let bar = Bar(
        Double(count) / Double(funnel.impressions), width: barWidth, role: .series1, showsTrack: true)
      return [
        Span(TextWidth.pad(name, to: 9), .muted), Span(TextWidth.pad(Number.grouped(Int(count)), to: 7, align: .right)),
        Span("  "),
      ]
        + bar.line(glyphs: .unicode) + Self.rate(count, of: base)
    }
    lines.append(.empty)
    lines.append([
      Span("dismissed ", .muted), Span(Number.grouped(Int(funnel.dismissals))), Span("   expired ", .muted),
      Span(Number.grouped(Int(funnel.expiries))),
    ])
    lines.append([
      Span("value delivered ", .muted), Span(formats.money(Money(cents: funnel.valueCents)), Style.positive.bold),
      Span("   partners earned ", .muted), Span(formats.money(Money(cents: funnel.revenueCents))),
    ])
    return lines
  }

  /// `  45.8 % [44.3, 47.3]` of the step before; where a count exceeds its base there is no interval.
  private static func rate(_ count: Int64, of base: Int64?) -> StyledLine {
    guard let base, base > 0 else { return .empty }
    guard let bounds = Wilson.interval(successes: count, trials: base) else {
      return StyledLine("  more than before", .muted)
    }
    let low = Number.fixed(bounds.low * 100, decimals: 1)
    let high = Number.fixed(bounds.high * 100, decimals: 1)
    return [Span("  " + Number.percent(Double(count) / Double(base))), Span(" [\(low), \(high)]", .muted)]
  }
}
