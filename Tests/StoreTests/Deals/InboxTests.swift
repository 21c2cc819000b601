import Core
import Testing

@testable import Store

/// What a person does with what they were told.
@Suite struct InboxTests {
  /// A town whose hunter was told of one lamp.
  private func told() throws -> (deals: DealTown, alert: Alert) {
    let deals = try DealTown()
    try deals.rule("lamp")
    try deals.ingest("a")
    let alert = try #require(try deals.store.inbox(of: deals.person.id).first)
    try #require(alert.state == .sent)
    return (deals, alert)
  }

  @Test func whatWasReadCanBeNewAgain() throws {
    let (deals, alert) = try told()
    let (store, ana) = (deals.store, DealTown.ana)
    #expect(try store.countUnread(of: deals.person.id) == 1)
    #expect(try store.unreadAlert(alert.id, by: ana) == alert)
    let read = try store.readAlert(alert.id, by: ana, now: DealTown.noon + .minutes(1))
    #expect(read.readAt == DealTown.noon + .minutes(1))
    // Read again, it stays read since then.
    #expect(try store.readAlert(alert.id, by: ana, now: DealTown.noon + .minutes(9)) == read)
    #expect(try store.countUnread(of: deals.person.id) == 0)
    #expect(try store.unreadAlert(alert.id, by: ana) == alert)
    #expect(try deals.town.another().countUnread(of: deals.person.id) == 1)
  }

  @Test func onlyWhatWasToldAndOnlyByOperators() throws {
    let (deals, alert) = try told()
    try deals.store.readAlert(alert.id, by: DealTown.ana, now: DealTown.noon)
    #expect(code { try deals.store.unreadAlert(alert.id, by: Actor(.analyst, "eve")) } == "not_allowed")
    #expect(code { try deals.store.unreadAlert(Alert.ID(9), by: DealTown.ana) } == "not_found")
    try deals.store.snoozeAlert(
      alert.id, until: DealTown.noon + .hours(1), by: DealTown.ana, now: DealTown.noon)
    #expect(code { try deals.store.unreadAlert(alert.id, by: DealTown.ana) } == "alert.held")
  }
}
