import Core

/// The members of one answer, in order, and why those that are null are undefined.
struct StatisticsAnswer {
  private var found: [JSON.Member] = []
  private var reasons: [JSON.Member] = []

  /// Every member, and last the reasons by the name of their member.
  var members: [JSON.Member] { found + [.init("undefined", .object(reasons))] }

  /// A value of any shape; null with its reason where there is none.
  mutating func value(_ name: String, _ value: JSON?, orBecause reason: @autoclosure () -> String) {
    found.append(.init(name, value ?? .null))
    if value == nil || value == .null { undefined(name, because: reason()) }
  }

  /// A value that is always there.
  mutating func value(_ name: String, _ value: JSON) {
    found.append(.init(name, value))
  }

  /// A number.
  mutating func number(_ name: String, _ value: Double?, orBecause reason: @autoclosure () -> String) {
    if let value, !value.isFinite {
      self.value(name, nil, orBecause: Self.outOfRange)
    } else {
      self.value(name, value.map { JSON.optional($0) }, orBecause: reason())
    }
  }

  /// Low and high bound.
  mutating func interval(_ name: String, _ value: Interval?, orBecause reason: @autoclosure () -> String) {
    self.value(name, value.map(Self.json), orBecause: value == nil ? reason() : Self.outOfRange)
  }

  /// `{"p","ln_p"}`.
  mutating func p(_ name: String, _ value: PValue?, orBecause reason: @autoclosure () -> String) {
    self.value(name, value.map { .object(Self.members($0)) }, orBecause: reason())
  }

  /// The members p and ln_p, as members of the answer itself.
  mutating func p(_ value: PValue?, orBecause reason: @autoclosure () -> String) {
    number("p", value?.value, orBecause: reason())
    number("ln_p", value?.ln, orBecause: reason())
  }

  /// `{"statistic","df","p","ln_p"}`.
  mutating func chiSquared(_ name: String, _ test: ChiSquared?, orBecause reason: @autoclosure () -> String) {
    value(
      name,
      test.map { test in
        .object(
          [.init("statistic", .optional(test.statistic)), .init("df", .count(test.degreesOfFreedom))]
            + Self.members(test.p))
      },
      orBecause: reason())
  }

  /// Says why a member, or a member of a member, is null.
  mutating func undefined(_ path: String, because reason: String) {
    reasons.append(.init(path, .string(reason)))
  }

  /// `[low, high]`; null where a bound is beyond what a number holds.
  static func json(_ interval: Interval) -> JSON {
    guard interval.low.isFinite, interval.high.isFinite else { return .null }
    return [.optional(interval.low), .optional(interval.high)]
  }

  private static func members(_ p: PValue) -> [JSON.Member] {
    [.init("p", .optional(p.value)), .init("ln_p", .optional(p.ln))]
  }

  private static let outOfRange = "it is beyond what a number can hold"
}
