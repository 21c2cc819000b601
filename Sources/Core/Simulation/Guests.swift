/// Guests who come without the program and take places of its offers: why partners sell out.
///
/// Each partner has a popularity of its own, 0.2 to 1, that follows from the town's seed. Every local hour it meets a
/// wave of guests with probability popularity x ``bustle(hour:isWeekend:)``. A wave takes 5 to 25 % of the places that
/// are left of each of the partner's offers, at least one; one wave in twenty is a full house and takes all of them.
/// Guests stay until ``closingHour``, when all their places are free again. Offers without a number of places, and
/// minutes at a parking meter, are not theirs to take.
struct Guests: Sendable {
  /// The local hour at which the last guests have gone.
  static let closingHour = 4
  static let fullHouseChance = 0.05

  private let townSeed: UInt64

  init(townSeed: UInt64) {
    self.townSeed = townSeed
  }

  /// How well known a partner is, 0.2 to 1.
  func popularity(of partner: Partner.ID) -> Double {
    var generator = SeededGenerator(seed: townSeed ^ UInt64(bitPattern: ~partner.value) &* 0x9E37_79B9_7F4A_7C15)
    return generator.number(from: 0.2, to: 1)
  }

  /// Chance of a wave at the most popular partner in one local hour: a lunch and a dinner peak, half as much again at
  /// the weekend and on Friday nights.
  func bustle(hour: Int, isWeekend: Bool) -> Double {
    let chance =
      switch hour {
      case 12, 13: 0.3
      case 18, 19, 20: 0.4
      case 9...21: 0.15
      default: 0.0
      }
    return isWeekend ? chance * 1.5 : chance
  }

  /// How many places of each of a partner's offers a wave takes; nil if none comes in this hour.
  func wave(
    at partner: Partner.ID, left: [Int], hour: Int, isWeekend: Bool, using generator: inout SeededGenerator
  ) -> [Int]? {
    guard generator.happens(popularity(of: partner) * bustle(hour: hour, isWeekend: isWeekend)) else { return nil }
    if generator.happens(Self.fullHouseChance) { return left }
    let share = generator.number(from: 0.05, to: 0.25)
    return left.map { min($0, max(1, Int((Double($0) * share).rounded()))) }
  }
}

/// The places an offer has left, as a wave of guests finds them.
package struct PlacesLeft: Hashable, Sendable {
  package let offer: Offer.ID
  package let partner: Partner.ID
  package let category: String
  package let left: Int

  package init(offer: Offer.ID, partner: Partner.ID, category: String, left: Int) {
    self.offer = offer
    self.partner = partner
    self.category = category
    self.left = left
  }
}
