import Core

@testable import TUI

/// The Partners screen of the fixture's town: two offers of each partner with invented numbers, and offers of Blue
/// Culantro in every state.
struct FixturePartners {
  var board: PartnersBoard
  var sheets: [Offer.ID: OfferSheet]

  /// Those of the fixture's town as it is.
  static let sample = FixturePartners()

  /// Blue Culantro's offers, in the order of their states.
  static let states: [OfferState] = [.approved, .draft, .pending, .rejected, .paused, .ended, .archived]

  /// - Parameter title: of Blue Culantro's offers, their author and their reason; nil is one each.
  init(_ world: FixtureBoard = FixtureBoard(), title: String? = nil) {
    let names = Dictionary(FixtureTown.partners.map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
    var own: [Offer] = Self.states.enumerated().compactMap { index, state in
      var offer = FixtureOffers.copy(of: world.offers[0], id: Int64(1000 + index))
      offer.title =
        ["Sunset dinner", "Late lunch", "Friday brunch", "Half price all day", "Oyster hour", "Old menu", "Tasting"][
          index]
      if let title { offer.title = title }
      offer.state = state
      return offer
    }
    // Approved, and its window has not begun.
    var later = FixtureOffers.copy(of: world.offers[0], id: 1100)
    later.title = "Christmas table"
    later.state = .approved
    later.validFrom = FixtureBoard.now + .days(20)
    own.append(later)
    own[0].trigger = Self.friday
    own[0].capacityLeft = 0
    let offers =
      own
      + world.offers.filter { $0.partnerID != Partner.ID(1) }.map { offer in
        var approved = offer
        approved.state = .approved
        return approved
      }
    let rows = offers.enumerated().map { index, offer in
      let shown = Int64(4212 - index * 61)
      let isLive = offer.state.isApproved || offer.state == .paused
      return OfferSummary(
        offer: offer, partnerName: names[offer.partnerID.value] ?? "", impressions: isLive ? shown : 0,
        views: isLive ? shown * 46 / 100 : 0, acceptances: isLive ? shown * 14 / 100 : 0,
        redemptions: isLive ? shown * 9 / 100 : 0, revenueCents: isLive ? shown * 31 : 0,
        trend: isLive ? (0..<30).map { Int64(($0 * 7 + index) % 23) } : [])
    }
    board = PartnersBoard(partners: Self.partners(rows), offers: rows)
    sheets = Dictionary(
      offers.map { ($0.id, Self.sheet(of: $0, words: title)) }, uniquingKeysWith: { $1 })
  }

  /// Fri and Sat, 17:00 to 21:00, 30 to 120 minutes left, not in rain.
  static var friday: TriggerRule {
    (try? TriggerRule(
      timeRemainingMinimum: 30, timeRemainingMaximum: 120, daysOfWeek: WeekdaySet([.fri, .sat]),
      timeOfDayStart: ClockTime(parsing: "17:00"), timeOfDayEnd: ClockTime(parsing: "21:00"),
      weather: [.clear, .cloudy, .hot, .cold, .storm])) ?? .none
  }

  private static func partners(_ rows: [OfferSummary]) -> [PartnerSummary] {
    FixtureTown.partners.map { id, name, category, position in
      let own = rows.filter { $0.offer.partnerID == Partner.ID(id) }
      let standing = own.map { $0.offer.standing(at: FixtureBoard.now) }
      let revenue = own.reduce(0) { $0 + $1.revenueCents }
      return PartnerSummary(
        partner: Partner(
          id: Partner.ID(id), name: name, category: category, position: position, zone: "America/Cayman",
          commissionBasisPoints: 800),
        offers: standing.count { $0 != .ended && $0 != .archived }, active: standing.count { $0 == .active },
        pending: standing.count { $0 == .pending },
        full: zip(own, standing).count { $1 == .active && $0.offer.capacityLeft == 0 },
        openClaims: own.count, revenueCents: revenue, commissionDueCents: revenue * 8 / 100,
        acceptances: own.reduce(0) { $0 + $1.acceptances }, redemptions: own.reduce(0) { $0 + $1.redemptions },
        valueCents: revenue / 2)
    }.sorted { $0.partner.name < $1.partner.name }
  }

  private static func sheet(of offer: Offer, words: String?) -> OfferSheet {
    var first = offer
    first.state = .draft
    first.title = "First try"
    let now = FixtureBoard.now
    let evening = (0..<168).map { (hour: Int) -> Double in
      let isEvening = hour % 24 >= 17 && hour % 24 < 21
      return isEvening && (hour / 24 == 4 || hour / 24 == 5) ? 1 : 0
    }
    let parked = (0..<168).map { (hour: Int) -> Double in
      let time = hour % 24
      return Double(time * (24 - time)) / 12
    }
    return OfferSheet(
      offer: offer,
      versions: [
        OfferVersion(
          offer: offer, author: words ?? "operator:bo", at: now,
          reason: words ?? (offer.state == .rejected ? "too little off" : nil)),
        OfferVersion(offer: first, author: "operator:ana", at: now - .hours(26)),
      ],
      reach: ReachEstimate(
        sessions: 4212, eligible: 1204,
        costs: [
          .init(code: .weekday, excluded: 2104, only: 310), .init(code: .timeOfDay, excluded: 1411, only: 622),
          .init(code: .tooFar, excluded: 640, only: 88),
        ], open: evening, parked: parked),
      events: [
        DiscoverBoard.StreamEvent(
          id: Interaction.ID(2), at: now - .minutes(4), type: .redemption, sessionID: Stage.rich,
          offerTitle: offer.title, detail: .amount(Money(cents: 4200))),
        DiscoverBoard.StreamEvent(
          id: Interaction.ID(1), at: now - .minutes(40), type: .acceptance, sessionID: Stage.rich,
          offerTitle: offer.title, detail: .words("7K39-QXV4-M2T")),
      ])
  }
}

extension FixtureOffers {
  /// The same facts under another number.
  static func copy(of offer: Offer, id: Int64) -> Offer {
    Offer(
      id: Offer.ID(id), version: 2, partnerID: offer.partnerID, title: offer.title, description: offer.description,
      terms: offer.terms, type: offer.type, category: offer.category, value: offer.value,
      typicalSpendCents: offer.typicalSpendCents, currency: offer.currency, useMinutes: offer.useMinutes,
      position: offer.position, capacityTotal: offer.capacityTotal, capacityLeft: offer.capacityLeft,
      trigger: offer.trigger, state: offer.state)
  }
}

extension PartnersBoard {
  /// The same with the offers that were asked for.
  func listing(_ scope: PartnersRequest.Scope) -> PartnersBoard {
    var board = self
    switch scope {
    case .everybody: board.listedPartnerID = nil
    case .first: board.listedPartnerID = partners.first?.partner.id
    case .partner(let id): board.listedPartnerID = id
    }
    if let listed = board.listedPartnerID { board.offers.removeAll { $0.offer.partnerID != listed } }
    return board
  }
}
