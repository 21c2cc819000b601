import Canvas
import Core

/// A ranking as text for people.
struct DiscoverText {
  let ranking: Ranking
  let partnerNames: [Partner.ID: String]
  let allReasons: Bool

  /// The shown offers with the parts of their scores, then the held-back ones with the reason.
  var text: String {
    var text = ranking.reason.map { "Nothing is shown: \($0.sentence).\n" } ?? ""
    text += shown
    if !ranking.heldBack.isEmpty { text += "\nHeld back nearby\n" + heldBack }
    if !ranking.heldBackCounts.isEmpty {
      let counts = ranking.heldBackCounts.map { "\($0.count) \($0.code.name)" }.joined(separator: ", ")
      text += "\nHeld back in all: \(counts)\n"
    }
    return text
  }

  private var shown: String {
    var table = TextTable([
      .numbers("score"), .numbers("offer"), .words("title"), .words("partner"), .numbers("walk"), .numbers("worth"),
      .words("time + place + value + scarce + you"),
    ])
    for ranked in ranking.ranked {
      let parts = LargestRemainder.rounded(ranked.parts.map(\.points.points))
      table.add([
        "\(parts.reduce(0, +))", "\(ranked.offer.id)", ranked.offer.title,
        partnerNames[ranked.offer.partnerID] ?? "", "\(Int(ranked.walk.minutes.rounded(.up))) min",
        Money(cents: ranked.valueCents, ranked.offer.currency).description,
        parts.map(String.init).joined(separator: " + "),
      ])
    }
    return table.text(empty: "No offer suits this session now.")
  }

  /// Held-back offers that are listed; a person reads the nearest, a script reads them all.
  private static let heldBackLimit = 20

  private var heldBack: String {
    var table = TextTable([.numbers("offer"), .words("title"), .words("why not")])
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
    let record = decisionID.map { ", decision \($0)" } ?? ", nothing written"
    return "Session \(session.id): \(who), \(place), \(left) min left, "
      + "\(context.now.text(in: session.clock))\(record)\n\n"
      + DiscoverText(ranking: ranking, partnerNames: partnerNames, allReasons: allReasons).text
  }
}
