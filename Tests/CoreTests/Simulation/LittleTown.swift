import Testing

@testable import Core

/// A town in memory for the simulator's tests: one car park, eighty people, thirty offers of seven partners.
enum LittleTown {
  /// Thursday, 10 September 2026, 00:26:40 UTC; the evening before in town.
  static let start = Timestamp(milliseconds: 1_789_000_000_000)
  static let zone = ZoneTable(name: "America/Cayman", initialOffsetSeconds: -18_000)

  static func plan(
    seed: UInt64, days: Int64 = 3, sessionsPerDay: Double = 300, parked: [ParkedCar] = [],
    acts: [Scenario.Act] = []
  ) throws -> SimulationPlan {
    SimulationPlan(
      start: start, end: start + .days(days), arrivals: .invented(perDay: sessionsPerDay, initialShare: 1), seed: seed,
      townSeed: 1, zone: zone, places: [try lot()],
      people: (1...80).map { SimulatedPerson(id: .init($0), townSeed: 1) }, parked: parked, acts: acts)
  }

  static func lot() throws -> Place {
    let centre = try #require(Coordinate(latitude: 19.2866, longitude: -81.3744))
    return Place(id: .init(1), name: "Lot", position: centre, zone: zone.name, hourlyRateCents: 250)
  }

  /// Every other offer has five places.
  static func world() throws -> TestWorld {
    let categories = ["dining", "cafe", "shopping"]
    var offers: [Offer] = []
    for number in 1...30 {
      let position = try #require(Coordinate(latitude: 19.2866 + Double(number) * 0.0001, longitude: -81.3744))
      let offer = Offer(
        id: Offer.ID(Int64(number)), partnerID: Partner.ID(Int64(number % 7)), title: "Offer \(number)",
        category: categories[number % 3], value: ValueProposition(discountPercent: 20),
        useMinutes: Double(number % 4 * 10), position: position, capacityTotal: number % 2 == 0 ? 5 : nil)
      offers.append(offer)
    }
    return TestWorld(offers: offers)
  }
}
