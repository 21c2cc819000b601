import Core

/// What the arguments and flags of `campaign create|edit` say.
enum CampaignInput {
  /// A flag for each fact of ``CampaignDraft/facts`` that an edit changes; a new campaign gives its name and its offers as
  /// arguments.
  static let editFlags: [FactFlag] =
    [
      FactFlag("name", .text, "TEXT", "What it is called; no two have the same name."),
      FactFlag("offers", .ids, "LIST", "All its offers, with commas between."),
    ] + flags

  /// What both take.
  static let flags: [FactFlag] = [
    FactFlag("type", .text, "TYPE", "One of \(CampaignType.allCases.map(\.rawValue).joined(separator: ", "))."),
    FactFlag("currency", .text, "CODE", "Its currency; that of its offers if not given."),
    FactFlag("zone", .text, "ZONE", "The clock of its days; the database's if not given."),
    FactFlag("budget", .number, "AMOUNT", "The most it may ever spend.", optional: true),
    FactFlag("daily_budget", .number, "AMOUNT", "The most its interactions may cost in a day.", optional: true),
    FactFlag("starts_at", .text, "TIME", "When it begins.", optional: true, named: "starts"),
    FactFlag("ends_at", .text, "TIME", "When it is over.", optional: true, named: "ends"),
    FactFlag(
      "targets", .list, "LIST", "Whom it is for: \(CampaignSegment.allCases.map(\.rawValue).joined(separator: ", ")).",
      optional: true, named: "target"),
    FactFlag("costs.per_impression", .number, "AMOUNT", "What being shown costs; six decimals at most."),
    FactFlag("costs.per_view", .number, "AMOUNT", "What being opened costs."),
    FactFlag("costs.per_acceptance", .number, "AMOUNT", "What being accepted costs."),
    FactFlag("costs.per_redemption", .number, "AMOUNT", "What being redeemed costs."),
    FactFlag("costs.fixed", .number, "AMOUNT", "What it costs once, on its first day."),
  ]

  /// What `campaign create` is told, as one document of facts.
  static func facts(_ invocation: Invocation) throws -> JSON {
    let arguments = invocation.arguments
    let isNamed = arguments.positional("NAME") != nil
    let isFlagged = flags.contains { arguments.has($0.flag.name) } || arguments.has("input")
    var document = isFlagged || !isNamed ? try invocation.facts(flags) : [:]
    if let name = arguments.positional("NAME") { document = document.merging(["name": .string(name)]) }
    let offers = arguments.positionals("OFFER").compactMap { Int64($0) }
    if !offers.isEmpty { document = document.merging(["offers": .array(offers.map(JSON.integer))]) }
    guard case .array? = document["offers"] else {
      throw InvalidInput(.missingField, field: "offers", "names none; name one at least")
    }
    return document
  }
}
