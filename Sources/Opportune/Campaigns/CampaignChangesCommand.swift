import Core
import Store

/// `campaign changes`: what happened since one's last visit.
enum CampaignChangesCommand {
  /// The command.
  static let command = Command(
    ["campaign", "changes"], "Tell what has changed in campaigns since one last looked.", access: .analysts,
    explanation: """
      A visit is every look at the campaigns screen, and of this command with --seen, less than half an hour apart. What \
      came since the visit before this one is told: what each campaign counted, late events too, what was done to \
      campaigns, and what monitors raised.
      """,
    flags: [.switch("seen", "Count this as a look.")], examples: ["opportune campaign changes --demo"],
    output: .fields([
      "since": .nullable(.instant), "campaigns": .array(change), "events": .array(event),
      "alerts": .array(MonitorAlert.schema),
    ])
  ) { invocation in
    let isSeen = invocation.arguments.has("seen")
    let store = try invocation.store(readOnly: !isSeen)
    let (viewer, now) = (try invocation.actor(in: store).description, try invocation.now(in: store))
    let changes = try store.sinceLastVisit(of: viewer, now: now)
    if isSeen {
      try store.evaluateMonitors(now: now)
      try store.visitCampaigns(viewer, now: now)
    }
    return .document([
      "since": .instant(changes?.since), "campaigns": .array(changes?.changes.map(json) ?? []),
      "events": .array(changes?.events.map(json) ?? []), "alerts": .array(changes?.alerts.map(\.json) ?? []),
    ]) { text(changes) }
  }

  private static let change: Schema = .fields([
    "campaign": .named, "currency": .string, "impressions": .integer, "views": .integer, "acceptances": .integer,
    "redemptions": .integer, "spend": .number, "revenue": .number,
  ])

  private static let event: Schema = .fields([
    "campaign": .named, "at": .instant, "author": .string, "what": .string,
  ])

  private static func json(_ change: SinceLastVisit.Change) -> JSON {
    [
      "campaign": ["id": .id(change.id), "name": .string(change.name)], "currency": .string(change.currency.code),
      "impressions": .integer(change.counts.impressions), "views": .integer(change.counts.views),
      "acceptances": .integer(change.counts.acceptances), "redemptions": .integer(change.counts.redemptions),
      "spend": .number(Double(change.counts.spendCents) / 100),
      "revenue": .number(Double(change.counts.revenueCents) / 100),
    ]
  }

  private static func json(_ event: CampaignEvent) -> JSON {
    [
      "campaign": ["id": .id(event.campaign), "name": .string(event.campaignName)], "at": .instant(event.at),
      "author": .string(event.author), "what": .string(event.what),
    ]
  }

  private static func text(_ changes: SinceLastVisit?) -> String {
    guard let changes else { return "This is the first visit: there is nothing to compare with.\n" }
    var text = "Since \(changes.since.rfc3339):\n"
    if changes.isEmpty { return text + "Nothing has changed.\n" }
    var table = TextTable([
      .words("campaign"), .numbers("shown"), .numbers("viewed"), .numbers("accepted"), .numbers("redeemed"),
      .numbers("spend"), .numbers("revenue"),
    ])
    for change in changes.changes {
      let counts = change.counts
      table.add([
        change.name, "\(counts.impressions)", "\(counts.views)", "\(counts.acceptances)", "\(counts.redemptions)",
        "\(Money(cents: counts.spendCents, change.currency))", "\(Money(cents: counts.revenueCents, change.currency))",
      ])
    }
    text += table.text(empty: "No campaign counted anything.")
    for event in changes.events {
      text += "\(event.at.rfc3339)  \(event.campaignName): \(event.what) (\(event.author))\n"
    }
    return changes.alerts.isEmpty ? text : text + MonitorAlert.table(changes.alerts)
  }
}
