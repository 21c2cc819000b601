import Core
import Foundation
import Testing

@testable import Store

@Suite struct CapacityRaceTests {
  /// What one thread came back with.
  private final class Results: @unchecked Sendable {
    // Every access holds the lock.
    private let lock = NSLock()
    private var codes: [String] = []
    private var refusals: [String] = []
    private var longest: Double = 0

    func note(code: String?, refusal: String?, seconds: Double) {
      lock.withLock {
        if let code { codes.append(code) }
        if let refusal { refusals.append(refusal) }
        longest = max(longest, seconds)
      }
    }

    var all: (codes: [String], refusals: [String], longest: Double) { lock.withLock { (codes, refusals, longest) } }
  }

  @Test func eightConnectionsNeverSellAPlaceTwice() throws {
    let town = try TestTown()
    let offer = try town.offer { $0.capacityTotal = 50 }
    let sessions = try town.store.write { () throws(StoreError) in
      var sessions: [ParkingSession.ID] = []
      for _ in 0..<200 {
        sessions.append(
          try town.store.startSession(
            SessionDraft(
              position: TestTown.centre, zone: "UTC", startedAt: nil, expiresAt: TestTown.noon + .hours(1))
          ).session.id)
      }
      return sessions
    }
    let results = Results()
    let path = town.path
    let offerID = offer.id
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      do {
        let store = try Store.open(at: path, now: TestTown.noon, zones: TestZones.zones)
        for session in sessions[(thread * 25)..<(thread * 25 + 25)] {
          let start = Date()
          do throws(StoreError) {
            var generator = SeededGenerator(seed: UInt64(session.value))
            let claim = try store.accept(offer: offerID, session: session, now: TestTown.noon, using: &generator)
            results.note(code: claim.code.compact, refusal: nil, seconds: -start.timeIntervalSinceNow)
          } catch {
            results.note(code: nil, refusal: error.code, seconds: -start.timeIntervalSinceNow)
          }
        }
      } catch {
        results.note(code: nil, refusal: "\(error)", seconds: 0)
      }
    }
    let (codes, refusals, longest) = results.all
    #expect(codes.count == 50)
    #expect(Set(codes).count == 50)
    #expect(refusals.count == 150)
    #expect(Set(refusals) == ["capacity.full"])
    // Three times the promise of a quarter of a second, as for every budget.
    #expect(longest < 0.75)
    #expect(try town.store.offer(offer.id).capacityLeft == 0)
    #expect(try town.failedChecks() == [])
  }
}
