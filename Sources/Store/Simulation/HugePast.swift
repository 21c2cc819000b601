import Core

/// The made-up past that ``Store/fillHuge(interactions:from:until:seed:progress:)`` writes: cars arrive at an even pace,
/// each driver is shown five offers near by, opens some, accepts or dismisses a few, and redeems most of the accepted.
struct HugePast {
  /// A claim that is still to be redeemed or to expire.
  struct Open {
    let claim: Int64
    let at: Timestamp
    let isRedeemed: Bool
    let session: ParkingSession
    let offer: Offer
    let valueCents: Int64
  }

  /// An accepted offer that nobody else of the same subject may accept meanwhile.
  private struct Held: Hashable {
    let subject: Int64
    let offer: Offer.ID
  }

  private let store: Store
  private let start: Timestamp
  private let end: Timestamp
  private let interactions: Int
  private var generator: SeededGenerator
  private let people: [Person]
  private let places: [Place]
  /// Of each place, the offers nearest to it.
  private var near: [[Offer]] = []
  private var left: [Offer.ID: Int] = [:]

  private var recount = Recount()
  private let running: OfferCampaigns
  private var campaigns = PendingCampaigns()
  private var clocks: Clocks
  /// In order of time: every claim waits equally long.
  private var open: [Open] = []
  private var firstOpen = 0
  private var held: Set<Held> = []
  private var nextClaim: Int64 = 1
  private var written = 0

  /// Interactions a session makes on average, measured.
  private static let perSession = 7.45
  private static let shown = 5
  private static let anonymousShare = 0.1

  init(
    of store: Store, from start: Timestamp, until end: Timestamp, interactions: Int, seed: UInt64
  ) throws(StoreError) {
    self.store = store
    self.start = start
    self.end = end
    self.interactions = interactions
    generator = SeededGenerator(seed: seed)
    people = try store.people()
    places = try store.places()
    clocks = Clocks(store)
    running = try store.offerCampaigns()
    let offers = try store.offers().filter { $0.state.isApproved }
    guard !people.isEmpty, !places.isEmpty, offers.count >= Self.shown else {
      throw .refused(code: "no_town", sentence: "a past needs people, places and at least five active offers")
    }
    near = places.map { place in
      let walks = offers.map { (offer: $0, walk: Walk(from: place.position, to: $0.position).distance) }
      return walks.sorted { ($0.walk, $0.offer.id) < ($1.walk, $1.offer.id) }.prefix(40).map(\.offer)
    }
    for offer in offers { left[offer.id] = offer.capacityLeft ?? .max }
  }

  /// Writes sessions until there are as many interactions as were asked for.
  mutating func write(progress: (Int) -> Void) throws(StoreError) {
    let pace = Double((end - start).milliseconds) / max(1, Double(interactions) / Self.perSession)
    var arrival = Double(start.milliseconds)
    var told = 0
    while written < interactions {
      let now = min(Timestamp(milliseconds: Int64(arrival)), end)
      try settle(before: now)
      try park(at: now)
      arrival += pace
      if written - told >= 100_000 {
        told = written
        progress(written)
      }
    }
    try settle(before: end)
    try recount.write(to: store)
    store.campaignCounts = campaigns
    try store.flushCampaigns()
    try store.connection.run(
      """
      UPDATE offer
         SET capacity_taken = (
           SELECT count(*)
             FROM claim
            WHERE claim.offer_id = offer.id
              AND (claim.state = 'open' OR claim.state = 'redeemed'))
      """)
    progress(written)
  }

  /// One car with all its driver does at once.
  private mutating func park(at now: Timestamp) throws(StoreError) {
    let position = Int.random(in: places.indices, using: &generator)
    let place = places[position]
    let isAnonymous = generator.unit() < Self.anonymousShare
    let person = isAnonymous ? nil : people[Int.random(in: people.indices, using: &generator)].id
    let session = try store.insert(
      SessionDraft(
        personID: person, placeName: place.name, position: place.position, zone: place.zone, startedAt: now,
        expiresAt: now + .minutes(Int64.random(in: 30...180, using: &generator)),
        hourlyRateCents: place.hourlyRateCents))
    let offers = near[position]
    let first = Int.random(in: offers.indices, using: &generator)
    for step in 0..<Self.shown where written < interactions {
      try show(offers[(first + step) % offers.count], in: session, at: now + .seconds(Int64(step)))
    }
  }

  private mutating func show(_ offer: Offer, in session: ParkingSession, at now: Timestamp) throws(StoreError) {
    var entry = LogEntry(.impression, of: offer, in: session, at: now)
    entry.walk = Walk(from: session.position, to: offer.position)
    entry.score = 20 + 70 * generator.unit()
    entry.weather = .clear
    try log(entry, category: offer.category)
    let mood = generator.unit()
    guard mood < 0.3, written < interactions else { return }
    try log(LogEntry(.view, of: offer, in: session, at: now), category: offer.category)
    guard written < interactions else { return }
    if mood < 0.07 {
      try accept(offer, in: session, at: now, walk: entry.walk)
    } else if mood < 0.09 {
      var dismissal = LogEntry(.dismissal, of: offer, in: session, at: now)
      dismissal.reason = .notInterested
      try log(dismissal, category: offer.category)
    }
  }

