import Core

/// All that is kept beside the log, computed anew from the log alone: one pass over every interaction.
struct Recount {
  /// A subject and an offer.
  struct Pair: Hashable {
    let subject: Int64
    let offerID: Int64
  }

  /// A person and a local day.
  struct Day: Hashable {
    let personID: Int64
    let day: Int64
  }

  /// What `person_offer` should hold.
  struct Learned: Hashable {
    var impressions: Int64 = 0
    var day: Int64 = 0
    var impressionsToday: Int64 = 0
    var dismissedAt: Int64?
    var claims: Int64 = 0
    var openClaims: Int64 = 0

    fileprivate mutating func see(on today: Int64) {
      impressions += 1
      impressionsToday = (day == today ? impressionsToday : 0) + 1
      day = today
    }

    fileprivate mutating func claim() {
      claims += 1
      openClaims += 1
    }
  }

  private(set) var rows = 0
  private(set) var rollups = PendingRollups()
  private(set) var learned: [Pair: Learned] = [:]
  private(set) var days: [Day: Int64] = [:]
  private(set) var categories: [Int64: [String: Affinity]] = [:]
  private(set) var partners: [Int64: [Int64: Affinity]] = [:]

  /// One interaction with what it takes to count it.
  struct Event {
    let type: InteractionType
    let at: Timestamp
    /// Nil is an anonymous driver, below zero an erased person.
    let person: Int64?
    let session: ParkingSession.ID
    let offer: Offer.ID
    let partner: Partner.ID
    let category: String
    let valueCents: Int64
    let revenueCents: Int64
    /// Of an acceptance: when the offer was first shown in the session, if it was.
    var shownAt: Timestamp?
    var walk: Walk?
  }

  /// Nothing counted yet.
  init() {}

  /// Reads the whole log, in the order it was written.
  init(of store: Store) throws(StoreError) {
    let facts = try Facts(of: store)
    var clocks = Clocks(store)
    try store.connection.each(
      """
      SELECT interaction.at, interaction.type, interaction.session_id, interaction.person_id, interaction.offer_id,
             interaction.offer_version, interaction.partner_id, interaction.value_cents, interaction.revenue_cents,
             interaction.walk_metres, interaction.id
        FROM interaction
       ORDER BY interaction.id
      """
    ) { row throws(StoreError) in
      let offer = Offer.ID(row.integer(4))
      var event = Event(
        type: try row.choice(1), at: row.instant(0), person: row.optional(3) { row.integer($0) },
        session: row.id(2), offer: offer, partner: row.id(6),
        category: facts.category(of: offer, version: row.count(5)), valueCents: row.integer(7),
        revenueCents: row.integer(8))
      if event.type == .acceptance {
        event.shownAt = try store.shown(offer, in: event.session, before: row.id(10))
        event.walk = row.optional(9) { Walk(distance: Metres(row.real($0))) }
      }
      try add(event, clocks: &clocks)
    }
    try rollups.addLedger(of: store)
  }

  /// Counts the commission of one redemption.
  mutating func addMoney(
    offer: Offer.ID, partner: Partner.ID, at instant: Timestamp, zone: ZoneTable, commissionCents: Int64
  ) {
    rollups.addMoney(offer: offer, partner: partner, at: instant, zone: zone, commissionCents: commissionCents)
  }

  /// Counts one interaction; they must come in the order they are written in.
  mutating func add(_ event: Event, clocks: inout Clocks) throws(StoreError) {
    rows += 1
    let zone = try clocks.zone(ofPartner: event.partner)
    rollups.add(
      event.type, offer: event.offer, partner: event.partner, at: event.at, zone: zone, valueCents: event.valueCents,
      revenueCents: event.revenueCents)
    if event.type == .acceptance {
      rollups.addAcceptance(of: event.offer, at: event.at, zone: zone, shownAt: event.shownAt, walk: event.walk)
    }
    // What an erased person taught is forgotten.
    if let person = event.person, person < 0 { return }
    try learn(event, clocks: &clocks)
    if let person = event.person, event.type == .acceptance || event.type == .dismissal {
      answer(
        event.type, at: event.at, person: person, category: event.category, partner: event.partner.value)
    }
  }

