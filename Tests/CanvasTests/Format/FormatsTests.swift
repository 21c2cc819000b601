import Testing

@testable import Canvas

/// Expected texts are worked out by hand: a mile is 1,609.344 m and 5,280 ft, exactly.
@Suite struct FormatsTests {
  static let miles = Formats(distance: .miles, clock: .twelve, money: .code)

  @Test(arguments: [
    (1_609.344, "1.0 mi"), (804.672, "0.5 mi"), (16_093.44, "10 mi"), (15_932.5056, "9.9 mi"),
    // 304.8 m are 1,000 ft; half a foot less still rounds up to them.
    (304.8, "0.2 mi"), (304.6475, "999 ft"), (0.3048, "1 ft"), (0, "0 ft"), (-0.3048, "-1 ft"),
  ])
  func milesAreExact(metres: Double, text: String) {
    #expect(Self.miles.distance(metres: metres) == text)
  }

  @Test(arguments: [(340.0, "340 m"), (1_200, "1.2 km"), (1_609.344, "1.6 km")])
  func metresStayMetres(metres: Double, text: String) {
    #expect(Formats().distance(metres: metres) == text)
  }

  @Test(arguments: [Formats(), FormatsTests.miles])
  func noDistanceIsADash(formats: Formats) {
    #expect(formats.distance(metres: .nan) == "--")
    #expect(formats.distance(metres: .infinity) == "--")
  }

  @Test(arguments: [
    (0, "00:00", "12:00 am"), (1, "00:01", "12:01 am"), (59, "00:59", "12:59 am"), (60, "01:00", "1:00 am"),
    (11 * 60 + 59, "11:59", "11:59 am"), (12 * 60, "12:00", "12:00 pm"), (12 * 60 + 59, "12:59", "12:59 pm"),
    (13 * 60, "13:00", "1:00 pm"), (17 * 60 + 42, "17:42", "5:42 pm"), (23 * 60 + 59, "23:59", "11:59 pm"),
    (24 * 60, "24:00", "12:00 am"),
  ])
  func timesOfDay(minute: Int, twentyFour: String, twelve: String) {
    #expect(Formats().clock(minuteOfDay: minute) == twentyFour)
    #expect(Self.miles.clock(minuteOfDay: minute) == twelve)
    #expect(Self.miles.clock(minuteOfDay: minute).count <= Self.miles.clockColumns)
  }

  @Test(arguments: [(0, "00:00:00", "12:00:00 am"), (63_725, "17:42:05", "5:42:05 pm")])
  func timesWithSeconds(second: Int, twentyFour: String, twelve: String) {
    #expect(Formats().clock(secondOfDay: second) == twentyFour)
    #expect(Self.miles.clock(secondOfDay: second) == twelve)
    #expect(twelve.count <= Self.miles.clockWithSecondsColumns)
  }

  @Test func moneyHasASignOrACode() {
    #expect(Formats().money(minor: 120_450, code: "USD", sign: "$") == "$1,204.50")
    #expect(Self.miles.money(minor: 120_450, code: "USD", sign: "$") == "USD 1,204.50")
    #expect(Self.miles.money(minor: -320, code: "KYD", sign: "KYD ") == "-KYD 3.20")
  }
}
