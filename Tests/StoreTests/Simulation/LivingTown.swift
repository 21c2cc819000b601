import Core

@testable import Store

extension TestTown {
  /// Lets the town live from noon on: twenty people, three car parks, two hundred cars a day, and the offers it has.
  func run(until end: Timestamp) throws -> TownRun {
    for number in 1...20 { _ = try person("Person \(number)") }
    for number in 1...3 {
      try store.addPlace(
        Place(
          id: Place.ID(0), name: "Place \(number)", position: position(19.281 + Double(number) * 0.002, -81.375),
          zone: "America/Cayman", hourlyRateCents: 300, capacity: 40))
    }
    let people = try store.people().map { SimulatedPerson(id: $0.id, townSeed: 9) }
    let plan = SimulationPlan(
      start: Self.noon, end: end, arrivals: .invented(perDay: 200, initialShare: 1), seed: 9, townSeed: 9,
      zone: TestZones.cayman, places: try store.places(), people: people)
    return try TownRun(plan, in: store, from: Self.noon)
  }

  /// When an offer was shown or accepted, in order.
  func instants(of type: InteractionType, _ offer: Offer) throws -> [Timestamp] {
    try store.connection.rows(
      """
      SELECT at
        FROM interaction
       WHERE offer_id = :offer
         AND type = :type
       ORDER BY at
      """, [":offer": .id(offer.id), ":type": .text(type.rawValue)]
    ) { row throws(StoreError) in row.instant(0) }
  }
}
