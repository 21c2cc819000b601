/// How good a deal a listing is, in points of a hundred: its price against others like it, how fresh it is, who sells
/// it and how much is said of it (row D.16).
package struct DealScore: Hashable, Sendable {
  /// What points are given for.
  package enum Factor: String, Hashable, Sendable, CaseIterable {
    case price, freshness, seller, completeness

    /// Most points.
    package var maximum: Double {
      switch self {
      case .price: 50
      case .freshness, .seller: 15
      case .completeness: 20
      }
    }
  }

  /// One part with its reason.
  package struct Part: Hashable, Sendable {
    package let factor: Factor
    package let points: FactorPoints
  }

  /// In the order of ``Factor``; the price's are nothing of 50 where they cannot be known.
  package let parts: [Part]
  /// Why there is no score; nil where there is one.
  package let unknownBecause: String?

  /// From 0 to 1; nil where it cannot be known.
  package var value: Double? {
    unknownBecause == nil ? parts.reduce(0) { $0 + $1.points.points } / 100 : nil
  }

  /// A score as it is read and as rules are written: 0.66.
  package static func words(_ score: Double) -> String {
    let whole = Int((score * 100).rounded())
    return "\(whole / 100).\(padded(whole % 100, 2))"
  }

  /// - Parameter comparables: prices of others of its category, condition and currency, itself left out.
  package init(_ listing: ListingDraft, firstSeenAt: Timestamp, comparables: ComparablePrices, now: Timestamp) {
    let price = PriceFactor(listing, comparables)
    unknownBecause = price.isKnown ? nil : price.points.reason
    parts = [
      Part(factor: .price, points: price.points),
      Part(factor: .freshness, points: Self.freshness(listing, firstSeenAt, now)),
      Part(factor: .seller, points: Self.seller(listing)),
      Part(factor: .completeness, points: Self.completeness(listing)),
    ]
  }

  /// Days after which nothing is fresh.
  private static let freshDays = 30.0

  /// A straight line from the day it was posted to thirty days later. One that does not say when it was posted was
  /// posted when it was first seen, at the latest.
  private static func freshness(_ listing: ListingDraft, _ firstSeenAt: Timestamp, _ now: Timestamp) -> FactorPoints {
    let maximum = Factor.freshness.maximum
    let days = max(0, (now - (listing.postedAt ?? firstSeenAt)).days)
    let what = listing.postedAt == nil ? "first seen" : "posted"
    return FactorPoints(
      points: maximum * max(0, freshDays - days) / freshDays, maximum: maximum,
      reason: days < 1 ? "\(what) today" : "\(what) \(Words.count(Int(days), "day")) ago")
  }

  /// A straight line from no star to five; half where nobody has rated.
  private static func seller(_ listing: ListingDraft) -> FactorPoints {
    let maximum = Factor.seller.maximum
    guard let rating = listing.sellerRating else {
      return FactorPoints(points: maximum / 2, maximum: maximum, reason: "the seller has no rating")
    }
    return FactorPoints(
      points: maximum * min(max(rating / 5, 0), 1), maximum: maximum,
      reason: "the seller is rated \(Words.number(rating)) of 5")
  }

  /// Equal shares for what a buyer looks for first.
  private static func completeness(_ listing: ListingDraft) -> FactorPoints {
    let facts = [
      ("description", !listing.description.isEmpty), ("image", listing.imageURL != nil),
      ("condition", listing.condition != nil), ("position", listing.position != nil),
      ("posted time", listing.postedAt != nil),
    ]
    let maximum = Factor.completeness.maximum
    let missing = facts.filter { !$0.1 }.map(\.0)
    return FactorPoints(
      points: maximum * Double(facts.count - missing.count) / Double(facts.count), maximum: maximum,
      reason: missing.isEmpty ? "nothing is missing" : "has no \(Words.either(missing))")
  }
}

/// How a price stands against others like it: all points at half their median and less, none at the median and above,
/// a straight line between.
private struct PriceFactor {
  let points: FactorPoints
  let isKnown: Bool

  init(_ listing: ListingDraft, _ comparables: ComparablePrices) {
    let maximum = DealScore.Factor.price.maximum
    let unknown = { (reason: String) in FactorPoints(points: 0, maximum: maximum, reason: reason) }
    guard let price = listing.price else {
      (points, isKnown) = (unknown("it has no price to compare"), false)
      return
    }
    guard listing.category != nil, listing.condition != nil else {
      (points, isKnown) = (unknown("without category and condition there is nothing to compare it with"), false)
      return
    }
    guard let median = comparables.median else {
      let others = comparables.count == 1 ? "1 other compares" : "\(comparables.count) others compare"
      (points, isKnown) = (unknown("only \(others); \(ComparablePrices.fewest) are needed"), false)
      return
    }
    let share = median > 0 ? Double(price.cents) / median : 1
    let reason = "\(Words.percent(share)) of the median of \(comparables.count) comparable prices"
    points = FactorPoints(points: maximum * min(max((1 - share) * 2, 0), 1), maximum: maximum, reason: reason)
    isKnown = true
  }
}
