import Glibc

/// What a person's answers say of one category or one partner: acceptances and dismissals, each halved every 90 days.
package struct Affinity: Hashable, Sendable {
  package let accepted: Double
  package let dismissed: Double
  /// The instant the two numbers hold for.
  package let asOf: Timestamp

  package static let halfLifeDays = 90.0

  package init(accepted: Double = 0, dismissed: Double = 0, asOf: Timestamp) {
    self.accepted = accepted
    self.dismissed = dismissed
    self.asOf = asOf
  }

  /// The same answers, aged to a later instant; unchanged for an earlier one.
  package func aged(to now: Timestamp) -> Affinity {
    guard now > asOf else { return self }
    let kept = exp2(-(now - asOf).days / Self.halfLifeDays)
    return Affinity(accepted: accepted * kept, dismissed: dismissed * kept, asOf: now)
  }

  /// One more acceptance or dismissal at `now`.
  package func adding(accepted more: Double = 0, dismissed less: Double = 0, at now: Timestamp) -> Affinity {
    let aged = aged(to: now)
    return Affinity(accepted: aged.accepted + more, dismissed: aged.dismissed + less, asOf: aged.asOf)
  }

  /// Between 0 and 1, one half for a new person: (a + 2) / (a + d + 4), the mean of a Beta(2, 2) prior updated.
  package var share: Double { Self.share(accepted: accepted, dismissed: dismissed) }

  /// The same from bare counts; one below zero counts as none.
  package static func share(accepted: Double, dismissed: Double) -> Double {
    let liked = max(0, accepted)
    return (liked + 2) / (liked + max(0, dismissed) + 4)
  }
}
