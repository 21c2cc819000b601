import Canvas
import Core

/// An offer's facts in words.
enum OfferWords {
  /// What it gives: `20 % off, free dessert`.
  static func value(_ offer: Offer, _ formats: Formats) -> String {
    let value = offer.value
    var parts: [String] = []
    if value.discountPercent > 0 { parts.append("\(Words.number(value.discountPercent)) % off") }
    if value.amountCents > 0 { parts.append("\(formats.money(Money(cents: value.amountCents, offer.currency))) off") }
    if value.parkingMinutes > 0 { parts.append("\(value.parkingMinutes) min of parking") }
    parts += value.perks.map(\.title)
    return parts.isEmpty ? "nothing" : parts.joined(separator: ", ")
  }

  /// How many places are left: `4 of 20 left`.
  static func places(_ offer: Offer) -> String {
    guard let total = offer.capacityTotal else { return "unlimited" }
    return "\(Number.grouped(offer.capacityLeft ?? total)) of \(Number.grouped(total)) left"
  }

  /// When it may appear: `Fri or Sat, 17:00 to 21:00, 30 to 120 min left, only in rain`.
  static func trigger(_ rule: TriggerRule, _ formats: Formats) -> String {
    var parts: [String] = []
    if let days = rule.daysOfWeek, days != .all { parts.append(Words.either(days.days.map(\.title))) }
    if rule.timeOfDayStart != nil || rule.timeOfDayEnd != nil {
      parts.append(
        "\(formats.clock(rule.timeOfDayStart ?? .midnight)) to \(formats.clock(rule.timeOfDayEnd ?? .endOfDay))")
    }
    switch (rule.timeRemainingMinimum, rule.timeRemainingMaximum) {
    case (let least?, let most?): parts.append("\(Words.number(least)) to \(Words.number(most)) min left")
    case (let least?, nil): parts.append("at least \(Words.number(least)) min left")
    case (nil, let most?): parts.append("at most \(Words.number(most)) min left")
    case (nil, nil): break
    }
    if let weather = rule.weather { parts.append("only in \(Words.either(weather.map(\.rawValue).sorted()))") }
    return parts.isEmpty ? "any time" : parts.joined(separator: ", ")
  }

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
}
