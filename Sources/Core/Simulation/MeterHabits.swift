/// When drivers come back to their cars, and when they pay for more time.
///
/// Seven in ten come back in the last quarter of what they paid for, the others when the meter runs out. Nobody drives
/// off before the errand they are on is done. Whoever sees that an errand would overrun the meter extends it with
/// probability 0.8, by full quarters of an hour; the others take the risk. One stay in eight takes longer than planned:
/// its driver extends by 15 to 60 minutes while 2 to 10 are left.
enum MeterHabits {
  static let earlyShare = 0.7
  static let errandExtensionChance = 0.8
  static let longerStayChance = 0.125

  /// When a driver who parks now, or has parked, will be back.
  static func departure(from now: Timestamp, until end: Timestamp, using generator: inout SeededGenerator) -> Timestamp
  {
    guard generator.happens(earlyShare) else { return end }
    let used = Double((end - now).milliseconds) * generator.number(from: 0.75, to: 1)
    return now + TimeSpan(milliseconds: Int64(used.rounded()))
  }

  /// When a driver notices that the stay takes longer; nil for most.
  static func overrun(until end: Timestamp, using generator: inout SeededGenerator) -> Timestamp? {
    guard generator.happens(longerStayChance) else { return nil }
    return end - .minutes(Int64(generator.whole(from: 2, to: 10)))
  }

  /// Minutes to pay for so that the meter lasts until an instant: full quarters of an hour; 0 if it does already. Nil if
  /// the driver takes the risk.
  static func extensionMinutes(
    from end: Timestamp, to back: Timestamp, using generator: inout SeededGenerator
  ) -> Int? {
    let missing = (back - end).milliseconds
    guard missing > 0 else { return 0 }
    guard generator.happens(errandExtensionChance) else { return nil }
    let quarter: Int64 = 900_000
    return Int((missing + quarter - 1) / quarter * 15)
  }
}
