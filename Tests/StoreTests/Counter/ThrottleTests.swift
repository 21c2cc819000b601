import Core
import Testing

@testable import Store

@Suite struct ThrottleTests {
  /// What a thousand codes get, one every 60 ms: a minute of a machine that guesses.
  private func guess(_ town: CounterTown, count: Int = 1000) throws -> (answered: Int, refused: Int, waits: Set<String>)
  {
    var generator = SeededGenerator(seed: 5)
    var (answered, refused, waits) = (0, 0, Set<String>())
    for step in 0..<count {
      let code = ClaimCode(using: &generator).compact
      do throws(StoreError) {
        _ = try town.store.validate(
          code: code, for: town.clerk, now: TestTown.noon + TimeSpan(milliseconds: Int64(step) * 60))
        answered += 1
      } catch {
        #expect(error.code == "attempts.throttled")
        #expect(error.exitStatus == 6)
        refused += 1
        waits.insert(error.sentence)
      }
    }
    return (answered, refused, waits)
  }

  /// Twenty at once, then one every three seconds: the last of a thousand comes after 59.94 s, in which 19 came back.
  @Test func aThousandCodesAMinuteAreThrottledWithTheTimeToWait() throws {
    let town = try CounterTown()
    let (answered, refused, waits) = try guess(town)
    #expect(answered == 39)
    #expect(refused == 961)
    #expect(
      waits == [
        "too many wrong codes; wait 1 second and try again", "too many wrong codes; wait 2 seconds and try again",
        "too many wrong codes; wait 3 seconds and try again",
      ])
  }

  @Test func whileThrottledNotEvenARightCodeIsAnswered() throws {
    let town = try CounterTown()
    let claim = try town.claim()
    for _ in 0..<20 { _ = try town.store.validate(code: "nonsense", for: town.clerk, now: TestTown.noon) }
    func look(_ now: Timestamp) -> String? {
      code { _ = try town.store.validate(code: claim.code.compact, for: town.clerk, now: now) }
    }
    #expect(look(TestTown.noon) == "attempts.throttled")
    #expect(
      code { try town.store.redeem(code: claim.code.compact, by: town.clerk, now: TestTown.noon) }
        == "attempts.throttled")
    #expect(look(TestTown.noon + .seconds(3) - TimeSpan(milliseconds: 1)) == "attempts.throttled")
    #expect(look(TestTown.noon + .seconds(3)) == nil)
    // Others are not held up by it.
    #expect(try town.store.validate(code: claim.code.compact, for: TestTown.ana, now: TestTown.noon).isValid)
  }

  @Test func rightCodesCostNothing() throws {
    let town = try CounterTown()
    let claim = try town.claim()
    for _ in 0..<100 {
      #expect(try town.store.validate(code: claim.code.compact, for: town.clerk, now: TestTown.noon).isValid)
    }
  }

  @Test func aClockSetBackNeitherFreesNorLocks() throws {
    let town = try CounterTown()
    for _ in 0..<20 { _ = try town.store.validate(code: "nonsense", for: town.clerk, now: TestTown.noon) }
    let earlier = TestTown.noon - .hours(1)
    #expect(
      code { _ = try town.store.validate(code: "nonsense", for: town.clerk, now: earlier) } == "attempts.throttled")
    // An hour forward again the bucket is full, and no fuller than full.
    var answered = 0
    for _ in 0..<30 {
      if (try? town.store.validate(code: "nonsense", for: town.clerk, now: TestTown.noon)) != nil { answered += 1 }
    }
    #expect(answered == 0)
    for _ in 0..<30 {
      let now = TestTown.noon + .hours(1)
      if (try? town.store.validate(code: "nonsense", for: town.clerk, now: now)) != nil { answered += 1 }
    }
    #expect(answered == 20)
  }

  @Test func onAReadOnlyFileAPartnerIsNotAnsweredUncounted() throws {
    let town = try CounterTown()
    let claim = try town.claim()
    let reader = try town.town.another(readOnly: true)
    #expect(try reader.validate(code: claim.code.compact, for: town.clerk, now: TestTown.noon).isValid)
    #expect(code { _ = try reader.validate(code: "nonsense", for: town.clerk, now: TestTown.noon) } == "read_only")
    let analyst = Actor(.analyst, "eve")
    #expect(try reader.validate(code: "nonsense", for: analyst, now: TestTown.noon).answer == .mistyped)
  }
}
