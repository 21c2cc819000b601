import Core
import Testing

@testable import Store

/// A town that is run, stepped, stopped and put back lives the same life.
@Suite struct TownRunTests {
  private static let end = TestTown.noon + .hours(8)

  /// A run of a small town, from noon on.
  private func run(_ town: TestTown) throws -> TownRun {
    for number in 1...12 {
      try town.offer {
        $0.category = ["food", "spa", "tour"][number % 3]
        $0.position = position(19.281 + Double(number) * 0.001, -81.376)
        $0.capacityTotal = number.isMultiple(of: 2) ? 5 : nil
      }
    }
    return try town.run(until: Self.end + .days(1))
  }

  /// What the town is like in the end: the hash of all that happened, and all that is stored of it.
  private func life(_ town: TestTown, _ run: TownRun) throws -> (EventHash, [String]) {
    let log = try town.store.connection.rows(
      """
      SELECT id || ' ' || at || ' ' || type || ' ' || coalesce(session_id, 0) || ' ' || offer_id
        FROM interaction
       ORDER BY id
      """
    ) { row throws(StoreError) in row.text(0) }
    return (run.report.hash, log)
  }

  @Test func theHashIsTheSameAfterStepsPausesAndOtherSpeedsAsInOneGo() throws {
    let first = try TestTown()
    let straight = try run(first)
    try straight.advance(to: Self.end)
    let expected = try life(first, straight)
    #expect(straight.report.acceptances > 3)

    let second = try TestTown()
    let driven = try run(second)
    // A minute at a time, as at sixty; then five steps; then ten minutes at a time, as at six hundred.
    while driven.now < TestTown.noon + .hours(1) { try driven.advance(to: driven.now + .minutes(1)) }
    for _ in 0..<5 { _ = try driven.step() }
    while driven.now < TestTown.noon + .hours(3) { try driven.advance(to: driven.now + .minutes(10)) }
    // A machine that cannot keep up gets on by one instant at a time.
    while try !driven.advance(to: TestTown.noon + .hours(5), for: .zero) {}
    let bookmark = try driven.bookmark("five")
    try driven.advance(to: Self.end)
    try driven.go(to: bookmark)
    #expect(driven.now == TestTown.noon + .hours(5))
    try driven.advance(to: Self.end)
    #expect(try life(second, driven) == expected)
  }

  @Test func whereTheTimeIsUpTheClockStandsWhereAdvancingToItLeadsAgain() throws {
    let first = try TestTown()
    let cut = try run(first)
    try cut.advance(to: Self.end, for: .zero)
    #expect(cut.now < Self.end)
    let second = try TestTown()
    let again = try run(second)
    #expect(try again.advance(to: cut.now))
    #expect(try life(second, again) == life(first, cut))
    #expect(again.report.events == cut.report.events)
  }

  @Test func backAtTheStartTheSameLifeBeginsAnew() throws {
    let town = try TestTown()
    let run = try run(town)
    try run.advance(to: Self.end)
    let expected = try life(town, run)
    try run.backToStart()
    #expect(try life(town, run).1 == [])
    try run.advance(to: Self.end)
    #expect(try life(town, run) == expected)
    #expect(try town.failedChecks() == [])
  }
}
