import Canvas
import Core

/// An offer's facts in words.
enum OfferWords {
  /// What it gives: `20 % off, free dessert`.
  static func value(_ offer: Offer, _ formats: Formats) -> String { value(offer.value, offer.currency, formats) }

  /// The same of what was given at the time.
  static func value(_ value: ValueProposition, _ currency: Currency, _ formats: Formats) -> String {
    var parts: [String] = []
    if value.discountPercent > 0 { parts.append("\(Words.number(value.discountPercent)) % off") }
    if value.amountCents > 0 { parts.append("\(formats.money(Money(cents: value.amountCents, currency))) off") }
    if value.parkingMinutes > 0 { parts.append("\(value.parkingMinutes) min of parking") }
    parts += value.perks.map(\.title)
    return parts.isEmpty ? "nothing" : parts.joined(separator: ", ")
  }

  /// How many places are left: `4 of 20 left`.
  static func places(_ offer: Offer) -> String {
    guard let total = offer.capacityTotal else { return "unlimited" }
    return "\(Number.grouped(offer.capacityLeft ?? total)) of \(Number.grouped(total)) left"
  }

  /// When it may appear: `Fri and Sat, 17:00 to 21:00, 30 to 120 minutes left, not in rain`.
  static func trigger(_ rule: TriggerRule, _ formats: Formats) -> String { rule.words { formats.clock($0) } }

  /// From when until when, on the town's clock.
  static func window(_ offer: Offer, zone: ZoneTable, _ formats: Formats) -> String {
    func day(_ instant: Timestamp) -> String { formats.moment(instant, in: zone) }
    return switch (offer.validFrom, offer.validUntil) {
    case (let from?, let until?): "\(day(from)) to \(day(until))"
    case (let from?, nil): "from \(day(from)), no end set"
    case (nil, let until?): "until \(day(until))"
    case (nil, nil): "always"
    }
  }

  /// The end of its window that matters next, short enough for a list: `from 2026-12-01`.
  static func shortWindow(_ row: OfferRow, zone: ZoneTable) -> String {
    func day(_ instant: Timestamp) -> String { "\(zone.localTime(at: instant).date)" }
    let (from, until) = (row.offer.validFrom, row.offer.validUntil)
    if row.standing == .scheduled, let from { return "from \(day(from))" }
    return until.map { "to \(day($0))" } ?? "no end"
  }
}
