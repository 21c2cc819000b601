import Core
import Store

/// `campaign view save|list|remove`: how somebody likes to look at campaigns.
enum CampaignViewCommands {
  /// All of them.
  static let all = [save, list, remove]

  private static let name = Positional("NAME", .text("NAME"), "What the view is called.")

  private static let save = Command(
    ["campaign", "view", "save"], "Keep days, columns and order of the campaigns screen under a name.",
    access: .analysts,
    explanation: "Views are one's own. One of the same name is replaced. Without days it is the last 30.",
    positionals: [name],
    flags: [
      Flag("days", .integer("N", 1...36_600), "So many days up to today.", fallback: "30"),
      Flag("from", .text("DAY"), "The first day, with --to."), Flag("to", .text("DAY"), "The last day, with --from."),
      .switch("lifetime", "Every day there was."),
      Flag(
        "columns", .text("METRIC,…"), "The columns, in order.", fallback: "roas,profit,conversion_rate"),
      Flag("metric", .choice(CampaignMetric.allCases.map(\.rawValue)), "What it is ranked by.", fallback: "roas"),
      Flag("filter", .text("TEXT"), "Only campaigns whose row holds it."),
    ],
    examples: ["opportune campaign view save november --from 2026-11-01 --to 2026-11-30 --metric profit --demo"],
    output: .fields(["view": CampaignView.schema])
  ) { invocation in
    let arguments = invocation.arguments
    let store = try invocation.store()
    let columns = try (arguments.text("columns") ?? "roas,profit,conversion_rate").split(separator: ",").map { name in
      try CampaignMetric.parsing(String(name), field: "--columns")
    }
    let view = try store.saveCampaignView(
      arguments.positional("NAME") ?? "", period: period(arguments), columns: columns,
      metric: CampaignMetric.parsing(arguments.text("metric") ?? "roas", field: "--metric"),
      filter: arguments.text("filter") ?? "", by: invocation.actor(in: store), now: invocation.now(in: store))
    return .document(["view": view.json]) { "View '\(view.name)' is kept: \(view.words).\n" }
  }

  private static let list = Command(
    ["campaign", "view", "list"], "List one's own views of campaigns.", access: .staff,
    output: .fields(["views": .array(CampaignView.schema)])
  ) { invocation in
    let store = try invocation.store(readOnly: true)
    let views = try store.campaignViews(of: invocation.actor(in: store).description)
    return .document(["views": .array(views.map(\.json))]) {
      var table = TextTable([.words("name"), .words("what it shows")])
      for view in views { table.add([view.name, view.words]) }
      return table.text(empty: "No view is kept.")
    }
  }

  private static let remove = Command(
    ["campaign", "view", "remove"], "Forget a view of one's own.", access: .analysts, positionals: [name],
    output: .fields(["removed": .string])
  ) { invocation in
    let store = try invocation.store()
    let name = invocation.arguments.positional("NAME") ?? ""
    try store.removeCampaignView(name, by: invocation.actor(in: store))
    return .document(["removed": .string(name)]) { "View '\(name)' is forgotten.\n" }
  }

  /// The days that the flags name.
  private static func period(_ arguments: Arguments) throws(InvalidInput) -> CampaignPeriod {
    if arguments.has("lifetime") { return .lifetime }
    guard let first = try arguments.day("from") else {
      if arguments.has("to") { throw InvalidInput(field: "--to", "needs --from") }
      return .last(Int(arguments.integer("days") ?? 30))
    }
    guard let last = try arguments.day("to") else { throw InvalidInput(field: "--from", "needs --to") }
    guard let span = DateSpan(first, last) else {
      throw InvalidInput(field: "--from", "\(first) is after \(last); swap them")
    }
    return .span(span)
  }
}

extension CampaignMetric {
  /// Reads a metric's name.
  /// - Throws: ``InvalidInput`` naming `field`, with the nearest name.
  fileprivate static func parsing(_ text: String, field: String) throws(InvalidInput) -> Self {
    guard let metric = Self(rawValue: text) else {
      let names = allCases.map(\.rawValue)
      let hint =
        NearestName.among(names, to: text).map { "did you mean '\($0)'?" }
        ?? "use one of \(names.joined(separator: ", "))"
      throw InvalidInput(field: field, "names no metric: '\(text.prefix(40))'; \(hint)")
    }
    return metric
  }
}

extension CampaignView {
  /// As in every document.
  fileprivate var json: JSON {
    let (days, span): (Int?, DateSpan?) =
      switch period {
      case .last(let days): (days, nil)
      case .span(let span): (nil, span)
      case .lifetime: (nil, nil)
      }
    return [
      "id": .id(id), "name": .string(name), "days": .optional(days.map(Int64.init)),
      "from": .optional(span?.first.description), "to": .optional(span?.last.description),
      "columns": .array(columns.map { .string($0.rawValue) }), "metric": .string(metric.rawValue),
      "filter": .string(filter),
    ]
  }

  /// The shape of ``json``; without days and without from and to it is the whole life.
  fileprivate static let schema: Schema = .fields([
    "id": .integer, "name": .string, "days": .nullable(.integer), "from": .nullable(.string),
    "to": .nullable(.string), "columns": .array(.choice(CampaignMetric.allCases.map(\.rawValue))),
    "metric": .choice(CampaignMetric.allCases.map(\.rawValue)), "filter": .string,
  ])

  fileprivate var words: String {
    let days =
      switch period {
      case .last(let days): "the last \(Words.count(days, "day"))"
      case .span(let span): "\(span)"
      case .lifetime: "every day there was"
      }
    let filtered = filter.isEmpty ? "" : ", with '\(filter)'"
    return "\(days)\(filtered), \(columns.map(\.title).joined(separator: ", ")), ranked by \(metric.title)"
  }
}
