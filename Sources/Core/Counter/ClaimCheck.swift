/// The answer to a code that somebody shows at the counter.
package struct ClaimCheck: Hashable, Sendable {
  /// Yes, or why not.
  package enum Answer: String, Sendable, CaseIterable {
    case valid, expired, redeemed, unknown, mistyped
    /// A claim of another partner than the one whose counter it is; a partner itself is told `unknown`.
    case otherPartner = "other_partner"
  }

  package let answer: Answer
  /// The code as `XXXX-XXXX-XXX`; what was typed, made printable, if it is none.
  package let code: String
  /// The claim behind the code; nil where there is none, or none of the asker's.
  package let claim: ClaimFacts?

  package init(_ answer: Answer, code: String, claim: ClaimFacts? = nil) {
    self.answer = answer
    self.code = code
    self.claim = claim
  }

  package var isValid: Bool { answer == .valid }

  /// One sentence for the person at the counter; times by the given clock.
  package func sentence(in zone: ZoneTable) -> String {
    func time(_ instant: Timestamp?) -> String {
      guard let instant else { return "an unknown time" }
      let local = zone.localTime(at: instant)
      return "\(local.clock) on \(local.date)"
    }
    switch answer {
    case .valid: return "good until \(time(claim?.expiresAt)); redeem it now"
    case .expired: return "it expired at \(time(claim?.expiresAt)); the customer may take the offer again"
    case .redeemed: return "it was redeemed at \(time(claim?.closedAt)); a code works once"
    case .unknown: return "no claim has this code; ask the customer to show it again"
    case .mistyped: return "the code has a typing error; compare it letter by letter"
    case .otherPartner: return "it is a claim of \(claim?.partnerName ?? "another partner")"
    }
  }
}
