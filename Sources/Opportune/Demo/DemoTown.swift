import Core
import Glibc
import Store

/// Makes the demo town: what is given comes from the built-in files, what has happened comes from the simulator, through
/// the same engine and store that serve real drivers.
enum DemoTown {
  /// What was made.
  struct Summary {
    let partners: Int
    let offers: Int
    let people: Int
    let places: Int
    let report: SimulationReport
    let activeSessions: Int
  }

  /// Town time between two words on how far it is.
  private static let stretch = TimeSpan.hours(6)

  /// The town's centre.
  static let centre = Coordinate(latitude: 19.2866, longitude: -81.3744)

  /// Writes a whole town into a file. It is made beside the file and put in place when it is whole, so that nobody ever
  /// opens half a town.
  /// - Parameters:
  ///   - replacing: whether it takes the place of a town that is there, which stays whole until then.
  ///   - progress: called with the part that is done, 0 to 1; may throw to stop the work, of which nothing remains then.
  static func make(
    at path: String, size: DemoSize, seed: UInt64, now: Timestamp, replacing: Bool = false,
    progress: (Double) throws -> Void
  ) throws -> Summary {
    guard replacing || access(path, F_OK) != 0 else { throw StoreError.exists(path: path) }
    let draft = try TownDraft(of: path)
    let summary = try fill(draft.path, size: size, seed: seed, now: now, progress: progress)
    try draft.publish(replacing: replacing)
    return summary
  }

  private static func fill(
    _ path: String, size: DemoSize, seed: UInt64, now: Timestamp, progress: (Double) throws -> Void
  ) throws -> Summary {
    let zones = SystemZones.zones
    guard let zone = zones.table(Town.zone), let centre else {
      throw Failure(.failed, code: "internal", "the time zone \(Town.zone) is not known here")
    }
    let midnight = zone.instant(on: zone.localTime(at: now).date, millisecondOfDay: 0)
    let town = try Town(midnight: midnight)
    let start = now - .days(size.days)
    let opening = size.bulkInteractions > 0 ? start - .days(365) : start
    let store = try Store.create(
      at: path, kind: .demo, name: Town.name, zone: Town.zone, centre: centre, seed: seed, now: opening, zones: zones)
    let people = try settle(town, in: store, seed: seed, at: opening)
    try run(DemoCampaigns.all(midnight: midnight), in: store, from: start, at: opening)
    let bulk = size.bulkInteractions
    if bulk > 0 {
      try store.fillHuge(interactions: bulk, from: start - .days(365), until: start, seed: seed) {
        // Written in one go, which cannot be stopped half way.
        try? progress(0.9 * Double($0) / Double(bulk))
      }
    }
    let plan = SimulationPlan(
      start: start, end: now,
      arrivals: .invented(perDay: size.sessionsPerDay, initialShare: size.initialShare), seed: seed, townSeed: seed,
      zone: zone, places: try store.places(), people: people.map { SimulatedPerson(id: $0.id, townSeed: seed) },
      climate: town.climate)
    var simulation = Simulation(plan, in: StoredWorld(store))
    while simulation.now < now {
      try SimulationRun.advance(&simulation, to: min(now, simulation.now + stretch), in: store) { _ in }
      let part = Double((simulation.now - start).milliseconds) / Double((now - start).milliseconds)
      try progress(bulk > 0 ? 0.9 + 0.1 * part : part)
    }
    try DemoDeals.settle(town, in: store, seed: seed, now: now)
    let report = simulation.report
    return Summary(
      partners: town.partners.count, offers: town.offers.count, people: people.count, places: town.places.count,
      report: report, activeSessions: try store.countSessions(activeAt: now))
  }

  /// Campaigns that were to begin before the history begin with it.
  private static func run(
    _ campaigns: [CampaignDraft], in store: Store, from start: Timestamp, at opening: Timestamp
  ) throws {
    for draft in campaigns {
      var campaign = draft
      campaign.startsAt = draft.startsAt.map { max($0, start) }
      try store.createCampaign(campaign, by: Actor(.simulator, "demo"), loading: true, now: opening)
    }
  }

  /// Everything that is there before the first car comes.
  private static func settle(
    _ town: Town, in store: Store, seed: UInt64, at start: Timestamp
  ) throws -> [Person] {
    var draft = DemoPeople(town, seed: seed)
    let people = try draft.all()
    let maker = Actor(.simulator, "demo")
    return try store.write { () throws(StoreError) in
      for place in town.places { _ = try store.addPlace(place) }
      for street in town.streets { try store.addStreet(street) }
      for partner in town.partners { try store.addPartner(partner, by: maker, loading: true, now: start) }
      for offer in town.offers { _ = try store.addOffer(offer, by: maker, loading: true, now: start) }
      var settled: [Person] = []
      for (person, preferences) in people {
        let added = try store.addPerson(person, now: start)
        try store.setPreferences(preferences, of: added.id, by: maker, loading: true, now: start)
        settled.append(added)
      }
      return settled
    }
  }
}
