/// The answer to "what is this person shown, and why not the rest".
package struct Ranking: Hashable, Sendable {
  /// Numbers over every offer there was, also those in neither list.
  package struct Totals: Hashable, Sendable {
    /// Offers within the walking limit, eligible or not.
    package var withinReach = 0
    /// Eligible offers, also those beyond the list's length.
    package var eligible = 0
    /// Held-back offers within twice the walking limit, also those beyond the list's length.
    package var heldBackNearby = 0
    /// Held-back offers by their first reason, at the code's position.
    package var heldBack = [Int](repeating: 0, count: HeldBackCode.allCases.count)

    package init() {}

    mutating func add(_ code: HeldBackCode) {
      heldBack[Int(code.rawValue)] += 1
    }
  }

  /// Best first.
  package let ranked: [RankedOffer]
  /// Within twice the walking limit, nearest first, at most ``heldBackLimit``.
  package let heldBack: [HeldBackOffer]
  package let totals: Totals
  /// A reason that holds for the whole list.
  package let reason: HeldBackReason?

  package static let heldBackLimit = 200

  /// Every offer that was not eligible, counted by its first reason, in the order of the codes.
  package var heldBackCounts: [(code: HeldBackCode, count: Int)] {
    zip(HeldBackCode.allCases, totals.heldBack).filter { $0.1 > 0 }.map { ($0.0, $0.1) }
  }

  package var withinReach: Int { totals.withinReach }
  package var eligible: Int { totals.eligible }

  /// The same lists with other totals: those of the decision whose part they are.
  func with(_ totals: Totals) -> Ranking {
    Ranking(ranked: ranked, heldBack: heldBack, totals: totals, reason: reason)
  }
}
