import Canvas
import Core

/// The page about a listing: whether the selected rule finds it and why, what it is, how good a deal it is, and how its
/// price moved.
struct ListingPage {
  private let sheet: ListingSheet
  private let context: DealsPageContext

  init(_ sheet: ListingSheet, _ context: DealsPageContext) {
    self.sheet = sheet
    self.context = context
  }

  private var listing: Listing { sheet.listing }

  var standing: StyledLine {
    guard let verdict = sheet.verdict else { return StyledLine(context.price(listing.price), .muted) }
    return verdict.isMatch ? StyledLine("found", Style.positive.bold) : StyledLine("not found", .warning)
  }

  var sections: [PageSection] { why + [facts, score, history] }

  /// Each criterion of the rule with a yes or a no, and why.
  var why: [PageSection] {
    guard let verdict = sheet.verdict, let rule = sheet.rule else { return [] }
    let heading = verdict.isMatch ? "Why \(rule.name) finds it" : "Why \(rule.name) does not find it"
    let lines = verdict.findings.map { finding -> StyledLine in
      let sign = finding.isMet ? context.glyphs.check : context.glyphs.failed
      return [
        Span("\(sign) ", finding.isMet ? Style.positive.bold : Style.negative.bold),
        Span(TextWidth.pad(finding.criterion.word, to: 10), finding.isMet ? .muted : .text),
        Span(finding.reason, finding.isMet ? .text : .warning),
      ]
    }
    let paused = rule.isEnabled ? [] : [StyledLine("The rule is paused, so it finds nothing now.", .warning)]
    return [context.text(heading, paused + lines)]
  }

  var facts: PageSection {
    var lines = [
      MarkedTitle.line(listing.title, words: sheet.verdict?.matchedWords ?? [], style: Style.text.bold),
      context.fact("price", context.price(listing.price)),
    ]
    func add(_ label: String, _ words: String?) {
      if let words, !words.isEmpty { lines.append(context.fact(label, words)) }
    }
    add("category", listing.category)
    add("condition", listing.condition?.words)
    add("place", listing.place ?? listing.position.map { PositionText.text($0) })
    let rating = listing.sellerRating.map { " (\(Number.fixed($0, decimals: 1)) of 5)" } ?? ""
    add("seller", listing.seller.map { $0 + rating })
    add("posted", listing.postedAt.map { context.moment($0) })
    add("seen", "\(context.moment(listing.firstSeenAt)), last \(context.moment(listing.seenAt))")
    add("tags", listing.tags.joined(separator: ", "))
    add("from", "\(listing.source) \(listing.externalID)")
    add("at", listing.url)
    if !sheet.elsewhere.isEmpty {
      add("also at", Words.all(sheet.elsewhere.map { "\($0.source) \(context.price($0.price))" }))
    }
    if let watch = sheet.watch { add("watched", "tells at \(context.formats.money(watch.threshold)) or less") }
    let description = listing.description.prefix(600)
    if !description.isEmpty { lines += [.empty, StyledLine(String(description), .muted)] }
    return context.text("", lines)
  }

  var score: PageSection {
    let before = sheet.scoreWhenItCameIn.map { [StyledLine($0, .muted)] } ?? []
    let heading = "Deal score \(DealsCells.score(sheet.score.value))" + (before.isEmpty ? "" : " now")
    if let reason = sheet.score.unknownBecause {
      return context.text(heading, [StyledLine("not known: \(reason)", .muted)] + before)
    }
    return context.text(
      heading,
      before
        + sheet.score.parts.map { part in
          let points =
            "\(Number.fixed(part.points.points, decimals: 1)) of \(Number.fixed(part.factor.maximum, decimals: 0))"
          return [
            Span(TextWidth.pad(part.factor.rawValue, to: 13), .muted), Span(TextWidth.pad(points, to: 12)),
            Span(part.points.reason, .muted),
          ]
        })
  }

  var history: PageSection { PriceChart(sheet.history, threshold: sheet.watch?.threshold, context).section }
}
