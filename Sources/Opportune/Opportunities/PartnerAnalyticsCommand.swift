import Core
import Store

/// `partner analytics`: what came of a partner's offers.
enum PartnerAnalyticsCommand {
  private static let usualDays = 30

  /// The command.
  static let command = Command(
    ["partner", "analytics"], "Show what came of a partner's offers: funnel, rates, value, revenue, commission.",
    access: .everyone,
    explanation: """
      Days are those of the partner's own clock, both ends included. Rates stand beside their n and a 95 % interval \
      (Wilson). The time to accept runs from the moment an offer was first shown in a session; the way is from the car \
      to the offer; of both the median, and the value that nine in ten do not exceed (nearest rank). Revenue has \
      refunds taken off, commission what they reversed.
      """,
    positionals: [
      Positional("PARTNER", .id("PARTNER"), "The partner's id; a partner's key needs none.", isRequired: false)
    ],
    flags: [
      Flag("from", .text("DATE"), "The first day, as 2026-11-01.", fallback: "as many days as --days back from --to"),
      Flag("to", .text("DATE"), "The last day, included.", fallback: "today"),
      Flag("days", .integer("N", 1...3660), "How many days.", fallback: "\(usualDays)"),
      Flag(
        "by", .choice(PartnerAnalytics.Grain.allCases.map(\.rawValue)), "What the parts are; hours of at most 92 days.",
        fallback: "day"),
    ],
    examples: [
      "opportune partner analytics 3 --demo", "opportune partner analytics 3 --days 7 --by hour --json",
      "opportune partner analytics 3 --from 2026-10-01 --to 2026-10-31 --by offer",
    ],
    output: PartnerAnalytics.schema
  ) { invocation in
    let arguments = invocation.arguments
    let store = try invocation.store(readOnly: true)
    let actor = try invocation.actor(in: store)
    let id = try partner(arguments, actor)
    guard actor.sees(id) else { throw StoreError.notFound(what: "partner", name: id.description) }
    let zone = try store.zone(try store.partner(id).zone)
    let today = zone.localTime(at: try invocation.now(in: store)).date
    let (first, last) = try days(arguments, today: today)
    let grain = arguments.text("by").flatMap(PartnerAnalytics.Grain.init(rawValue:)) ?? .day
    let analytics = try store.partnerAnalytics(of: id, from: first, to: last, by: grain, for: actor)
    return .document(analytics.json(in: zone)) { analytics.text(in: zone) }
  }

  private static func partner(_ arguments: Arguments, _ actor: Actor) throws -> Partner.ID {
    if arguments.positional("PARTNER") == nil, let own = actor.partnerID { return own }
    return try arguments.id(at: "PARTNER")
  }

  private static func days(_ arguments: Arguments, today: CivilDate) throws -> (first: CivilDate, last: CivilDate) {
    if arguments.has("from"), arguments.has("days") { throw CommandLineError.contradiction("--from", "--days") }
    let last = try arguments.day("to") ?? today
    let count = Int(arguments.integer("days") ?? Int64(usualDays))
    return (try arguments.day("from") ?? CivilDate(dayNumber: last.dayNumber - count + 1), last)
  }
}
