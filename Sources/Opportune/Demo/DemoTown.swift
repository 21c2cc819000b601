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

  /// The town's centre.
  static let centre = Coordinate(latitude: 19.2866, longitude: -81.3744)

  /// Writes a whole town into a new file. It is made beside the file and put in place when it is whole, so that nobody
  /// ever opens half a town.
  /// - Parameter progress: called with the part that is done, 0 to 1.
  static func make(
    at path: String, size: DemoSize, seed: UInt64, now: Timestamp, progress: (Double) -> Void
  ) throws -> Summary {
    guard access(path, F_OK) != 0 else { throw StoreError.exists(path: path) }
    // A name of this process's own: two that begin at once make two drafts, and the first to finish keeps the place.
    removeLeftDrafts(of: path)
    let draft = "\(path).making-\(getpid())"
    do {
      let summary = try fill(draft, size: size, seed: seed, now: now, progress: progress)
      // Hard links refuse a name that is taken meanwhile, which a plain rename would overwrite.
      guard link(draft, path) == 0 else {
        throw errno == EEXIST
          ? StoreError.exists(path: path)
          : Failure(.failed, code: "cannot_open", "cannot write \(path): \(String(cString: strerror(errno)))")
      }
      remove(draft)
      return summary
    } catch {
      remove(draft)
      throw error
    }
  }

  private static func remove(_ path: String) {
    for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
  }

  /// Drafts of processes that were killed while they made one.
  private static func removeLeftDrafts(of path: String) {
    var found = glob_t()
    defer { globfree(&found) }
    guard glob("\(path).making-*", 0, nil, &found) == 0 else { return }
    for index in 0..<Int(found.gl_pathc) {
      guard let name = found.gl_pathv[index].map({ String(cString: $0) }) else { continue }
      let tail = name.dropFirst(path.count + ".making-".count)
      guard let process = Int32(tail.prefix { $0.isNumber }), kill(process, 0) != 0, errno == ESRCH else { continue }
      unlink(name)
    }
  }

  private static func fill(
    _ path: String, size: DemoSize, seed: UInt64, now: Timestamp, progress: (Double) -> Void
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
    let bulk = size.bulkInteractions
    if bulk > 0 {
      try store.fillHuge(interactions: bulk, from: start - .days(365), until: start, seed: seed) {
        progress(0.9 * Double($0) / Double(bulk))
      }
    }
    let plan = SimulationPlan(
      start: start, end: now, sessionsPerDay: size.sessionsPerDay, initialShare: size.initialShare, seed: seed,
      zone: zone, places: try store.places(),
      people: people.map { SimulatedPerson(id: $0.id, seed: seed, categories: town.categories) },
      categories: town.categories, climate: town.climate)
    let report = try SimulationRun(plan, in: store).run { progress(bulk > 0 ? 0.9 + 0.1 * $0 : $0) }
    return Summary(
      partners: town.partners.count, offers: town.offers.count, people: people.count, places: town.places.count,
      report: report, activeSessions: try store.countSessions(activeAt: now))
  }

  /// Everything that is there before the first car comes.
  private static func settle(
    _ town: Town, in store: Store, seed: UInt64, at start: Timestamp
  ) throws -> [Person] {
    var draft = DemoPeople(town, seed: seed)
    let people = try draft.all()
    return try store.write { () throws(StoreError) in
      for place in town.places { _ = try store.addPlace(place) }
      for street in town.streets { try store.addStreet(street) }
      for partner in town.partners { try store.addPartner(partner, now: start) }
      for offer in town.offers { _ = try store.addOffer(offer, now: start) }
      var settled: [Person] = []
      for (person, preferences) in people {
        let added = try store.addPerson(person, now: start)
        try store.setPreferences(preferences, of: added.id)
        settled.append(added)
      }
      return settled
    }
  }
}

extension Town {
  /// Every category of the offers.
  var categories: [String] { Set(offers.map(\.category)).sorted() }
}
