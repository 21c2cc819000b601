import Core
import Foundation
import Testing

@testable import Store

/// Eight connections at once: what they book together is the budget, to the millionth.
@Suite struct BudgetRaceTests {
  /// Every access holds the lock.
  private final class Shown: @unchecked Sendable {
    private let lock = NSLock()
    private var count = 0
    private var failures: [String] = []

    func add(_ count: Int) { lock.withLock { self.count += count } }
    func fail(_ text: String) { lock.withLock { failures.append(text) } }
    var all: (count: Int, failures: [String]) { lock.withLock { (count, failures) } }
  }

  @Test func eightConnectionsSpendABudgetExactly() throws {
    let scene = try CampaignTown()
    // 300 impressions of 7 cents fit into 20.99 almost: the last is charged what is left.
    let campaign = try scene.campaign(offers: 3) {
      $0.budgetCents = 2099
      $0.costs.perImpressionMicros = 70_000
    }
    let sessions = try (0..<160).map { _ in try scene.town.session() }
    let shown = Shown()
    let path = scene.town.path
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      do {
        let store = try Store.open(at: path, now: TestTown.noon, zones: TestZones.zones)
        for session in sessions[(thread * 20)..<(thread * 20 + 20)] {
          shown.add(try store.discover(session: session.id, now: TestTown.noon).ranking.ranked.count)
        }
      } catch {
        shown.fail("\(error)")
      }
    }
    #expect(shown.all.failures == [])
    // 299 whole ones are 20.93; the 300th costs the 0.06 that are left.
    #expect(shown.all.count == 300)
    let spends = try scene.spends(of: campaign)
    #expect(spends.count == 300)
    #expect(spends.reduce(0, +) == 20_990_000)
    #expect(spends.filter { $0 == 60_000 }.count == 1)
    #expect(try scene.counts(of: campaign).spendMicros == 20_990_000)
    #expect(try scene.town.failedChecks() == [])
  }
}
