/// One thing that happened in a simulated town, small enough to keep and to compare.
package struct TownEvent: Hashable, Sendable {
  /// What happened. The numbers are part of the event hash and never change their meaning.
  package enum Kind: UInt8, Sendable, CaseIterable {
    /// The coming hour's cars are drawn.
    case hour = 1
    case weather = 2
    /// Guests without the program take places.
    case guests = 3
    /// The small hours: guests have gone and their places are free again.
    case closing = 4
    case arrival = 5
    case look = 6
    case view = 7
    case acceptance = 8
    case dismissal = 9
    /// The driver pays for more time.
    case `extension` = 10
    case redemption = 11
    /// Somebody came to the counter too late.
    case tooLate = 12
    case expiry = 13
    case departure = 14
    case intervention = 15
    /// A person is taken over, or handed back.
    case takeOver = 16
    /// New things are for sale, and others have another price.
    case market = 17

    /// Whether nobody in town would notice it: bookkeeping, and looks without an answer.
    package var isQuiet: Bool { self == .hour || self == .closing || self == .takeOver }

    /// What happened in a few words, after the time of day: "accepted", "weather".
    package var title: String {
      switch self {
      case .hour: "a new hour"
      case .weather: "the weather changes"
      case .guests: "guests take places"
      case .closing: "guests have gone"
      case .arrival: "a car arrives"
      case .look: "a driver looks"
      case .view: "a driver opens an offer"
      case .acceptance: "a driver accepts"
      case .dismissal: "a driver dismisses"
      case .extension: "a driver extends"
      case .redemption: "a claim is redeemed"
      case .tooLate: "a claim comes too late"
      case .expiry: "claims expire"
      case .departure: "a car leaves"
      case .intervention: "somebody intervenes"
      case .takeOver: "a person is taken over"
      case .market: "the market has news"
      }
    }
  }

  package let at: Timestamp
  package let kind: Kind
  package let session: ParkingSession.ID?
  package let offer: Offer.ID?
  /// A number that goes with the kind: impressions of a look, minutes of an extension, cents of a redemption.
  package let outcome: Int64

  package init(
    at: Timestamp, _ kind: Kind, session: ParkingSession.ID? = nil, offer: Offer.ID? = nil, outcome: Int64 = 0
  ) {
    self.at = at
    self.kind = kind
    self.session = session
    self.offer = offer
    self.outcome = outcome
  }
}
