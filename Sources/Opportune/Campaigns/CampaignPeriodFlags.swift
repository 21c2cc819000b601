import Core
import Store

/// Which days a command about campaigns looks at: `--from`, `--to`, `--days`.
enum CampaignPeriodFlags {
  /// Days at most, and where hours are told apart.
  private static let most = 3_660

  /// Where a campaign is named.
  static let position = [Positional("CAMPAIGN", .id("CAMPAIGN"), "The campaign's id.")]

  /// The flags.
  /// - Parameter usual: what is looked at without them, in words.
  static func flags(usual: String) -> [Flag] {
    [
      Flag("from", .text("DATE"), "The first day, as 2026-11-01.", fallback: usual),
      Flag("to", .text("DATE"), "The last day, included.", fallback: "today"),
      Flag("days", .integer("N", 1...Int64(most)), "How many days up to --to.", fallback: usual),
    ]
  }

  /// The days that are meant.
  /// - Parameters:
  ///   - today: on the clock the days are of.
  ///   - first: where the days begin without flags; nil is so many `days` back.
  /// - Throws: ``InvalidInput`` for an end before its start, or more days than anybody reads.
  static func span(
    _ arguments: Arguments, today: CivilDate, first: CivilDate? = nil, days: Int = 30
  ) throws -> DateSpan {
    if arguments.has("from"), arguments.has("days") { throw CommandLineError.contradiction("--from", "--days") }
    let last = try arguments.day("to") ?? today
    if let count = arguments.integer("days") { return DateSpan(days: Int(count), upTo: last) }
    let given = try arguments.day("from")
    guard let start = given ?? first.map({ min($0, last) }) else { return DateSpan(days: days, upTo: last) }
    guard let span = DateSpan(start, last) else {
      throw InvalidInput(field: "--from", "lies after the last day, \(last); give the earlier day first")
    }
    guard span.count <= most || given == nil else {
      throw InvalidInput(field: "--from", "is more than \(most) days before the last day; give fewer")
    }
    return span
  }

  /// Of one campaign: by its own clock, and without flags all the days it had.
  static func span(_ arguments: Arguments, of life: CampaignLife) throws -> DateSpan {
    try span(arguments, today: life.today, first: life.first ?? life.today)
  }

  /// Of all campaigns: by the town's clock, and without flags the last 30 days.
  static func span(_ invocation: Invocation, in store: Store, days: Int = 30) throws -> DateSpan {
    let zone = try store.zone(store.world.zone)
    let today = zone.localTime(at: try invocation.now(in: store)).date
    return try span(invocation.arguments, today: today, days: days)
  }
}
