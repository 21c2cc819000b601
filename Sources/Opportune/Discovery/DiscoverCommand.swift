import Core
import Store

/// `discover`: what a parked person is shown now, and why not the rest.
enum DiscoverCommand {
  /// The command.
  static let command = Command(
    ["discover"], "Rank the offers for a parked person, with the reason for each.",
    access: .operators.orAnalysts(with: "dry-run", "browse", "weather", "weights", "minutes-left", "walking-limit"),
    explanation: """
      Writes one decision and an impression for each offer shown, once per session and offer. With --browse, \
      --dry-run or a what-if (--weather, --weights, --minutes-left, --walking-limit) it writes nothing; a what-if shows \
      the rank and score each offer really has beside the supposed ones. Offers that are held back come with the code \
      of the first reason.
      """,
    flags: [
      Flag("session", .id("SESSION"), "The parking session.", isRequired: true),
      Flag("limit", .integer("N", 0...1000), "Most offers shown.", fallback: "10"),
      Flag(
        "weather", .choice(Weather.allCases.map(\.rawValue) + ["unknown"]), "Suppose this weather.",
        fallback: "the weather that is known"),
      Flag(
        "weights", .text("LIST"), "Suppose other weights: temporal=40,spatial=15; the rest share what is left of 100."),
      Flag("minutes-left", .number("N", 0...WhatIf.longestStay), "Suppose so many minutes until the session expires."),
      Flag(
        "walking-limit", .number("METRES", Preferences.walkingLimits), "Suppose how far this person walks, one way."),
      .switch("browse", "Look around: quiet hours and blocked days do not hold offers back."),
      .switch("dry-run", "Write nothing."),
      .switch("all-reasons", "List every reason against an offer, not only the first."),
    ],
    examples: [
      "opportune discover --demo --session 8841", "opportune discover --session 12 --weather rain --json",
      "opportune discover --session 12 --weights temporal=40,spatial=15 --minutes-left 30",
    ],
    output: DiscoverDocument.schema
  ) { invocation in
    let arguments = invocation.arguments
    guard let session: ParkingSession.ID = arguments.id("session") else {
      throw CommandLineError.missingFlag("session", usage: "opportune discover --session SESSION")
    }
    let options = DiscoverOptions(
      limit: Int(arguments.integer("limit") ?? 10), browse: arguments.has("browse"), dryRun: arguments.has("dry-run"),
      allReasons: arguments.has("all-reasons"), whatIf: try whatIf(arguments))
    let store = try invocation.store(readOnly: invocation.globals.readOnly && !options.isWritten)
    let document = try store.discover(session: session, options: options, now: invocation.now(in: store))
    return .document(document.json(allReasons: options.allReasons)) {
      document.text(allReasons: options.allReasons)
    }
  }

  private static func whatIf(_ arguments: Arguments) throws(InvalidInput) -> WhatIf {
    var whatIf = WhatIf(
      weather: arguments.text("weather").map(Weather.init(rawValue:)), minutesLeft: arguments.number("minutes-left"),
      walkingLimit: arguments.number("walking-limit").map { Metres($0) })
    if let text = arguments.text("weights") { whatIf.weights = try WhatIf.weights(parsing: text, field: "--weights") }
    return whatIf
  }
}