  private mutating func accept(
    _ offer: Offer, in session: ParkingSession, at now: Timestamp, walk: Walk?
  ) throws(StoreError) {
    let place = Held(subject: session.subject, offer: offer.id)
    guard left[offer.id, default: 0] > 0, held.insert(place).inserted else { return }
    left[offer.id, default: 0] -= 1
    let value = Int64(offer.value.fixedCents(typicalSpendCents: offer.typicalSpendCents).rounded())
    let expires = now + .minutes(Int64(Offer.defaultClaimMinutes))
    let id = nextClaim
    nextClaim += 1
    try store.insertPastClaim(
      id, code: ClaimCode(using: &generator), of: offer, in: session, at: now, expiresAt: expires, valueCents: value)
    var acceptance = LogEntry(.acceptance, of: offer, in: session, at: now)
    acceptance.claimID = Claim.ID(id)
    acceptance.valueCents = value
    acceptance.walk = walk
    try log(acceptance, category: offer.category)
    open.append(
      Open(
        claim: id, at: expires, isRedeemed: generator.unit() < 0.8, session: session, offer: offer, valueCents: value))
  }

  /// Closes the claims that are due.
  private mutating func settle(before now: Timestamp) throws(StoreError) {
    while firstOpen < open.count, open[firstOpen].at < now, written < interactions {
      let due = open[firstOpen]
      firstOpen += 1
      held.remove(Held(subject: due.session.subject, offer: due.offer.id))
      // The place is redeemed a moment before it would expire.
      let at = due.isRedeemed ? due.at - .seconds(1) : due.at
      let amount = due.offer.typicalSpendCents ?? ValueProposition.defaultTypicalSpendCents
      try store.close(
        Claim.ID(due.claim), as: due.isRedeemed ? .redeemed : .expired, revenueCents: due.isRedeemed ? amount : nil,
        now: at)
      if !due.isRedeemed { left[due.offer.id, default: 0] += 1 }
      var entry = LogEntry(due.isRedeemed ? .redemption : .expiry, of: due.offer, in: due.session, at: at)
      entry.claimID = Claim.ID(due.claim)
      entry.valueCents = due.isRedeemed ? due.valueCents : nil
      entry.revenueCents = due.isRedeemed ? amount : nil
      try log(entry, category: due.offer.category)
      if due.isRedeemed { try book(due, amountCents: amount, at: at) }
    }
    if firstOpen > 100_000 {
      open.removeFirst(firstOpen)
      firstOpen = 0
    }
  }

  private mutating func book(_ redeemed: Open, amountCents: Int64, at now: Timestamp) throws(StoreError) {
    let partner = redeemed.offer.partnerID
    let terms = try store.terms(of: partner)
    let commission = Commission.cents(of: amountCents, basisPoints: terms.basisPoints)
    _ = try store.insert(
      LedgerEntry(
        kind: .redemption, at: now, partner: partner, period: try store.openPeriod(of: partner, at: now),
        claim: (Claim.ID(redeemed.claim), redeemed.offer.id), baseCents: amountCents, basisPoints: terms.basisPoints,
        currency: terms.currency, actor: .simulator, note: nil, debit: .due, credit: .earned,
        amountCents: commission))
    recount.addMoney(
      offer: redeemed.offer.id, partner: partner, at: now, zone: try clocks.zone(ofPartner: partner),
      commissionCents: commission)
  }

  /// What an entry counts for: in a campaign that has no limit, of a driver whose kind their number tells.
  private func past(_ entry: LogEntry) -> Booking? {
    guard let campaign = running[entry.offerID], !campaign.campaign.isLimited else { return nil }
    return Booking(
      entry: campaign, segments: DriverSegments(made: entry.session.personID),
      spendMicros: campaign.campaign.costs.micros(of: entry.type))
  }

  private mutating func log(_ entry: LogEntry, category: String) throws(StoreError) {
    let booking = past(entry)
    try store.insert(entry, booking)
    if let booking { campaigns.add(booking, of: entry) }
    written += 1
    try recount.add(
      Recount.Event(
        type: entry.type, at: entry.at, person: entry.session.personID?.value, session: entry.session.id,
        offer: entry.offerID, partner: entry.partnerID, category: category, valueCents: entry.valueCents ?? 0,
        revenueCents: entry.revenueCents ?? 0,
        // Whatever is accepted in this past was shown the same moment.
        shownAt: entry.at, walk: entry.walk),
      clocks: &clocks)
  }
}

extension DriverSegments {
  /// A made-up driver's: by their number, always the same.
  fileprivate init(made person: Person.ID?) {
    guard let number = person?.value else {
      self.init()
      return
    }
    self.init(
      standing: number % 7 == 0 ? .lapsed : number % 5 == 0 ? .new : .returning,
      habit: number % 3 == 0 ? .commuter : .visitor,
      tier: number % 11 == 0 ? .gold : number % 4 == 0 ? .silver : .basic)
  }
}
