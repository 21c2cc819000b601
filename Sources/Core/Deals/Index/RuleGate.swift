/// What tells most listings from a rule with a few operations: rounded ranges of latitude, longitude, price and score,
/// and one bit for each of some shares of categories, conditions and currencies.
///
/// A listing that does not pass does not match; one that passes is looked at in full. Four lanes of fifteen bits stand in
/// one word, so that one subtraction compares them all; the sixteenth bit of each tells where it borrowed.
struct RuleGate: Sendable {
  /// Least values, lane by lane.
  private let low: UInt64
  /// Greatest values, with the sixteenth bit of each lane set.
  private let high: UInt64
  private let mask: UInt32

  /// The sixteenth bit of each lane.
  private static let guards: UInt64 = 0x8000_8000_8000_8000
  /// What stands in a lane where a listing says nothing.
  private static let missing: UInt64 = 0x7FFF

  /// What a listing shows to a gate.
  struct Pass: Sendable {
    fileprivate let lanes: UInt64
    fileprivate let bits: UInt32

    init(_ listing: PackedListing, category: UInt32?, currency: UInt32?) {
      let position = listing.position
      lanes =
        guards
        | RuleGate.lanes(
          position.map { latitude($0.latitude) } ?? missing, position.map { longitude($0.longitude) } ?? missing,
          listing.priceCents.map(price) ?? missing, listing.dealScore.map(score) ?? missing)
      bits =
        RuleGate.bit(category: category) | RuleGate.bit(condition: listing.condition)
        | RuleGate.bit(currency: currency)
    }
  }

  /// - Parameters:
  ///   - categories: numbers of the rule's categories.
  ///   - currency: the number of the rule's currency; nil where it asks for no price.
  init(_ terms: RuleTerms, categories: [UInt32], currency: UInt32?) {
    var low = [UInt64](repeating: 0, count: 4)
    var high = [UInt64](repeating: Self.missing, count: 4)
    if let area = terms.area {
      let bounds = CircleBounds(radius: area.reach, around: area.center)
      (low[0], high[0]) = (Self.latitude(bounds.south), Self.latitude(bounds.north))
      let west = area.center.longitude - bounds.longitudeReach
      let east = area.center.longitude + bounds.longitudeReach
      let isWhole = west > -180 && east < 180
      (low[1], high[1]) = (isWhole ? Self.longitude(west) : 0, Self.longitude(isWhole ? east : 180))
    }
    if terms.hasPrice {
      low[2] = terms.minPriceCents.map(Self.price) ?? 0
      high[2] = terms.maxPriceCents.map(Self.price) ?? Self.missing - 1
    }
    if let least = terms.minDealScore { (low[3], high[3]) = (Self.score(least), Self.missing - 1) }
    self.low = Self.lanes(low[0], low[1], low[2], low[3])
    self.high = Self.guards | Self.lanes(high[0], high[1], high[2], high[3])
    let any: UInt32 = 0xFFFF_FFFF
    let categoryMask =
      categories.isEmpty ? any : categories.reduce(0) { $0 | Self.bit(category: $1) }
    let conditions =
      terms.condition == nil && terms.minCondition == nil
      ? any : ListingCondition.allCases.filter(terms.allows).reduce(0) { $0 | Self.bit(condition: $1) }
    let currencies = currency.map { Self.bit(currency: $0) } ?? any
    mask =
      categoryMask & Self.categoryBits | conditions & Self.conditionBits | currencies & Self.currencyBits
  }

  /// Whether a listing may match.
  @inline(__always)
  func admits(_ pass: Pass) -> Bool {
    let notUnder = pass.lanes &- low
    let notOver = high &- (pass.lanes ^ Self.guards)
    return (notUnder & notOver & Self.guards) == Self.guards && (mask & pass.bits) == pass.bits
  }

  // Rounding down keeps the order, so that what lies within a range still does when all three are rounded.
  private static func latitude(_ degrees: Double) -> UInt64 { UInt64((degrees + 90) * (32_000 / 180)) }
  private static func longitude(_ degrees: Double) -> UInt64 { UInt64((degrees + 180) * (32_000 / 360)) }
  private static func score(_ score: Double) -> UInt64 { UInt64(min(max(score, 0), 1) * 30_000) }

  /// Sign, exponent and seven digits of a single-precision number, which are ordered as the numbers are.
  private static func price(_ cents: Int64) -> UInt64 { UInt64(Float(max(cents, 0)).bitPattern >> 16) }

  private static func lanes(_ one: UInt64, _ two: UInt64, _ three: UInt64, _ four: UInt64) -> UInt64 {
    one | two << 16 | three << 32 | four << 48
  }

  private static let categoryBits: UInt32 = 0x0001_FFFF
  private static let conditionBits: UInt32 = 0x00FE_0000
  private static let currencyBits: UInt32 = 0xFF00_0000

  /// Sixteen shares of categories, and one for a category that no rule names and for none at all.
  private static func bit(category: UInt32?) -> UInt32 { 1 << (category.map { $0 % 16 } ?? 16) }
  private static func bit(condition: ListingCondition?) -> UInt32 { 1 << UInt32(17 + (condition?.grade ?? 6)) }
  /// So many currencies have a bit of their own: the first seven.
  static let exactCurrencies: UInt32 = 7
  /// Seven shares of currencies, and one for a currency that no rule names.
  private static func bit(currency: UInt32?) -> UInt32 { 1 << (24 + (currency.map { $0 % exactCurrencies } ?? 7)) }
}
