import Core
import Testing

@testable import Store

/// A partner's last place goes in a town that lives on.
@Suite struct SellOutTests {
  /// The places of an offer that guests have, that claims have, and that are left.
  private func places(_ offer: Offer, in town: TestTown) throws -> [Int?] {
    try town.store.connection.rows(
      """
      SELECT capacity_reserved, capacity_taken, capacity_left
        FROM offer
       WHERE id = :offer
      """, [":offer": .id(offer.id)]
    ) { row throws(StoreError) in [row.count(0), row.count(1), row.optional(2) { row.count($0) }] }.first ?? []
  }

  @Test func nobodyAcceptsWhatIsSoldOutUntilTheGuestsHaveGoneAndThePlacesAddUp() throws {
    let town = try TestTown()
    let scarce = try town.offer { $0.capacityTotal = 30 }
    let endless = try town.offer { $0.title = "Endless" }
    // The small hours, 04:00 in George Town, are sixteen hours after noon.
    let closing = TestTown.noon + .hours(16)
    let run = try town.run(until: TestTown.noon + .days(2))
    try run.perform(.soldOut(.partner(town.partner.id)))
    #expect(try places(scarce, in: town) == [30, 0, 0])
    #expect(try places(endless, in: town) == [0, 0, nil])
    try run.advance(to: closing)
    #expect(try town.instants(of: .impression, scarce) == [])
    #expect(try town.instants(of: .acceptance, scarce) == [])
    #expect(try town.instants(of: .acceptance, endless).count > 3)
    #expect(try places(scarce, in: town) == [30, 0, 0])
    // The hour in which the last guests go.
    try run.advance(to: closing + .seconds(1))
    #expect(try places(scarce, in: town) == [0, 0, 30])
    for hour in 17...47 {
      try run.advance(to: TestTown.noon + .hours(Int64(hour)))
      let now = try places(scarce, in: town)
      #expect(now.compactMap { $0 }.reduce(0, +) == 30)
      #expect(now.allSatisfy { (0...30).contains($0 ?? -1) })
    }
    #expect(try town.instants(of: .acceptance, scarce).count > 3)
    #expect(try town.failedChecks() == [])
  }
}
