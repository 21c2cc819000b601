/// All that the Discover screen shows at one moment: a read model, made by the store and drawn by the pane.
package struct DiscoverBoard: Hashable, Sendable {
  package var town: Town
  package var now: Timestamp
  package var funnel: Funnel
  /// Active sessions, the soonest to expire first; in a big town not all of them.
  package var sessions: [SessionRow]
  /// Cars in town.
  package var parked: Int
  /// The session that is looked at, with its ranking; nil when there is none.
  package var selected: DiscoverDocument?
  package var temperature: Int?
  /// Latest first.
  package var stream: [StreamEvent]
  /// What only the Overview shows; nil where it was not asked for.
  package var day: TownDay?

  /// - Parameter parked: nil is as many as are listed.
  package init(
    town: Town, now: Timestamp, funnel: Funnel, sessions: [SessionRow], parked: Int? = nil,
    selected: DiscoverDocument?, temperature: Int?, stream: [StreamEvent], day: TownDay? = nil
  ) {
    self.town = town
    self.now = now
    self.funnel = funnel
    self.sessions = sessions
    self.parked = parked ?? sessions.count
    self.day = day
    self.selected = selected
    self.temperature = temperature
    self.stream = stream
  }

  /// What changes seldom: the map and its clock.
  package struct Town: Hashable, Sendable {
    package var name: String
    package var kind: WorldKind
    package var zone: ZoneTable
    package var streets: [Street]
    package var places: [Place]
    /// Offers on the map that could be shown today.
    package var offers: [OfferMarker]
    /// Stays were imported, so that they can be replayed.
    package var hasRecordedStays: Bool

    package init(
      name: String, kind: WorldKind, zone: ZoneTable, streets: [Street], places: [Place], offers: [OfferMarker],
      hasRecordedStays: Bool = false
    ) {
      self.name = name
      self.kind = kind
      self.zone = zone
      self.streets = streets
      self.places = places
      self.offers = offers
      self.hasRecordedStays = hasRecordedStays
    }
  }

  /// A line to draw.
  package struct Street: Hashable, Sendable {
    /// What the line is.
    package enum Kind: String, Sendable, CaseIterable {
      case coast, main, street
    }

    package let name: String
    package let kind: Kind
    package let points: [Coordinate]

    package init(name: String, kind: Kind, points: [Coordinate]) {
      self.name = name
      self.kind = kind
      self.points = points
    }
  }

  /// A partner's door.
  package struct OfferMarker: Hashable, Sendable {
    package let partnerID: Partner.ID
    package let name: String
    package let position: Coordinate

    package init(partnerID: Partner.ID, name: String, position: Coordinate) {
      self.partnerID = partnerID
      self.name = name
      self.position = position
    }
  }

  /// One parked car in the list.
  package struct SessionRow: Hashable, Sendable {
    package let session: ParkingSession
    package let personName: String?

    package init(session: ParkingSession, personName: String?) {
      self.session = session
      self.personName = personName
    }
  }

  /// How many offers got how far, since the start of the local day.
  package struct Funnel: Hashable, Sendable {
    package var impressions: Int64 = 0
    package var views: Int64 = 0
    package var acceptances: Int64 = 0
    package var dismissals: Int64 = 0
    package var redemptions: Int64 = 0
    package var expiries: Int64 = 0
    /// Worth of what was redeemed, in minor units.
    package var valueCents: Int64 = 0
    /// What partners earned on it, in minor units.
    package var revenueCents: Int64 = 0

    package init() {}
  }

  /// One line of the stream of events.
  package struct StreamEvent: Hashable, Sendable {
    package let id: Interaction.ID
    package let at: Timestamp
    package let type: InteractionType
    package let sessionID: ParkingSession.ID?
    package let offerTitle: String
    package let detail: Detail

    /// What there is to say of an event beside what it is.
    package enum Detail: Hashable, Sendable {
      case nothing
      /// The rounded score an offer was shown with.
      case score(Int64)
      /// A claim code or a reason, as it is.
      case words(String)
      /// What a redemption earned.
      case amount(Money)
    }

    package init(
      id: Interaction.ID, at: Timestamp, type: InteractionType, sessionID: ParkingSession.ID?, offerTitle: String,
      detail: Detail
    ) {
      self.id = id
      self.at = at
      self.type = type
      self.sessionID = sessionID
      self.offerTitle = offerTitle
      self.detail = detail
    }
  }
}
