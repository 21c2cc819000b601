import Core
import Store

/// `import sessions|places|offers|exposures|campaign-metrics|listings FILE`.
enum ImportCommands {
  /// All of them.
  static let all = [
    command(
      .sessions, "Import parking sessions from CSV.",
      """
      Columns: session_id, user_id, spot_id, lat, lng, start_local, end_local, minutes_bought, amount_usd, payment, \
      status; others are ignored. Lines that were declined, cancelled, without time or paid by a technician's card \
      are skipped, and so are lines whose end is not after their start. An empty user_id is an anonymous driver.
      """
    ) { try SessionImport($0) },
    command(
      .places, "Import car parks and partners from CSV.",
      """
      Columns: id, name, lat, lng, zone, kind (parking or partner), and for partners category, description, email, \
      phone, address, commission_bp, auto_approve, for car parks hourly_rate_cents, capacity. A line without kind is \
      a car park.
      """
    ) { try PlaceImport($0) },
    command(
      .offers, "Import offers from CSV.",
      """
      Columns as in the file of the demo town: id, partner_id, title, description, terms, type, category, lat, lng, \
      discount_percent, amount_cents, parking_minutes, perks, typical_spend_cents, currency, use_minutes, \
      capacity_total, priority, cooldown_hours, max_impressions_per_user, max_claims_per_user, claim_minutes, \
      valid_from and valid_until (instants) or starts_day and ends_day (days from today), time_remaining_min, \
      time_remaining_max, days_of_week, time_of_day_start, time_of_day_end, weather, state. Lists are separated by \
      semicolons.
      """
    ) { try OfferImport($0) },
    ExposureCommand.command, CampaignMetricsCommand.command,
    command(
      .listings, "Import what is for sale elsewhere, from CSV or a JSON object a line.", ListingImport.explanation
    ) {
      try ListingImport($0)
    },
  ]

  private static func command(
    _ kind: ImportKind, _ summary: String, _ explanation: String,
    target: @escaping @Sendable (Invocation) throws -> any ImportTarget
  ) -> Command {
    Command(
      ["import", kind.rawValue], summary, access: .operators.orAnalysts(with: "dry-run"),
      explanation: explanation + " " + rules, positionals: [file],
      flags: flags(kind), examples: examples[kind.rawValue] ?? [], output: ImportReport.schema
    ) { invocation in
      let target = try target(invocation)
      return try run(kind, invocation, into: target)
    }
  }

  /// Carries the file into its target.
  static func run(_ kind: ImportKind, _ invocation: Invocation, into target: any ImportTarget) throws -> Answer {
    var run = try ImportRun(kind, invocation, into: target)
    let report = try run.run { try target.store($0) }
    return .document(report.json, status: report.status) { report.text }
  }

  /// What holds for every import.
  static let rules = """
    Importing the same file again changes nothing; a line that has changed since updates what it names. A field that is \
    empty or ? is missing. Lines at fault are passed over and reported, each fault with the first 20 of its lines. The \
    status is 2 only if every line was at fault.
    """

  /// What is imported.
  static let file = Positional("FILE", .file("FILE"), "The CSV file, also in gzip, or - for standard input.")

  private static let examples = [
    "sessions": ["opportune import sessions data/sample_sessions.csv --zone America/New_York"],
    "places": [
      "opportune import places geoplaces2.csv --map id=placeID --set kind=partner --zone America/Mexico_City"
    ],
    "listings": [
      "opportune import listings market.csv --map price=cost --map-value 'condition:Like new=like_new'",
      "opportune import listings market.ndjson --source craigslist --set currency=KYD",
    ],
  ]

  /// What every import takes.
  static func flags(_ kind: ImportKind) -> [Flag] {
    let fields = kind.fields.map(\.name).prefix(3).joined(separator: ", ")
    var flags = [
      Flag(
        "map", .text("FIELD=COLUMN"), "The column that holds a field (\(fields) …).", fallback: "its own name",
        isRepeatable: true),
      Flag("map-value", .text("FIELD:FROM=TO"), "Read one value as another.", isRepeatable: true),
      Flag("set", .text("FIELD=VALUE"), "The same value for every line.", isRepeatable: true),
      Flag(
        "worth", .text("FIELD=MONEY"),
        kind.counts.isEmpty
          ? "The money one of a count is worth; no field of this file is a count."
          : "The money one of a count is worth, where the file does not say.", isRepeatable: true),
      Flag("year", .integer("Y", 1...9999), "The year of dates without one, as 09-05T07:43:00."),
      Flag("zone", .text("ZONE"), "The clock of local times.", fallback: "the database's"),
      Flag("separator", .choice([",", ";", "tab", "|"]), "What stands between two fields.", fallback: ","),
      .switch("dry-run", "Report what would happen and write nothing."),
    ]
    flags += NumberNotation.flags
    if kind == .sessions || kind == .listings {
      flags.append(
        Flag(
          "source", .text("NAME"),
          "Whose ids these are: the same id of the same source is one \(kind == .sessions ? "session" : "listing").",
          fallback: "import"))
    }
    return flags
  }
}

/// What an import writes to.
protocol ImportTarget {
  /// The database.
  var store: Store { get }

  /// What the command log says was imported into.
  var subject: CommandSubject { get }

  /// The bytes of the file, before its first line.
  func source(of file: String) throws -> ByteSource

  /// Stores one line.
  func store(_ row: ImportRow) throws -> ImportRun.Outcome
}

extension ImportTarget {
  var subject: CommandSubject { CommandSubject(.file, id: 0) }

  func source(of file: String) throws -> ByteSource { try ByteSource(path: file) }
}
