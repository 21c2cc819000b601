import Canvas
import Core

/// A ranking as text for people.
struct DiscoverText {
  let ranking: Ranking
  let partnerNames: [Partner.ID: String]
  let allReasons: Bool
  /// The real ranking, where this one only supposes something.
  var comparison: WhatIfComparison?

  /// The shown offers with the parts of their scores, then the held-back ones with the reason.
  var text: String {
    var text = ranking.reason.map { "Nothing is shown: \($0.sentence).\n" } ?? ""
    if ranking.reason == nil || !ranking.ranked.isEmpty { text += shown }
    // One reason that holds for the whole list is said once.
    if ranking.reason != nil, !allReasons { return text }
    if !ranking.heldBack.isEmpty { text += "\nHeld back nearby\n" + heldBack }
    if !ranking.heldBackCounts.isEmpty {
      let counts = ranking.heldBackCounts.map { "\($0.count) \($0.code.name)" }.joined(separator: ", ")
      text += "\n" + PageWidth.wrapped("Held back in all: \(counts)", hanging: 2)
    }
    return text
  }

  private var shown: String {
    let rank: [TextTable.Column] = comparison == nil ? [] : [.numbers("rank"), .whole("in truth")]
    var table = TextTable(
      rank + [
        .numbers("score"), .numbers("offer"), .words("title"), .words("partner"), .numbers("walk"), .numbers("worth"),
        .whole("parts"),
      ])
    for (index, ranked) in ranking.ranked.enumerated() {
      let parts = LargestRemainder.rounded(ranked.parts.map(\.points.points))
      let place = comparison.map { ["\(index + 1)", Self.truth($0.places[ranked.offer.id])] } ?? []
      table.add(
        place + [
          "\(parts.reduce(0, +))", "\(ranked.offer.id)", ranked.offer.title,
          partnerNames[ranked.offer.partnerID] ?? "", "\(Int(ranked.walk.minutes.rounded(.up))) min",
          Money(cents: ranked.valueCents, ranked.offer.currency).description,
          parts.map(String.init).joined(separator: " + "),
        ])
    }
    let gone = comparison?.gone(from: ranking) ?? []
    let lost = gone.map { "\(Self.truth(comparison?.places[$0.offer.id])) \(Printable.sanitised($0.offer.title))" }
    let legend = ranking.ranked.isEmpty ? "" : "Parts: time + place + value + scarce + you\n"
    let farewell =
      lost.isEmpty ? "" : PageWidth.wrapped("No longer shown: \(lost.joined(separator: ", "))", hanging: 2) + "\n"
    return table.text(empty: "No offer suits this session now.") + legend + farewell
  }

  /// Where an offer really stands, with its score: `3 (71)`.
  private static func truth(_ place: WhatIfComparison.Place?) -> String {
    place.map { "\($0.rank) (\($0.shownScore))" } ?? "held back"
  }

  /// Held-back offers that are listed; a person reads the nearest, a script reads them all.
  private static let heldBackLimit = 20

  private var heldBack: String {
    var table = TextTable([.numbers("offer"), .words("title"), .sentence("why not")])
    for held in ranking.heldBack.prefix(Self.heldBackLimit) {
      let reasons = [held.reason] + (allReasons ? held.others : [])
      table.add(["\(held.offer.id)", held.offer.title, reasons.map(\.sentence).joined(separator: "; ")])
    }
    let more = ranking.heldBack.count - Self.heldBackLimit
    return table.text(empty: "") + (more > 0 ? "and \(more) more; --json lists them\n" : "")
  }
}

extension DiscoverDocument {
  /// The whole answer as text for people.
  func text(allReasons: Bool) -> String {
    let session = context.session
    let left = Int(context.minutesLeft.rounded(.down))
    let who = Printable.sanitised(personName ?? "anonymous")
    let place = Printable.sanitised(session.placeName)
    let record =
      decisionID.map { ", decision \($0)" }
      ?? (comparison == nil ? ", nothing written" : ", a what-if: nothing written")
    let facts = [who, place, "\(left) min left", "\(context.now.text(in: session.clock)) \(session.zone)"]
    let head = "Session \(session.id): " + facts.filter { !$0.isEmpty }.joined(separator: ", ") + record
    return PageWidth.wrapped(head, hanging: 2) + "\n"
      + DiscoverText(
        ranking: ranking, partnerNames: partnerNames, allReasons: allReasons, comparison: comparison
      ).text
  }
}
