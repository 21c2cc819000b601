import Canvas
import Core

/// The day's funnel in words: counts from step to step, and the rate at the end with its 95 % interval (Wilson 1927).
struct FunnelSummary {
  private let funnel: DiscoverBoard.Funnel
  private let marks: ChangeMarks
  private let formats: Formats

  init(_ funnel: DiscoverBoard.Funnel, marks: ChangeMarks = ChangeMarks(), formats: Formats = Formats()) {
    self.funnel = funnel
    self.marks = marks
    self.formats = formats
  }

  /// `shown 4,212 > viewed 1,930 > 611 > 402`, with as many words as fit and a mark behind what just changed.
  func strip(width: Int, glyphs: Glyphs) -> StyledLine {
    let stages: [(ChangeMarks.Stage, String)] = [
      (.shown, "shown"), (.viewed, "viewed"), (.accepted, "accepted"), (.redeemed, "redeemed"),
    ]
    for named in stride(from: stages.count, through: 0, by: -1) {
      var line = StyledLine.empty
      for (index, (stage, word)) in stages.enumerated() {
        if index > 0 { line += StyledLine(" > ", .muted) }
        if index < named { line += StyledLine(word + " ", .muted) }
        let mark = marks.contains(.funnel(stage)) ? String(glyphs.changed) : ""
        line += [Span(Number.grouped(Int(funnel.count(stage)))), Span(mark, .accent)]
      }
      if line.columns(glyphs: glyphs) <= width { return line }
    }
    return FunnelStrip(counts: stages.map { Int(funnel.count($0.0)) }).line(width: width, glyphs: glyphs)
  }

  /// `redeemed 9.5 % of shown [8.7, 10.4]  worth $402.00`, the least important left out first.
  func rateLine(width: Int) -> StyledLine {
    let worth = StyledLine("worth \(formats.money(Money(cents: funnel.valueCents)))", .positive)
    guard funnel.impressions > 0 else { return StyledLine("no offer was shown yet", .muted) }
    let share = Double(funnel.redemptions) / Double(funnel.impressions)
    let rate = StyledLine("redeemed ", .muted) + StyledLine(Number.percent(share)) + StyledLine(" of shown", .muted)
    var interval = StyledLine.empty
    if let bounds = Wilson.interval(successes: funnel.redemptions, trials: funnel.impressions) {
      let low = Number.fixed(bounds.low * 100, decimals: 1)
      let high = Number.fixed(bounds.high * 100, decimals: 1)
      interval = StyledLine(" [\(low), \(high)]", .muted)
    }
    let lines = [rate + interval + "   " + worth, rate + interval, rate]
    return lines.first { $0.columns() <= width } ?? rate
  }
}
