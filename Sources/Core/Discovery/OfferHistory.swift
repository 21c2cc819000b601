/// What one person and one offer have had with each other; for an anonymous driver, within the session.
package struct OfferHistory: Hashable, Sendable {
  package var impressions = 0
  /// Within the person's current local day.
  package var impressionsToday = 0
  /// Already shown in the session being decided: showing it again is no new impression.
  package var shownInSession = false
  package var dismissedAt: Timestamp?
  package var hasOpenClaim = false
  package var claims = 0
  /// The person belongs to an arm of an experiment that does not see it.
  package var otherArm = false

  package init() {}

  /// Whether any of this can hold an offer back or keep it listed.
  /// - Parameter isCounted: the person has a cap on new offers a day, so that what this session has seen matters.
  func concerns(_ offer: Offer, isCounted: Bool) -> Bool {
    dismissedAt != nil || hasOpenClaim || otherArm || offer.impressionCap != nil || (isCounted && shownInSession)
      || (claims > 0 && offer.claimLimit != nil)
  }
}
