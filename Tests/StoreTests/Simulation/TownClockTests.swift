import Core
import Testing

@testable import Store

@Suite struct TownClockTests {
  /// A town whose log ends at noon.
  private func town(_ kind: WorldKind) throws -> TestTown {
    let town = try TestTown(kind: kind)
    let offer = try town.offer()
    _ = try town.store.view(offer: offer.id, session: town.session().id, now: TestTown.noon)
    return town
  }

  @Test(arguments: [(0.0, 0.0), (6, 6), (6.001, 0), (24, 0), (-0.001, 0), (-24, 0)])
  func aDemoKeepsItsOwnTimeOnceItsLogIsOldOrAhead(hoursSinceTheLog: Double, shown: Double) throws {
    func after(_ hours: Double) -> Timestamp { TestTown.noon + TimeSpan(milliseconds: Int64(hours * 3_600_000)) }
    let town = try town(.demo)
    #expect(try town.store.townClock(machine: after(hoursSinceTheLog)) == after(shown))
  }

  @Test func aLiveTownGoesByTheMachine() throws {
    let town = try town(.live)
    for days in [-30, 0, 30] as [Int64] {
      let machine = TestTown.noon + .days(days)
      #expect(try town.store.townClock(machine: machine) == machine)
    }
  }

  @Test func aDemoWithoutAnyHistoryGoesByTheMachine() throws {
    let machine = TestTown.noon + .days(30)
    #expect(try TestTown().store.townClock(machine: machine) == machine)
  }
}
