import Core

/// A rule as in every document.
struct RuleDocument {
  let rule: AlertRule

  init(_ rule: AlertRule) {
    self.rule = rule
  }

  private var draft: RuleDraft { RuleDraft(rule) }

  /// For scripts.
  var json: JSON {
    .object(
      [.init("id", .id(rule.id)), .init("version", .count(rule.version)), .init("person_id", .id(rule.person))]
        + draft.facts + [
          .init("line", .string(RuleLine.print(draft))), .init("meaning", .string(RuleWords.meaning(rule.terms))),
          .init("created_at", .instant(rule.createdAt)), .init("updated_at", .instant(rule.updatedAt)),
          .init("last_triggered_at", .instant(rule.lastTriggeredAt)),
        ])
  }

  /// For people.
  func text(zone: ZoneTable?) -> String {
    FieldList([
      "rule": "\(rule.id)", "name": rule.name, "line": RuleLine.print(draft),
      "meaning": RuleWords.meaning(rule.terms), "enabled": rule.isEnabled ? "yes" : "no, paused",
      "urgent": rule.isUrgent ? "yes" : "no",
      "channels": rule.channels.isEmpty ? "as the person has them" : Words.all(rule.channels.map(\.rawValue)),
      "frequency": rule.frequency?.rawValue ?? "as the person has it",
      "last triggered": rule.lastTriggeredAt?.text(in: zone) ?? "never",
    ]).text
  }

  private static let terms: [Schema.Property] = [
    .init("keywords", .array(.string)), .init("exclude_keywords", .array(.string)),
    .init("categories", .array(.string)), .init("condition", condition), .init("min_condition", condition),
    .init("min_price", .nullable(.number)), .init("max_price", .nullable(.number)),
    .init("currency", .nullable(.string)), .init("place", .nullable(.string)), .init("latitude", .nullable(.number)),
    .init("longitude", .nullable(.number)), .init("radius", .nullable(.number)),
    .init("radius_unit", .nullable(.choice(RuleArea.Unit.allCases.map(\.rawValue)))),
    .init("min_deal_score", .nullable(.number)),
    .init("channels", .array(.choice(Preferences.Channel.allCases.map(\.rawValue)))),
    .init("frequency", .nullable(.choice(Preferences.AlertFrequency.allCases.map(\.rawValue)))),
    .init("urgent", .boolean), .init("enabled", .boolean),
  ]

  private static let condition: Schema = .nullable(.choice(ListingCondition.allCases.map(\.rawValue)))

  /// The shape of ``json``.
  static let schema: Schema = .object(
    [.init("id", .integer), .init("version", .integer), .init("person_id", .integer), .init("name", .string)] + terms
      + [
        .init("line", .string), .init("meaning", .string), .init("created_at", .instant), .init("updated_at", .instant),
        .init("last_triggered_at", .nullable(.instant)),
      ])

  /// What `--input -` may say: any of a rule's facts.
  static let inputSchema: Schema = .object(
    ([.init("name", .nullable(.string))] + terms).map { Schema.Property($0.name, $0.schema, optional: true) })
}
