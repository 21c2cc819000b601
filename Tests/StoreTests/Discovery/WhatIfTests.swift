import Core
import Testing

@testable import Store

@Suite struct WhatIfTests {
  /// Every number a what-if could have changed: all rows of all tables, by content.
  private func rows(_ town: TestTown) throws -> [String] {
    let tables = try town.store.connection.rows(
      """
      SELECT name
        FROM sqlite_schema
       WHERE type = 'table'
         AND rootpage > 0
       ORDER BY name
      """
    ) { row throws(StoreError) in row.text(0) }
    return try tables.map { table in
      let columns = try town.store.connection.rows(executing: "SELECT name FROM pragma_table_info('\(table)')") {
        row throws(StoreError) in "quote(\(row.text(0)))"
      }
      let values = columns.joined(separator: "||','||")
      let content = try town.store.connection.rows(executing: "SELECT \(values) FROM \(table)") {
        row throws(StoreError) in row.text(0)
      }
      return "\(table): \(content.sorted())"
    }
  }

  @Test func noRowOfAnyTableChanges() throws {
    let town = try TestTown()
    try town.offer { $0.capacityTotal = 4 }
    let rainy = try TriggerRule(weather: [.rain])
    try town.offer { $0.trigger = rainy }
    let session = try town.session(town.person())
    _ = try town.store.discover(session: session.id, now: TestTown.noon)
    let before = try rows(town)
    #expect(before.count > 10)
    let suppositions = [
      WhatIf(weights: [.spatial: 70]), WhatIf(weather: .some(.rain)), WhatIf(minutesLeft: 5),
      WhatIf(walkingLimit: Metres(0)),
      WhatIf(weights: [.value: 100], weather: .some(nil), minutesLeft: 500, walkingLimit: Metres(5000)),
    ]
    for whatIf in suppositions {
      let document = try town.store.discover(
        session: session.id, options: DiscoverOptions(whatIf: whatIf), now: TestTown.noon)
      #expect(document.decisionID == nil)
      #expect(document.comparison?.whatIf == whatIf)
    }
    #expect(try rows(town) == before)
    // The eye that looked would have seen a change.
    _ = try town.store.discover(session: session.id, now: TestTown.noon)
    #expect(try rows(town) != before)
  }

  @Test func showsWhereEachOfferReallyStands() throws {
    let town = try TestTown()
    let near = try town.offer { $0.title = "Near" }
    // 500 metres north as the crow flies, 650 on foot; worth 25 times as much.
    let far = try town.offer {
      $0.title = "Far"
      $0.position = position(19.2866 + 500 / 111_195.0, -81.3744)
      $0.value = ValueProposition(amountCents: 12_500)
    }
    let session = try town.session()
    func document(_ whatIf: WhatIf) throws -> DiscoverDocument {
      try town.store.discover(session: session.id, options: DiscoverOptions(whatIf: whatIf), now: TestTown.noon)
    }
    let spatial = try document(WhatIf(weights: [.spatial: 100]))
    #expect(spatial.ranking.ranked.map(\.offer.id) == [near.id, far.id])
    // Near: 30 + 25 + 20 x 500 / 1500 + 5 = 66.67. Far: 30 + 25 x 150 / 800 + 20 x 12500 / 13500 + 5 = 58.2.
    let real = try #require(spatial.comparison)
    #expect(real.places[near.id]?.rank == 1)
    #expect(abs((real.places[near.id]?.score ?? 0) - 66.667) < 0.01)
    #expect(abs((real.places[far.id]?.score ?? 0) - 58.2) < 0.1)
    let value = try document(WhatIf(weights: [.value: 100]))
    #expect(value.ranking.ranked.map(\.offer.id) == [far.id, near.id])
    #expect(value.comparison?.places[far.id]?.rank == 2)
    let lazy = try document(WhatIf(walkingLimit: Metres(600)))
    #expect(lazy.ranking.ranked.map(\.offer.id) == [near.id])
    #expect(lazy.ranking.heldBack.first?.reason.code == .tooFar)
    #expect(lazy.comparison?.gone(from: lazy.ranking).map(\.offer.id) == [far.id])
  }

  @Test func supposedMinutesMoveTheEndOfTheStay() throws {
    let town = try TestTown()
    try town.offer { $0.useMinutes = 30 }
    let session = try town.session()
    func document(_ minutes: Double) throws -> DiscoverDocument {
      let options = DiscoverOptions(whatIf: WhatIf(minutesLeft: minutes))
      return try town.store.discover(session: session.id, options: options, now: TestTown.noon)
    }
    #expect(try document(29).ranking.heldBack.first?.reason.code == .timeNotEnough)
    #expect(try document(35).ranking.ranked.count == 1)
    #expect(try document(35).context.minutesLeft == 35)
    #expect(try document(0).ranking.reason?.code == .sessionEnded)
    #expect(code { _ = try document(10_081) } == "invalid_value")
  }
}