  private mutating func learn(_ event: Event, clocks: inout Clocks) throws(StoreError) {
    let pair = Pair(subject: event.person ?? -event.session.value, offerID: event.offer.value)
    switch event.type {
    case .impression:
      let zone = try clocks.zone(ofPerson: event.person, session: event.session)
      let day = Int64(zone.localDay(at: event.at))
      learned[pair, default: Learned()].see(on: day)
      if let person = event.person { days[Day(personID: person, day: day), default: 0] += 1 }
    case .dismissal: learned[pair, default: Learned()].dismissedAt = event.at.milliseconds
    case .acceptance: learned[pair, default: Learned()].claim()
    case .redemption, .expiry: learned[pair, default: Learned()].openClaims -= 1
    // A view teaches nothing.
    case .view: break
    }
  }

  private mutating func answer(
    _ type: InteractionType, at instant: Timestamp, person: Int64, category: String, partner: Int64
  ) {
    let accepted = type == .acceptance ? 1.0 : 0
    let none = Affinity(asOf: instant)
    categories[person, default: [:]][category] = (categories[person]?[category] ?? none)
      .adding(accepted: accepted, dismissed: 1 - accepted, at: instant)
    partners[person, default: [:]][partner] = (partners[person]?[partner] ?? none)
      .adding(accepted: accepted, dismissed: 1 - accepted, at: instant)
  }
}

extension PendingRollups {
  /// Counts commission and refunds, each at its ledger entry's own time, and what is still owed.
  mutating func addLedger(of store: Store) throws(StoreError) {
    try store.connection.each(
      """
      SELECT ledger_entry.at, ledger_entry.partner_id, claim.offer_id, ledger_entry.kind, ledger_entry.base_cents,
             ledger_line.amount_cents
        FROM ledger_entry
        LEFT JOIN claim ON claim.id = ledger_entry.claim_id
        LEFT JOIN ledger_line ON ledger_line.entry_id = ledger_entry.id AND ledger_line.account = 'commission_due'
      """
    ) { row throws(StoreError) in
      let partner = Partner.ID(row.integer(1))
      guard row.text(3) != "settlement" else { return settle(-row.integer(5), of: partner) }
      addMoney(
        offer: row.id(2), partner: partner, at: row.instant(0), zone: try store.partnerZone(partner),
        commissionCents: row.integer(5), refundedCents: row.text(3) == "refund" ? -row.integer(4) : 0)
    }
  }
}

/// The category of every version of every offer.
private struct Facts {
  private var categories: [Int64: [Int: String]] = [:]

  init(of store: Store) throws(StoreError) {
    try store.connection.each(
      """
      SELECT offer_id, version, category
        FROM offer_version
      """
    ) { row throws(StoreError) in categories[row.integer(0), default: [:]][row.count(1)] = row.text(2) }
  }

  /// The category an offer had in a version.
  func category(of offer: Offer.ID, version: Int) -> String {
    categories[offer.value]?[version] ?? ""
  }
}

/// The clocks of partners, people and places, each looked up once.
struct Clocks {
  private let store: Store
  private var people: [Int64: ZoneTable] = [:]
  /// Consecutive rows of the log are mostly of few sessions.
  private var sessions: [Int64: ZoneTable] = [:]

  init(_ store: Store) {
    self.store = store
  }

  /// The clock of a partner's rollups.
  func zone(ofPartner partner: Partner.ID) throws(StoreError) -> ZoneTable {
    try store.partnerZone(partner)
  }

  /// The clock of a person, or of the place where an anonymous driver parked.
  mutating func zone(ofPerson person: Int64?, session: ParkingSession.ID) throws(StoreError) -> ZoneTable {
    if let person {
      if let known = people[person] { return known }
      let zone = try store.zone(store.person(Person.ID(person)).zone)
      people[person] = zone
      return zone
    }
    if let known = sessions[session.value] { return known }
    if sessions.count > 10_000 { sessions.removeAll(keepingCapacity: true) }
    let zone = try store.zone(store.session(session).zone)
    sessions[session.value] = zone
    return zone
  }
}
