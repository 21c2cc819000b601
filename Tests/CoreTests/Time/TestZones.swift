@testable import Core

/// Zone tables as Python's zoneinfo gives them, named for test arguments.
enum TestZone: String, CaseIterable, Sendable {
  case newYork, london, lordHowe, apia, cayman, kathmandu

  var table: ZoneTable {
    switch self {
    case .newYork:
      Self.zone(
        "America/New_York", -18_000,
        [
          (1_772_953_200_000, -14_400), (1_793_512_800_000, -18_000), (1_805_007_600_000, -14_400),
          (1_825_567_200_000, -18_000),
        ])
    case .london:
      Self.zone(
        "Europe/London", 0,
        [(1_774_746_000_000, 3600), (1_792_890_000_000, 0), (1_806_195_600_000, 3600), (1_824_944_400_000, 0)])
    case .lordHowe:
      Self.zone(
        "Australia/Lord_Howe", 39_600,
        [
          (1_775_314_800_000, 37_800), (1_791_041_400_000, 39_600), (1_806_764_400_000, 37_800),
          (1_822_491_000_000, 39_600),
        ])
    case .apia: Self.zone("Pacific/Apia", -36_000, [(1_325_239_200_000, 50_400)])
    case .cayman: Self.zone("America/Cayman", -18_000, [])
    case .kathmandu: Self.zone("Asia/Kathmandu", 20_700, [])
    }
  }

  private static func zone(_ name: String, _ initial: Int, _ transitions: [(Int64, Int)]) -> ZoneTable {
    ZoneTable(
      name: name, initialOffsetSeconds: initial,
      transitions: transitions.map { .init(start: Timestamp(milliseconds: $0.0), offsetSeconds: $0.1) })
  }
}

/// An instant from its RFC 3339 text; the epoch where the text is wrong, which no expectation matches.
func at(_ text: String) -> Timestamp {
  Timestamp(rfc3339: text) ?? Timestamp(milliseconds: 0)
}
