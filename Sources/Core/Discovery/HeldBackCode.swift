/// Why an offer is not shown. The first case that applies, in this order, is the reason.
package enum HeldBackCode: UInt8, Sendable, CaseIterable {
  case notActive, notStarted, ended
  case timeRemaining, weekday, timeOfDay, weather
  case capacityFull, budgetSpent, otherSegment
  case tooFar, timeNotEnough
  case disabled, category, partner, blockedDay, quietHours, frequency
  case impressionCap, dismissed, openClaim, claimLimit
  case otherArm, sessionEnded

  /// The written form, for scripts.
  package var name: String {
    switch self {
    case .notActive: "offer.not_active"
    case .notStarted: "offer.not_started"
    case .ended: "offer.ended"
    case .timeRemaining: "trigger.time_remaining"
    case .weekday: "trigger.weekday"
    case .timeOfDay: "trigger.time_of_day"
    case .weather: "trigger.weather"
    case .capacityFull: "capacity.full"
    case .budgetSpent: "budget.spent"
    case .otherSegment: "campaign.other_segment"
    case .tooFar: "distance.too_far"
    case .timeNotEnough: "time.not_enough"
    case .disabled: "preferences.disabled"
    case .category: "preferences.category"
    case .partner: "preferences.partner"
    case .blockedDay: "preferences.blocked_day"
    case .quietHours: "preferences.quiet_hours"
    case .frequency: "preferences.frequency"
    case .impressionCap: "cap.impressions"
    case .dismissed: "cooldown.dismissed"
    case .openClaim: "claim.open"
    case .claimLimit: "claim.limit"
    case .otherArm: "experiment.other_arm"
    case .sessionEnded: "session.ended"
    }
  }
}

/// Some reasons at once, as bits in the order of the codes.
package struct HeldBackCodes: Hashable, Sendable {
  package private(set) var bits: UInt32 = 0

  package init() {}

  /// Nothing holds the offer back.
  package var isEmpty: Bool { bits == 0 }

  /// The one that counts; nil if the offer is eligible. O(1).
  package var first: HeldBackCode? {
    bits == 0 ? nil : HeldBackCode(rawValue: UInt8(truncatingIfNeeded: bits.trailingZeroBitCount))
  }

  package var all: [HeldBackCode] { HeldBackCode.allCases.filter(contains) }

  package func contains(_ code: HeldBackCode) -> Bool { bits >> UInt32(code.rawValue) & 1 == 1 }

  /// What is in either.
  @inline(__always)
  package func union(_ other: HeldBackCodes) -> HeldBackCodes {
    var both = self
    both.bits |= other.bits
    return both
  }

  @inline(__always)
  package mutating func insert(_ code: HeldBackCode, if applies: Bool) {
    bits |= (applies ? 1 : 0) << UInt32(code.rawValue)
  }
}
