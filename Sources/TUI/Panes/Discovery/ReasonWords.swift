import Canvas
import Core

extension Formats {
  /// Why an offer is held back, with distances and times as this person reads them. Other reasons stay as the engine
  /// words them; so does everything that is stored or exported.
  func sentence(of reason: HeldBackReason, in zone: ZoneTable) -> String {
    guard self != Formats() else { return reason.sentence }
    switch reason.code {
    case .tooFar:
      guard let walk = reason.actual.metres, let limit = reason.required.metres else { return reason.sentence }
      return "\(distance(metres: walk)) walk, limit \(distance(metres: limit))"
    case .timeOfDay, .quietHours:
      guard let now = reason.actual.clocks.first, reason.required.clocks.count == 2 else { return reason.sentence }
      let (from, to) = (clock(reason.required.clocks[0]), clock(reason.required.clocks[1]))
      // Shorter than the engine's words, for half days take room in a list.
      return "\(reason.code == .timeOfDay ? "only" : "quiet") \(from) to \(to), now \(clock(now))"
    case .notStarted: return moment(reason.required, in: zone).map { "starts \($0)" } ?? reason.sentence
    case .ended: return moment(reason.required, in: zone).map { "ended \($0)" } ?? reason.sentence
    case .sessionEnded: return moment(reason.required, in: zone).map { "the session ended \($0)" } ?? reason.sentence
    default: return reason.sentence
    }
  }

  /// A value of a rule with its unit.
  func text(_ quantity: HeldBackReason.Quantity, in zone: ZoneTable) -> String {
    if quantity.unit == "metres", let metres = quantity.metres { return distance(metres: metres) }
    if ["time_of_day", "quiet_hours"].contains(quantity.unit), !quantity.clocks.isEmpty {
      return Words.either(quantity.clocks.map(clock))
    }
    return moment(quantity, in: zone) ?? quantity.text
  }

  /// What a part of a score says for itself.
  func reason(of part: RankedOffer.Part, _ offer: RankedOffer, limit: Metres) -> String {
    switch part.factor {
    case .spatial where distanceUnit != .metres && limit.value > 0:
      "\(distance(offer.walk.distance)) walk of at most \(distance(limit))"
    case .value: "worth \(money(Money(cents: offer.valueCents, offer.offer.currency)))"
    default: part.points.reason
    }
  }

  /// Date and time of day: `2026-11-20 5:42 pm`.
  func moment(_ instant: Timestamp, in zone: ZoneTable) -> String {
    let local = zone.localTime(at: instant)
    return "\(local.date) \(clock(local))"
  }

  private func moment(_ quantity: HeldBackReason.Quantity, in zone: ZoneTable) -> String? {
    guard quantity.unit == "instant", case .string(let text) = quantity.value else { return nil }
    return Timestamp(rfc3339: text).map { moment($0, in: zone) }
  }
}

extension HeldBackReason.Quantity {
  /// The value as a number; nil if it is none.
  fileprivate var metres: Double? {
    switch value {
    case .number(let value): value
    case .integer(let value): Double(value)
    default: nil
    }
  }

  /// The times of day in it.
  fileprivate var clocks: [ClockTime] {
    switch value {
    case .string(let text): ClockTime(parsing: text).map { [$0] } ?? []
    case .array(let elements): elements.flatMap { HeldBackReason.Quantity($0, unit).clocks }
    default: []
    }
  }
}
