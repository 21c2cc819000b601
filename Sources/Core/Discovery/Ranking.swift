/// The answer to "what is this person shown, and why not the rest".
package struct Ranking: Hashable, Sendable {
  /// Best first.
  package let ranked: [RankedOffer]
  /// Within twice the walking limit, nearest first, at most ``heldBackLimit``.
  package let heldBack: [HeldBackOffer]
  /// Every offer that was not eligible, counted by its first reason, in the order of the codes.
  package let heldBackCounts: [(code: HeldBackCode, count: Int)]
  /// Offers within the walking limit, eligible or not.
  package let withinReach: Int
  /// Eligible offers, also those beyond the list's length.
  package let eligible: Int
  /// A reason that holds for the whole list.
  package let reason: HeldBackReason?

  package static let heldBackLimit = 200

  package static func == (one: Self, other: Self) -> Bool {
    one.ranked == other.ranked && one.heldBack == other.heldBack && one.withinReach == other.withinReach
      && one.eligible == other.eligible && one.reason == other.reason
      && one.heldBackCounts.elementsEqual(other.heldBackCounts) { $0.code == $1.code && $0.count == $1.count }
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(ranked)
    hasher.combine(heldBack)
  }
}
