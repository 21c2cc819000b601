import Core
import Foundation
import Testing

@testable import Store

/// Whenever a process is killed, and however many write at once: no alert is lost and none is raised twice.
@Suite struct AlertCrashTests {
  @Test func aListingAndItsAlertsAreNeverApart() throws {
    let deals = try DealTown()
    let rules = try [deals.rule("lamp"), deals.rule("desk price:..30")]
    let watch = try deals.store.addWatch(
      WatchDraft(.search(deals.draft("lamp").terms), atOrUnder: 2500), by: DealTown.ana, now: DealTown.noon)
    let drafts = (1...3).map { DealTown.draft("l\($0)") }
    let crashes = try CrashCopies(of: deals.store) { store in try store.ingest(drafts, now: DealTown.noon) }
    let stores = try crashes.stores()
    // Three listings, their prices, six deals and three prices, at least.
    #expect(stores.count >= 15)
    for (number, store) in stores.enumerated() {
      let (listings, alerts) = (try store.countListings(), try store.inbox(of: deals.person.id).count)
      let whole = number == stores.count - 1
      #expect(listings == (whole ? 3 : 0) && alerts == (whole ? 9 : 0), "copy \(number)")
      #expect(try store.check().filter { !$0.ok } == [])
      // The next program takes the file in again.
      try store.ingest(drafts, now: DealTown.noon + .minutes(1))
      try store.sweep(now: DealTown.noon + .minutes(1))
      let told = try store.inbox(of: deals.person.id)
      for rule in rules { #expect(told.count { $0.rule == rule.id } == 3) }
      #expect(told.count { $0.watch == watch.id } == 3)
    }
  }

  /// Every access holds the lock.
  private final class Failures: @unchecked Sendable {
    private let lock = NSLock()
    private var texts: [String] = []

    func add(_ text: String) { lock.withLock { texts.append(text) } }
    var all: [String] { lock.withLock { texts } }
  }

  @Test func eightConnectionsRaiseEachAlertOnce() throws {
    let deals = try DealTown()
    let rules = try (1...5).map { try deals.rule("lamp name:\"\($0)\"") }
    let path = deals.town.path
    let failures = Failures()
    // Everybody brings the same forty listings in another order, each at a price of its own that only ever falls.
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      do {
        let store = try Store.open(at: path, now: TestTown.noon, zones: TestZones.zones)
        for step in 0..<40 {
          let number = (step * 7 + thread * 5) % 40
          try store.ingest(DealTown.draft("l\(number)"), now: DealTown.noon)
          if step == 20 {
            let rule = rules[thread % 5].id
            if thread < 5 {
              try store.editRule(rule, RuleDraft(store.rule(rule)), by: DealTown.ana, now: DealTown.noon)
            }
          }
        }
      } catch {
        failures.add("\(error)")
      }
    }
    #expect(failures.all == [])
    #expect(try deals.store.countListings() == 40)
    for rule in rules { #expect(try Set(deals.alerts(of: rule)).count == 40) }
    #expect(try deals.store.connection.integer("SELECT count(*) FROM alert WHERE kind = 'deal'") == 200)
    #expect(try deals.sweep() == [40, 0])
    #expect(try deals.town.failedChecks() == [])
  }
}
