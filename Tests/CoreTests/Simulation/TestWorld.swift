@testable import Core

/// A world in memory, for the simulator's own tests: places run out, claims close once, and every call is logged.
final class TestWorld: SimulatedWorld {
  struct Full: Error {}

  /// What the simulator did, as text.
  private(set) var log: [String] = []
  private(set) var sessions: [ParkingSession] = []
  private(set) var openClaims: [Claim.ID: (offer: Offer.ID, expires: Timestamp)] = [:]
  private(set) var closedClaims = 0
  private(set) var accepted: [Claim.ID: (session: ParkingSession.ID, at: Timestamp)] = [:]
  /// What became of each claim; more than one end would be wrong.
  private(set) var ends: [Claim.ID: [(type: InteractionType, at: Timestamp)]] = [:]
  /// Places that guests without the program have.
  private(set) var guests: [Offer.ID: Int] = [:]
  /// When the market opened.
  private(set) var mornings: [Timestamp] = []
  private var index: OfferIndex
  private var nextClaim: Int64 = 1

  init(offers: [Offer]) {
    index = OfferIndex(offers)
  }

  var offers: [Offer] { index.offers }

  func park(
    _ person: Person.ID?, at place: Place, from start: Timestamp, until end: Timestamp
  ) throws(Full) -> ParkingSession.ID {
    let id = ParkingSession.ID(Int64(sessions.count + 1))
    sessions.append(
      ParkingSession(
        id: id, personID: person, placeName: place.name, position: place.position, zone: place.zone,
        startedAt: start, expiresAt: end, hourlyRateCents: place.hourlyRateCents))
    log.append("park \(id) \(person?.value ?? 0) \(place.id) \(start.rfc3339) \(end.rfc3339)")
    return id
  }

  func discover(
    _ session: ParkingSession.ID, limit: Int, at now: Timestamp
  ) throws(Full) -> (ranking: Ranking, impressions: Int)? {
    let context = Context(now: now, session: sessions[Int(session.value) - 1], placeOffsetSeconds: -18_000)
    let ranking = index.ranking(for: context, profile: .standard, limit: limit)
    log.append("look \(session) \(now.rfc3339) \(ranking.ranked.map(\.offer.id))")
    return (ranking, ranking.ranked.count)
  }

  func view(_ offer: Offer.ID, in session: ParkingSession.ID, at now: Timestamp) throws(Full) -> Bool {
    log.append("view \(offer) \(session) \(now.rfc3339)")
    return true
  }

  func accept(
    _ offer: Offer.ID, in session: ParkingSession.ID, at now: Timestamp, using generator: inout SeededGenerator
  ) throws(Full) -> Claim? {
    guard let facts = index[offer], facts.capacityTotal == nil || (facts.capacityLeft ?? 0) > 0 else {
      return nil
    }
    let left = facts.capacityLeft.map { $0 - 1 }
    index.setCapacityLeft(left, of: offer)
    let claim = Claim(
      id: Claim.ID(nextClaim), code: ClaimCode(using: &generator), offerID: offer, expiresAt: now + .minutes(240),
      capacityLeft: left)
    nextClaim += 1
    openClaims[claim.id] = (offer, claim.expiresAt)
    accepted[claim.id] = (session, now)
    log.append("accept \(offer) \(session) \(now.rfc3339) \(claim.code)")
    return claim
  }

  func dismiss(
    _ offer: Offer.ID, in session: ParkingSession.ID, reason: DismissalReason, at now: Timestamp
  ) throws(Full) -> Bool {
    log.append("dismiss \(offer) \(session) \(reason) \(now.rfc3339)")
    return true
  }

  func redeem(_ claim: Claim.ID, amountCents: Int64, at now: Timestamp) throws(Full) -> Int64? {
    guard let open = openClaims[claim], now < open.expires else { return nil }
    openClaims[claim] = nil
    closedClaims += 1
    ends[claim, default: []].append((.redemption, now))
    log.append("redeem \(claim) \(amountCents) \(now.rfc3339)")
    return 100
  }

  func extend(_ session: ParkingSession.ID, minutes: Int, at now: Timestamp) throws(Full) -> Timestamp? {
    let end = max(now, sessions[Int(session.value) - 1].expiresAt) + .minutes(Int64(minutes))
    sessions[Int(session.value) - 1].expiresAt = end
    log.append("extend \(session) \(minutes) \(now.rfc3339)")
    return end
  }

  func leave(_ session: ParkingSession.ID, at now: Timestamp) throws(Full) -> Bool {
    sessions[Int(session.value) - 1].endedAt = now
    log.append("leave \(session) \(now.rfc3339)")
    return true
  }

  func expireClaims(at now: Timestamp) throws(Full) -> Int {
    let overdue = openClaims.filter { $0.value.expires <= now }.map(\.key).sorted()
    for claim in overdue {
      guard let open = openClaims.removeValue(forKey: claim) else { continue }
      index.setCapacityLeft(index[open.offer]?.capacityLeft.map { $0 + 1 }, of: open.offer)
      closedClaims += 1
      ends[claim, default: []].append((.expiry, now))
    }
    return overdue.count
  }

  func placesLeft(at now: Timestamp) throws(Full) -> [PlacesLeft] {
    index.offers.compactMap { offer in
      guard let left = offer.capacityLeft, left > 0 else { return nil }
      return PlacesLeft(offer: offer.id, partner: offer.partnerID, category: offer.category, left: left)
    }.sorted { ($0.partner, $0.offer) < ($1.partner, $1.offer) }
  }

  func takePlaces(_ count: Int, of offer: Offer.ID) throws(Full) {
    let left = index[offer]?.capacityLeft ?? 0
    guests[offer, default: 0] += min(left, count)
    index.setCapacityLeft(left - min(left, count), of: offer)
    log.append("guests \(offer) \(count)")
  }

  func freePlaces() throws(Full) -> Int {
    for (offer, count) in guests { index.setCapacityLeft((index[offer]?.capacityLeft ?? 0) + count, of: offer) }
    defer { guests = [:] }
    return guests.count
  }

  func setWeather(_ weather: Weather?, temperature: Int?, from start: Timestamp) throws(Full) {
    log.append("weather \(weather?.rawValue ?? "") \(temperature ?? 0) \(start.rfc3339)")
  }

  func openMarket(_ morning: MarketMorning) throws(Full) -> Int {
    mornings.append(morning.now)
    return 0
  }
}
