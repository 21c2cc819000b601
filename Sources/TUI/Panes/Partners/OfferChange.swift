import Canvas
import Core

/// A fact of an offer that is another than it was, in words.
struct OfferChange: Equatable, Sendable {
  /// `places`, as on the offer's page.
  let name: String
  let before: String
  let after: String
}

extension Offer {
  /// The facts that differ from an earlier version, in the order of the offer's page.
  func changes(from earlier: Offer, _ formats: Formats, in zone: ZoneTable) -> [OfferChange] {
    zip(facts(formats, zone), earlier.facts(formats, zone)).compactMap { now, before in
      now.words == before.words
        ? nil : OfferChange(name: now.name, before: before.words.orNothing, after: now.words.orNothing)
    }
  }

  private func facts(_ formats: Formats, _ zone: ZoneTable) -> [(name: String, words: String)] {
    let spend = typicalSpendCents.map { formats.money(Money(cents: $0, currency)) } ?? ""
    let cap = impressionCap.map { "\(Quantity.count($0.count, "time"))\($0.perDay ? " a day" : "")" } ?? ""
    return [
      ("title", title), ("description", description), ("terms", terms), ("type", type.title), ("category", category),
      ("gives", OfferWords.value(self, formats)), ("spend", spend), ("currency", currency.code),
      ("takes", "\(Words.number(useMinutes)) min"),
      ("position", "\(Number.fixed(position.latitude, decimals: 5)), \(Number.fixed(position.longitude, decimals: 5))"),
      ("places", capacityTotal.map { Number.grouped($0) } ?? "no limit"),
      ("valid", OfferWords.window(self, zone: zone, formats)), ("appears", OfferWords.trigger(trigger, formats)),
      ("priority", "\(priority)"), ("cooldown", cooldownHours.map { "\(Words.number($0)) h" } ?? ""),
      ("shown at most", cap), ("claims a person", claimLimit.map { "\($0)" } ?? ""),
      ("a claim lives", Quantity.minutes(claimMinutes)),
    ]
  }
}

extension String {
  /// The text, or a word for none.
  fileprivate var orNothing: String { isEmpty ? "nothing" : self }
}
