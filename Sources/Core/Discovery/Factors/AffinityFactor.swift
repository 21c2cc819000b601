/// How much the person's own answers speak for an offer: half the points for a new person, up with acceptances and down
/// with dismissals, of its category and of its partner in equal parts; a preferred category adds a fifth.
package struct AffinityFactor: Sendable {
  /// Share added for a category the person prefers: 2 of 10 points.
  package static let preferredBonus = 0.2

  /// (a + 2) / (a + d + 4) of the category and of the partner.
  package let categoryShare: Double
  package let partnerShare: Double
  package let isPreferred: Bool

  @inline(__always)
  package init(categoryShare: Double, partnerShare: Double, isPreferred: Bool) {
    self.categoryShare = categoryShare
    self.partnerShare = partnerShare
    self.isPreferred = isPreferred
  }

  /// Between 0 and 1.
  @inline(__always)
  package var share: Double {
    max(0, min(1, (categoryShare + partnerShare) / 2 + (isPreferred ? Self.preferredBonus : 0)))
  }

  package func points(weight: Double, category: String) -> FactorPoints {
    let neutral = AffinityShare.neutral
    let learned =
      categoryShare == neutral && partnerShare == neutral
      ? "no answers yet"
      : "\(category) \(Words.percent(categoryShare)), this partner \(Words.percent(partnerShare)) liked"
    return FactorPoints(
      points: weight * share, maximum: weight, reason: isPreferred ? "\(learned), \(category) preferred" : learned)
  }
}

/// The share of someone who has never answered: 2 / 4.
enum AffinityShare {
  static let neutral = 0.5
}
