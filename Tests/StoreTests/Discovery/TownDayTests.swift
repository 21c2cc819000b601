import Core
import Testing

@testable import Store

/// What the Overview shows of the day.
@Suite struct TownDayTests {
  @Test func hoursAreCountedFromTheTownsMidnight() throws {
    let town = try TestTown()
    let offer = try town.offer()
    let session = try town.session(town.person(), minutes: 600)
    _ = try town.store.discover(session: session.id, now: TestTown.noon)
    _ = try town.accept(offer, session, now: TestTown.noon + .minutes(70))
    // 13:10 in George Town: hours 0 to 13.
    let hours = try town.store.townDay(now: TestTown.noon + .minutes(70)).hours
    #expect(hours.count == 14)
    #expect(hours.map(\.shown) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0])
    #expect(hours.map(\.accepted) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])
    #expect(try town.store.townDay(now: TestTown.noon + .days(1)).hours.allSatisfy { $0 == TownDay.Hour() })
  }

  @Test func theSmallestShareOfPlacesComesFirst() throws {
    let town = try TestTown()
    for (left, total) in [(5, 10), (0, 4), (1, 5), (9, 9)] {
      try town.offer {
        $0.capacityTotal = total
        $0.capacityLeft = left
      }
    }
    try town.offer()
    try town.offer {
      $0.capacityTotal = 3
      $0.capacityLeft = 0
      $0.validUntil = TestTown.noon
    }
    let day = try town.store.townDay(now: TestTown.noon)
    #expect(day.scarce.map(\.left) == [0, 1, 5, 9])
    #expect(day.soldOut == 1)
    #expect(day.runningOut == 1)
    #expect(day.scarce.first?.partnerName == "Blue Culantro")
  }

  @Test func claimsComeNewestFirstAndOverdueOnesAreNotOpen() throws {
    let town = try TestTown()
    let offer = try town.offer { $0.claimMinutes = 30 }
    let claims = try (0..<3).map { number in
      try town.accept(
        offer, town.session(), now: TestTown.noon + .minutes(Int64(number) * 10), seed: UInt64(number + 1))
    }
    try town.store.redeem(claim: claims[1].id, by: .simulator, now: TestTown.noon + .minutes(15))
    let day = try town.store.townDay(now: TestTown.noon + .minutes(35))
    #expect(day.claims.map(\.id) == claims.reversed().map(\.id))
    #expect(day.claims.map { $0.state(at: TestTown.noon + .minutes(35)) } == [.open, .redeemed, .expired])
    #expect(day.openClaims == 1)
    #expect(day.claims.first?.code == claims[2].code.description)
  }

  @Test func aTownCountsCarsThatItsListLeavesOut() throws {
    let town = try TestTown()
    for _ in 0..<5 { _ = try town.session() }
    let board = try town.store.board(now: TestTown.noon, sessionLimit: 2)
    #expect(board.sessions.count == 2)
    #expect(board.parked == 5)
    #expect(board.day == nil)
    #expect(try town.store.board(now: TestTown.noon, includesDay: true).day != nil)
  }
}
