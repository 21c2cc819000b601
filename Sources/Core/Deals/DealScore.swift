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

  /// - Parameter comparables: prices of others of its category, condition and currency, itself left out.
  package init(_ listing: ListingDraft, firstSeenAt: Timestamp, comparables: ComparablePrices, now: Timestamp) {
    parts = []
    unknownBecause = nil
  }
}
