import Core
import Glibc
import Store

/// A city of 500 partners with 40 offers each and a month behind it: cars come every few minutes, each driver looks at
/// five offers near by, and now and then one is accepted. Made once a run.
final class PartnerTown: Sendable {
  static let partners = 500
  static let offers = 20_000
  /// In each week, so that a reach is of 20,000.
  private static let sessionsAWeek = 20_000
  private static let days = 30

  let path: String
  /// The town's first offer.
  let offer: Offer

  /// The one town of all benchmarks that need it.
  static let shared = Result { try PartnerTown() }

  private init() throws {
    try Folder.make()
    path = "\(Folder.path)/work-\(getpid())-partners.db"
    for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
    Complaints.write("making a city of \(Self.partners) partners and a month of sessions; that takes a minute")
    let store = try Store.create(
      at: path, kind: .demo, name: "City", zone: "America/Cayman", centre: try Self.position(0.5, 0.5), seed: 1,
      now: Moment.now - .days(40), zones: Moment.zones)
    var random = SeededGenerator(seed: 7)
    let offers = try Self.makeOffers(in: store, &random)
    let people = try Self.makePeople(in: store, &random)
    let made = Moment.now - .days(Int64(Self.days) - 1)
    let sessions = Self.sessionsAWeek * Self.days / 7
    for part in 0..<Self.days {
      // A transaction a day, or the counts of a month would wait in memory.
      var draws = random
      try store.write { () throws(StoreError) in
        for car in part * sessions / Self.days..<(part + 1) * sessions / Self.days {
          let start = made + TimeSpan(milliseconds: Int64(car) * 86_400_000 * Int64(Self.days) / Int64(sessions))
          try Self.park(car, at: start, offers, people, in: store, &draws)
        }
      }
      random = draws
    }
    offer = offers[0]
  }

  /// Another connection, which knows nothing yet.
  func store() throws -> Store {
    try Store.open(at: path, now: Moment.now, zones: Moment.zones)
  }

  private static func park(
    _ car: Int, at start: Timestamp, _ offers: [Offer], _ people: [Person.ID], in store: Store,
    _ random: inout SeededGenerator
  ) throws(StoreError) {
    let spot = offers[Int.random(in: offers.indices, using: &random)].position
    let session = try store.startSession(
      SessionDraft(
        personID: people[car % people.count], placeName: "Street", position: spot, zone: "America/Cayman",
        startedAt: start, expiresAt: start + .minutes(.random(in: 20...180, using: &random)))
    ).session
    for look in 0..<5 {
      let offer = offers[Int.random(in: offers.indices, using: &random)]
      try store.view(offer: offer.id, session: session.id, now: start + .seconds(Int64(look)))
      guard look == 0, car % 4 == 0 else { continue }
      let claim = try store.accept(offer: offer.id, session: session.id, now: start, using: &random)
      if car % 8 == 0 { try store.redeem(claim: claim.id, amountCents: 2000, by: bench, now: start + .minutes(10)) }
    }
    _ = try store.expireClaims(now: start)
  }

  private static let bench = Actor(.operator, "bench")

  private static func makeOffers(in store: Store, _ random: inout SeededGenerator) throws -> [Offer] {
    var draws = random
    defer { random = draws }
    var drafts: [Offer] = []
    for id in 1...Int64(offers) {
      var offer = Offer(
        id: .init(id), partnerID: .init((id - 1) % Int64(partners) + 1), title: "Offer \(id)",
        category: ["dining", "cafe", "tours", "kids"][Int(id) % 4], value: ValueProposition(discountPercent: 20),
        useMinutes: 20, position: try position(.random(in: 0...1, using: &draws), .random(in: 0...1, using: &draws)))
      if id % 3 == 0 {
        offer.trigger = try TriggerRule(
          timeRemainingMinimum: 30, daysOfWeek: WeekdaySet([.thu, .fri, .sat]),
          timeOfDayStart: ClockTime(minuteOfDay: 17 * 60), weather: [.clear, .rain])
      }
      drafts.append(offer)
    }
    let centre = try position(0.5, 0.5)
    return try store.write { () throws(StoreError) in
      for id in 1...Int64(partners) {
        try store.addPartner(
          Partner(
            id: .init(id), name: "Partner \(id)", category: "dining", position: centre, zone: "America/Cayman",
            commissionBasisPoints: 1250), by: bench, loading: true, now: Moment.now - .days(40))
      }
      for draft in drafts { try store.addOffer(draft, by: bench, loading: true, now: Moment.now - .days(40)) }
      for hour in 0..<600 {
        try store.setWeather(
          Weather.allCases[hour % Weather.allCases.count], from: Moment.now - .days(31) + .hours(Int64(hour) * 3 / 2))
      }
      return drafts
    }
  }

  /// Every fourth has a wish or two.
  private static func makePeople(in store: Store, _ random: inout SeededGenerator) throws -> [Person.ID] {
    let night = try QuietHours(
      from: ClockTime(parsing: "22:00") ?? .midnight, to: ClockTime(parsing: "07:00") ?? .endOfDay)
    return try store.write { () throws(StoreError) in
      var people: [Person.ID] = []
      for number in 0..<5000 {
        let person = try store.addPerson(
          Person(id: .init(0), name: "Person \(number)", zone: "America/Cayman"), now: Moment.now - .days(40))
        people.append(person.id)
        guard number % 4 == 0 else { continue }
        var wishes = Preferences()
        wishes.quietHours = [night]
        wishes.blockedDays = number % 8 == 0 ? WeekdaySet([.sun]) : .none
        wishes.blockedCategories = ["kids"]
        wishes.walkingLimit = Metres(1200)
        try store.setPreferences(wishes, of: person.id, by: bench, now: Moment.now - .days(40))
      }
      return people
    }
  }

  /// A point of a square of about 20 km.
  private static func position(_ north: Double, _ east: Double) throws -> Coordinate {
    try Coordinate(
      latitude: 19.2 + north * 0.18, longitude: -81.4 + east * 0.19, latitudeField: "latitude",
      longitudeField: "longitude")
  }
}
