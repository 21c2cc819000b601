/// What tells most listings from a rule with a few operations: its prices, its bounds of latitude and longitude, rounded,
/// and one bit for each category, condition and currency.
///
/// A listing that does not pass does not match. One that passes is told for good by price, by condition, and by the first
/// categories and currencies; the rest is looked at in full. The lanes of latitude and longitude, fifteen bits each, and of
/// the price, thirty-one bits, stand in one word, so that one subtraction compares them all; the highest bit of each tells
/// where it borrowed. 20 bytes.
struct RuleGate: Sendable {
  /// Least values, lane by lane.
  private let low: UInt64
  /// Greatest values, with the highest bit of each lane set.
  private let high: UInt64
  private let mask: UInt32

  /// The highest bit of each lane.
  private static let guards: UInt64 = 0x8000_0000_8000_8000
  /// What stands in a lane of degrees, and in the lane of the price, where a listing says nothing.
  private static let nowhere: UInt64 = 0x7FFF
  private static let priceless: UInt64 = 0x7FFF_FFFF

  /// What a listing shows to a gate.
  struct Pass: Sendable {
    fileprivate let lanes: UInt64
    fileprivate let bits: UInt32

    init(_ listing: PackedListing, category: UInt32?, currency: UInt32?) {
      let position = listing.position
      lanes =
        guards
        | RuleGate.lanes(
          position.map { latitude($0.latitude) } ?? nowhere, position.map { longitude($0.longitude) } ?? nowhere,
          listing.priceCents.map(price) ?? priceless)
      bits =
        RuleGate.bit(category: category) | RuleGate.bit(condition: listing.condition)
        | RuleGate.bit(currency: currency)
    }
  }

  /// - Parameters:
  ///   - categories: numbers of the rule's categories.
  ///   - currency: the number of the rule's currency; nil where it asks for no price.
  init(_ terms: RuleTerms, categories: [UInt32], currency: UInt32?) {
    var (south, north) = (UInt64(0), Self.nowhere)
    var (west, east) = (south, north)
    if let area = terms.area {
      let bounds = CircleBounds(radius: area.reach, around: area.center)
      (south, north) = (Self.latitude(bounds.south), Self.latitude(bounds.north))
      let edges = (area.center.longitude - bounds.longitudeReach, area.center.longitude + bounds.longitudeReach)
      let isWhole = edges.0 > -180 && edges.1 < 180
      (west, east) = isWhole ? (Self.longitude(edges.0), Self.longitude(edges.1)) : (0, Self.longitude(180))
    }
    var (least, most) = (UInt64(0), Self.priceless)
    if terms.hasPrice {
      least = terms.minPriceCents.map(Self.price) ?? 0
      most = terms.maxPriceCents.map(Self.price) ?? Self.priceless - 1
    }
    low = Self.lanes(south, west, least)
    high = Self.guards | Self.lanes(north, east, most)
    let any = UInt32.max
    let categoryMask = categories.isEmpty ? any : categories.reduce(0) { $0 | Self.bit(category: $1) }
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
    return (notUnder & notOver & Self.guards) ^ Self.guards | UInt64(pass.bits & ~mask) == 0
  }

  // Rounding down keeps the order, so that what lies within a range still does when all three are rounded.
  private static func latitude(_ degrees: Double) -> UInt64 { UInt64((degrees + 90) * (32_000 / 180)) }
  private static func longitude(_ degrees: Double) -> UInt64 { UInt64((degrees + 180) * (32_000 / 360)) }

  /// Exact from nothing to twenty million; a rule asks for a million at most.
  private static func price(_ cents: Int64) -> UInt64 { UInt64(min(max(cents, -1), Int64(priceless) - 2) + 1) }

  private static func lanes(_ latitude: UInt64, _ longitude: UInt64, _ price: UInt64) -> UInt64 {
    latitude | longitude << 16 | price << 32
  }

  /// So many categories have a bit of their own, and one is for the others and for none.
  static let ownCategories: UInt32 = 20
  /// So many currencies have a bit of their own, and one is for the others and for none.
  static let ownCurrencies: UInt32 = 3

  private static let categoryBits: UInt32 = 0x001F_FFFF
  private static let conditionBits: UInt32 = 0x0FE0_0000
  private static let currencyBits: UInt32 = 0xF000_0000

  private static func bit(category: UInt32?) -> UInt32 { 1 << min(category ?? ownCategories, ownCategories) }
  private static func bit(condition: ListingCondition?) -> UInt32 { 1 << UInt32(21 + (condition?.grade ?? 6)) }
  private static func bit(currency: UInt32?) -> UInt32 { 1 << (28 + min(currency ?? ownCurrencies, ownCurrencies)) }
}
