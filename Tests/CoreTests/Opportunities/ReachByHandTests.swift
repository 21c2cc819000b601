import Testing

@testable import Core

/// Reaches of one car, worked out by hand.
@Suite struct ReachByHandTests {
  /// Friday 21 August 2026, 09:00 to 10:30 in George Town, at the offer's door, for a driver without wishes.
  private func oneCar(
    from start: String = "2026-08-21T14:00:00Z", minutes: Int64 = 90, walk: Double = 0,
    wishes: Preferences = Preferences()
  ) -> ReachSample {
    var sample = ReachSample(
      from: at("2026-08-15T17:00:00Z"), until: at("2026-08-22T17:00:00Z"), clocks: [TestZone.cayman.table],
      drivers: [.init(preferences: wishes, clock: nil)],
      skies: [
        .init(start: at("2026-08-21T10:00:00Z"), weather: .clear),
        .init(start: at("2026-08-21T15:00:00Z"), weather: .rain),
      ])
    sample.add(
      at: Coordinate.georgeTown.north(walk: walk), from: at(start), until: at(start) + .minutes(minutes),
      expires: at(start) + .minutes(minutes), clock: 0, driver: 0)
    return sample
  }

  private func offer(_ rule: TriggerRule = .none, use: Double = 0) -> Offer {
    .sample {
      $0.trigger = rule
      $0.useMinutes = use
    }
  }

  @Test func aTimeOfDayIsHalfOpenToTheMillisecond() throws {
    // The stay ends at 10:30, so an offer from 10:30 on misses it, and one that ends at 9:00 too.
    func reach(_ start: String, _ end: String) throws -> Int {
      let rule = try TriggerRule(timeOfDayStart: ClockTime(parsing: start), timeOfDayEnd: ClockTime(parsing: end))
      return oneCar().estimate(for: offer(rule)).eligible
    }
    #expect(try reach("10:30", "24:00") == 0)
    #expect(try reach("10:29", "24:00") == 1)
    #expect(try reach("00:00", "09:00") == 0)
    #expect(try reach("00:00", "09:01") == 1)
  }

  @Test func minutesLeftIncludeBothEnds() throws {
    // 90 minutes at the first instant, and one millisecond at the last.
    func reach(_ least: Double?, _ most: Double?) throws -> Int {
      let rule = try TriggerRule(timeRemainingMinimum: least, timeRemainingMaximum: most)
      return oneCar().estimate(for: offer(rule)).eligible
    }
    #expect(try reach(90, nil) == 1)
    #expect(try reach(90.0001, nil) == 0)
    #expect(try reach(nil, 0.0001) == 1)
    #expect(try reach(nil, 0.00001) == 0)
  }

  @Test func theWayThereAndBackMustFitIntoTheStay() {
    // 400 m are five minutes each way: 80 minutes of use just fit into 90.
    #expect(oneCar(walk: 400).estimate(for: offer(use: 79.99)).eligible == 1)
    let late = oneCar(walk: 400).estimate(for: offer(use: 80.01))
    #expect(late.eligible == 0)
    #expect(late.costs == [.init(code: .timeNotEnough, excluded: 1, only: 1)])
  }

  @Test func twoRulesThatNeverHoldTogetherCostASessionWithoutEitherExcludingIt() throws {
    // Rain begins at 10:00; before 10:00 it is clear. Each rule alone would do.
    let rule = try TriggerRule(timeOfDayEnd: ClockTime(parsing: "10:00"), weather: [.rain])
    let estimate = oneCar().estimate(for: offer(rule))
    #expect(estimate.eligible == 0)
    #expect(
      estimate.costs
        == [
          .init(code: .timeOfDay, excluded: 0, only: 1), .init(code: .weather, excluded: 0, only: 1),
        ].sorted { $0.code.rawValue < $1.code.rawValue })
  }

  @Test func whatExcludesMostComesFirst() throws {
    var wishes = Preferences()
    wishes.enabled = false
    let rule = try TriggerRule(daysOfWeek: WeekdaySet([.mon]))
    let estimate = oneCar(walk: 801, wishes: wishes).estimate(for: offer(rule))
    // Three rules hold it back all the time, so that leaving out any one of them would not do.
    #expect(
      estimate.costs == [
        .init(code: .weekday, excluded: 1, only: 0), .init(code: .tooFar, excluded: 1, only: 0),
        .init(code: .disabled, excluded: 1, only: 0),
      ])
  }

  @Test func stateWindowAndPlacesAreLeftAside() {
    var draft = offer()
    draft.state = .draft
    draft.validFrom = at("2027-01-01T00:00:00Z")
    draft.capacityTotal = 5
    draft.capacityLeft = 0
    draft.budgetSpent = true
    #expect(oneCar().estimate(for: draft).eligible == 1)
  }

  @Test func hoursOpenAndHoursParkedAreByTheWeekOfThePlace() throws {
    let rule = try TriggerRule(
      daysOfWeek: WeekdaySet([.fri]), timeOfDayStart: ClockTime(parsing: "09:15"),
      timeOfDayEnd: ClockTime(parsing: "11:00"))
    let estimate = oneCar().estimate(for: offer(rule))
    let friday = 4 * 24
    #expect(estimate.open.count == 168 && estimate.parked.count == 168)
    #expect(estimate.open[friday + 9] == 0.75)
    #expect(estimate.open[friday + 10] == 1)
    #expect(estimate.open.reduce(0, +) == 1.75)
    // All of the hour from nine on, half of the next.
    #expect(estimate.parked[friday + 9] == 1)
    #expect(estimate.parked[friday + 10] == 0.5)
    #expect(estimate.parked.reduce(0, +) == 1.5)
    // Beyond walking limit there is no car near.
    #expect(oneCar(walk: 900).estimate(for: offer()).parked.reduce(0, +) == 0)
  }

  @Test func anHourThatHappensTwiceIsAMeanOfBoth() {
    // New York, Sunday 1 November 2026: the hour from one to two happens twice, and a car stands in the first of them.
    var sample = ReachSample(
      from: at("2026-10-27T00:00:00Z"), until: at("2026-11-03T00:00:00Z"), clocks: [TestZone.newYork.table],
      drivers: [.init(preferences: Preferences(), clock: nil)], skies: [])
    sample.add(
      at: .georgeTown, from: at("2026-11-01T05:00:00Z"), until: at("2026-11-01T06:00:00Z"),
      expires: at("2026-11-01T06:00:00Z"), clock: 0, driver: 0)
    let parked = sample.estimate(for: offer()).parked
    #expect(parked[6 * 24 + 1] == 0.5)
    #expect(parked.reduce(0, +) == 0.5)
  }

  @Test func onlyTheSampledDaysCount() {
    // Ended before the sample, begins after it, and meets its first minute.
    var sample = oneCar(from: "2026-08-15T15:00:00Z", minutes: 120)
    #expect(sample.count == 0)
    sample = oneCar(from: "2026-08-22T17:00:00Z")
    #expect(sample.count == 0)
    sample = oneCar(from: "2026-08-15T15:00:00Z", minutes: 121)
    #expect(sample.count == 1)
  }
}
