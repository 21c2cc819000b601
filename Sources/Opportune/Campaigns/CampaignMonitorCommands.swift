import Core
import Store

/// `campaign monitor add|list|remove`: "tell me when ROAS < 1".
enum CampaignMonitorCommands {
  /// All of them.
  static let all = [add, list, remove]

  private static let add = Command(
    ["campaign", "monitor", "add"], "Watch a metric, and raise an alert where it lies beyond a number.",
    access: .analysts,
    explanation: """
      Monitors are asked whenever the campaigns screen is opened or renewed and by the commands about them, so also at \
      the first look of a new day. Each campaign's last days up to today are looked at; an alert is raised once and \
      holds until the figure is back. A figure that is undefined is beyond nothing. Money is in the campaign's currency.
      """,
    positionals: [
      Positional("METRIC", .choice(CampaignMetric.allCases.map(\.rawValue)), "What is watched."),
      Positional("SIDE", .choice(Monitor.Side.allCases.map(\.rawValue)), "Which side of the number is told."),
      Positional("NUMBER", .number("NUMBER", -1e12...1e12), "The number; of a rate a share of one."),
    ],
    flags: [
      Flag("campaign", .id("CAMPAIGN"), "Only this one.", fallback: "every campaign"),
      Flag("days", .integer("N", 1...365), "How many days are looked at.", fallback: "7"),
      .switch("certain", "Only where the whole interval lies beyond the number."),
    ],
    examples: ["opportune campaign monitor add roas below 1 --days 14 --demo"],
    output: .fields(["monitor": Monitor.schema])
  ) { invocation in
    let arguments = invocation.arguments
    let store = try invocation.store()
    guard let metric = arguments.positional("METRIC").flatMap(CampaignMetric.init),
      let side = arguments.positional("SIDE").flatMap(Monitor.Side.init),
      let threshold = arguments.positional("NUMBER").flatMap(Double.init)
    else { throw CommandLineError.missingArgument("NUMBER", usage: "METRIC below|above NUMBER") }
    let monitor = try store.addMonitor(
      metric, side, threshold, of: arguments.id("campaign"), days: Int(arguments.integer("days") ?? 7),
      isCertain: arguments.has("certain"), by: invocation.actor(in: store), now: invocation.now(in: store))
    return .document(["monitor": monitor.json]) { "Monitor \(monitor.id) watches: \(monitor.words).\n" }
  }

  private static let list = Command(
    ["campaign", "monitor", "list"], "List monitors and what they have raised.", access: .analysts,
    explanation: "Asks every monitor first.",
    flags: [.switch("all", "Alerts that hold no more too.")], examples: ["opportune campaign monitor list --demo"],
    output: .fields(["monitors": .array(Monitor.schema), "alerts": .array(MonitorAlert.schema)])
  ) { invocation in
    let store = try invocation.store()
    try store.evaluateMonitors(now: invocation.now(in: store))
    let monitors = try store.monitors()
    let alerts = try store.monitorAlerts(holdingOnly: !invocation.arguments.has("all"))
    return .document(["monitors": .array(monitors.map(\.json)), "alerts": .array(alerts.map(\.json))]) {
      var table = TextTable([.numbers("monitor"), .words("watches"), .words("by")])
      for monitor in monitors { table.add(["\(monitor.id)", monitor.words, monitor.author]) }
      return table.text(empty: "No monitor.") + (monitors.isEmpty ? "" : MonitorAlert.table(alerts))
    }
  }

  private static let remove = Command(
    ["campaign", "monitor", "remove"], "Stop watching; what it raised goes with it.", access: .analysts,
    positionals: [Positional("MONITOR", .id("MONITOR"), "The monitor's number.")],
    output: .fields(["removed": .integer])
  ) { invocation in
    let store = try invocation.store()
    let id = try invocation.arguments.id(at: "MONITOR", of: Monitor.self)
    try store.removeMonitor(id, by: invocation.actor(in: store))
    return .document(["removed": .id(id)]) { "Monitor \(id) is gone.\n" }
  }
}

extension Monitor {
  /// As in every document.
  fileprivate var json: JSON {
    [
      "id": .id(id), "campaign_id": .id(campaign), "metric": .string(metric.rawValue), "side": .string(side.rawValue),
      "threshold": .number(threshold), "days": .count(days), "certain": .bool(isCertain), "author": .string(author),
      "created_at": .instant(createdAt),
    ]
  }

  /// The shape of ``json``.
  fileprivate static let schema: Schema = .fields([
    "id": .integer, "campaign_id": .nullable(.integer),
    "metric": .choice(CampaignMetric.allCases.map(\.rawValue)), "side": .choice(Side.allCases.map(\.rawValue)),
    "threshold": .number, "days": .integer, "certain": .boolean, "author": .string, "created_at": .instant,
  ])

  fileprivate var words: String {
    let whose = campaign.map { "campaign \($0)" } ?? "every campaign"
    return "\(metric.title) \(side.rawValue) \(Words.plain(threshold)) over \(Words.count(days, "day")) of \(whose)"
      + (isCertain ? ", with certainty" : "")
  }
}

extension MonitorAlert {
  /// As in every document.
  var json: JSON {
    [
      "id": .id(id), "monitor_id": .id(monitor.id), "campaign": ["id": .id(campaign), "name": .string(campaignName)],
      "at": .instant(at), "metric": .string(monitor.metric.rawValue), "value": .number(value),
      "cleared_at": .instant(clearedAt), "seen_at": .instant(seenAt),
    ]
  }

  /// The shape of ``json``.
  static let schema: Schema = .fields([
    "id": .integer, "monitor_id": .integer, "campaign": .named, "at": .instant,
    "metric": .choice(CampaignMetric.allCases.map(\.rawValue)), "value": .number, "cleared_at": .nullable(.instant),
    "seen_at": .nullable(.instant),
  ])

  /// One below the other, for people.
  static func table(_ alerts: [MonitorAlert]) -> String {
    var table = TextTable([.whole("raised"), .words("campaign"), .words("what"), .numbers("value"), .whole("holds")])
    for alert in alerts {
      table.add([
        alert.at.rfc3339, alert.campaignName, alert.monitor.words, Words.plain(alert.value),
        alert.clearedAt == nil ? "yes" : "no",
      ])
    }
    return table.text(empty: "No alert holds.")
  }
}

extension Words {
  /// A number with two decimals at most.
  fileprivate static func plain(_ value: Double) -> String {
    let (text, _) = pair(value, value, decimals: 2)
    return text
  }
}
