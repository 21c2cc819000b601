import Canvas
import Core

/// What a rule would find, in words and bars, beside its form or on its page.
struct PreviewLines {
  private let preview: RulePreview
  private let formats: Formats
  private let glyphs: Glyphs
  private let width: Int

  init(_ preview: RulePreview, width: Int, formats: Formats, glyphs: Glyphs = .unicode) {
    self.preview = preview
    self.width = width
    self.formats = formats
    self.glyphs = glyphs
  }

  /// `finds 12 of 5,000`, and how many alerts a day that makes.
  var count: StyledLine {
    [
      Span("finds ", .muted), Span(Number.grouped(preview.matchingCount), Style.text.bold),
      Span(" of \(Number.grouped(preview.total))", .muted),
    ]
  }

  /// `about 0.8 alerts a day`; with a warning where that is more than one reads.
  var perDay: StyledLine {
    guard let expected = preview.expectedPerDay else {
      return StyledLine("alerts a day: not known before a day of listings", .muted)
    }
    let words = "about \(RuleRow.perDay(expected)) \(expected == 1 ? "alert" : "alerts") a day"
    guard preview.isTooMuch else { return StyledLine(words) }
    return [
      Span("! \(words)", Style.warning.bold),
      Span(", more than \(Number.fixed(RulePreview.manyPerDay, decimals: 0)): narrow it", .warning),
    ]
  }

  /// What each criterion removes, as a bar of all listings, and what it alone removes.
  var funnel: [StyledLine] {
    guard !preview.funnel.steps.isEmpty else { return [StyledLine("nothing is left out", .muted)] }
    let counts = preview.funnel.steps.map { "-\(Number.grouped($0.count))" }
    let columns = counts.map(\.utf8.count).max() ?? 0
    let label = 10
    let bar = max(4, min(24, width - label - columns - 24))
    return zip(preview.funnel.steps, counts).map { step, count in
      let share = preview.total > 0 ? Double(step.count) / Double(preview.total) : 0
      let drawn = Bar(share, width: bar, role: .series2, showsTrack: true).line(glyphs: glyphs)
      let alone = step.alone > 0 ? "  +\(Number.grouped(step.alone)) without it" : ""
      return [Span(TextWidth.pad(step.criterion.word, to: label), .text)] + drawn
        + [
          Span(" " + String(repeating: " ", count: columns - count.utf8.count) + count, .warning), Span(alone, .muted),
        ]
    }
  }

  /// Some of what it finds, the newest first, the words it was found by marked.
  func samples(_ limit: Int) -> [StyledLine] {
    guard preview.matchingCount > 0 else { return [StyledLine("Nothing that is stored now matches.", .muted)] }
    return preview.samples.prefix(limit).map { sample in
      let price = DealsCells.price(sample.price, formats)
      let room = max(8, width - 11)
      let title = MarkedTitle.line(sample.title, words: sample.matchedWords).clipped(to: room, glyphs: glyphs)
      let blanks = max(1, width - title.columns(glyphs: glyphs) - TextWidth.columns(price, glyphs: glyphs))
      return title + [Span(String(repeating: " ", count: blanks) + price, .muted)]
    }
  }
}
