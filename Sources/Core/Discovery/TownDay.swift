/// What the Overview shows of a town's day beside the Discover screen's board; read only while somebody looks at it.
package struct TownDay: Hashable, Sendable {
  /// One for each local hour since midnight, the first at 0 o'clock; hours in which nothing happened are zero.
  package var hours: [Hour]
  /// Active offers with a number of places, the share of those left rising: sold out ones first.
  package var scarce: [ScarceOffer]
  /// How many active offers have no place left.
  package var soldOut: Int
  /// How many have a fifth of their places left at most, but not none.
  package var runningOut: Int
  /// The latest claims, newest first.
  package var claims: [ClaimRow]
  /// Claims that can still be redeemed.
  package var openClaims: Int
  /// What partners earned lately; nil where it was not read.
  package var success: SuccessMetrics?

  package init(
    hours: [Hour] = [], scarce: [ScarceOffer] = [], soldOut: Int = 0, runningOut: Int = 0, claims: [ClaimRow] = [],
    openClaims: Int = 0, success: SuccessMetrics? = nil
  ) {
    self.hours = hours
    self.scarce = scarce
    self.soldOut = soldOut
    self.runningOut = runningOut
    self.claims = claims
    self.openClaims = openClaims
    self.success = success
  }

  /// What happened in one hour.
  package struct Hour: Hashable, Sendable {
    package var shown: Int64
    package var accepted: Int64
    package var redeemed: Int64

    package init(shown: Int64 = 0, accepted: Int64 = 0, redeemed: Int64 = 0) {
      self.shown = shown
      self.accepted = accepted
      self.redeemed = redeemed
    }
  }

  /// An offer whose places go.
  package struct ScarceOffer: Hashable, Sendable {
    package let id: Offer.ID
    package let title: String
    package let partnerName: String
    package let left: Int
    package let total: Int

    package init(id: Offer.ID, title: String, partnerName: String, left: Int, total: Int) {
      self.id = id
      self.title = title
      self.partnerName = partnerName
      self.left = left
      self.total = total
    }

    /// Whether a fifth of the places is left at most, but not none.
    package var isRunningOut: Bool { left > 0 && left * 5 <= total }
  }

  /// A claim in one line.
  package struct ClaimRow: Hashable, Sendable {
    package let id: Claim.ID
    package let code: String
    package let state: Claim.State
    package let claimedAt: Timestamp
    package let expiresAt: Timestamp
    package let offerTitle: String

    package init(
      id: Claim.ID, code: String, state: Claim.State, claimedAt: Timestamp, expiresAt: Timestamp, offerTitle: String
    ) {
      self.id = id
      self.code = code
      self.state = state
      self.claimedAt = claimedAt
      self.expiresAt = expiresAt
      self.offerTitle = offerTitle
    }

    /// Its state by the clock: an open claim past its time is expired, whether or not anybody has noted it yet.
    package func state(at now: Timestamp) -> Claim.State { state == .open && expiresAt <= now ? .expired : state }
  }
}
