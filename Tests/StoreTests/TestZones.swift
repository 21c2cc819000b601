import Core

/// The clocks the tests use, with transitions from the IANA data of 2025b worked out by hand.
enum TestZones {
  static let zones = Zones { name in tables[name] }

  /// UTC-5 all year.
  static let cayman = ZoneTable(name: "America/Cayman", initialOffsetSeconds: -18_000)

  /// 2026: summer time from 8 March 07:00 UTC to 1 November 06:00 UTC.
  static let newYork = ZoneTable(
    name: "America/New_York", initialOffsetSeconds: -18_000,
    transitions: [
      .init(start: instant("2026-03-08T07:00:00Z"), offsetSeconds: -14_400),
      .init(start: instant("2026-11-01T06:00:00Z"), offsetSeconds: -18_000),
    ])

  /// UTC+5:30 all year.
  static let kolkata = ZoneTable(name: "Asia/Kolkata", initialOffsetSeconds: 19_800)

  /// 2026: half an hour back on 4 April 15:00 UTC, half an hour on on 3 October 15:30 UTC.
  static let lordHowe = ZoneTable(
    name: "Australia/Lord_Howe", initialOffsetSeconds: 39_600,
    transitions: [
      .init(start: instant("2026-04-04T15:00:00Z"), offsetSeconds: 37_800),
      .init(start: instant("2026-10-03T15:30:00Z"), offsetSeconds: 39_600),
    ])

  private static let tables = Dictionary(
    uniqueKeysWithValues: [ZoneTable.utc, cayman, newYork, kolkata, lordHowe].map { ($0.name, $0) })
}

/// An instant written in RFC 3339.
func instant(_ text: String) -> Timestamp {
  Timestamp(rfc3339: text) ?? Timestamp(milliseconds: 0)
}
