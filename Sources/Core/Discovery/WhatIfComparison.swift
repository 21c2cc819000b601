/// A ranking as it is, beside the one of a ``WhatIf``: where each offer stands in truth.
package struct WhatIfComparison: Hashable, Sendable {
  /// A place in a list.
  package struct Place: Hashable, Sendable {
    /// The best offer has 1.
    package let rank: Int
    package let score: Double
    /// The score as it stands on screen.
    package let shownScore: Int
  }

  package let whatIf: WhatIf
  /// Every offer that could really be shown, also those beyond the list's length.
  package let places: [Offer.ID: Place]
  /// The real list as far as it would be shown, best first.
  package let ranked: [RankedOffer]
  /// What is really held back nearby, nearest first.
  package let heldBack: [HeldBackOffer]

  /// - Parameters:
  ///   - real: the ranking as it is, as long as it goes.
  ///   - limit: how many of it would be shown.
  package init(_ whatIf: WhatIf, real: Ranking, limit: Int) {
    self.whatIf = whatIf
    ranked = Array(real.ranked.prefix(limit))
    heldBack = real.heldBack
    places = Dictionary(
      real.ranked.enumerated().map { index, ranked in
        let shown = LargestRemainder.rounded(ranked.parts.map(\.points.points)).reduce(0, +)
        return (ranked.offer.id, Place(rank: index + 1, score: ranked.score, shownScore: shown))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Offers of the real list that the supposed one lacks, best first.
  package func gone(from supposed: Ranking) -> [RankedOffer] {
    let kept = Set(supposed.ranked.map(\.offer.id))
    return ranked.filter { !kept.contains($0.offer.id) }
  }
}
