import Core
import Store

/// `campaign report`: what the screen shows, as a page.
enum CampaignReportCommand {
  /// The command.
  static let command = Command(
    ["campaign", "report"], "Write what is shown of all campaigns, or of one, as a page in Markdown or HTML.",
    access: .staff,
    explanation: """
      The page stands alone and loads nothing. Names and titles are shown as they were written: nothing in them is read as \
      markup. A demo's page says that it is made up.
      """,
    positionals: [
      Positional("CAMPAIGN", .id("CAMPAIGN"), "One campaign; without it every one.", isRequired: false)
    ],
    flags: [
      Flag("format", .choice(CampaignReport.Format.allCases.map(\.rawValue)), "What is written.", fallback: "markdown"),
      Flag(
        "by", .choice(CampaignTrend.Grain.allCases.filter { $0 != .hour }.map(\.rawValue)),
        "The parts of one campaign's trend.", fallback: "day"),
      Flag(
        "metric", .choice(CampaignMetric.allCases.map(\.rawValue)), "What all campaigns are ranked by.",
        fallback: "roas"),
    ] + CampaignPeriodFlags.flags(usual: "the last 30 days"),
    examples: [
      "opportune campaign report 3 --days 90 > report.md", "opportune campaign report --format html > campaigns.html",
    ],
    output: .fields([
      "format": .choice(CampaignReport.Format.allCases.map(\.rawValue)), "title": .string, "text": .string,
    ])
  ) { invocation in
    let arguments = invocation.arguments
    let store = try invocation.store(readOnly: true)
    let now = try invocation.now(in: store)
    var request = CampaignsRequest()
    request.grain = arguments.text("by").flatMap(CampaignTrend.Grain.init(rawValue:)) ?? .day
    request.metric = arguments.text("metric").flatMap(CampaignMetric.init(rawValue:)) ?? .roas
    let report: CampaignReport
    if arguments.positional("CAMPAIGN") == nil {
      request.period = .span(try CampaignPeriodFlags.span(invocation, in: store))
      report = CampaignReport(
        try store.campaignsBoard(request, now: now),
        columns: [.roas, .profit, .margin, .conversionRate, .costPerRedemption], world: store.world.kind)
    } else {
      let id: Campaign.ID = try arguments.id(at: "CAMPAIGN")
      let today = try store.zone(store.campaign(id).zone).localTime(at: now).date
      request.period = .span(try CampaignPeriodFlags.span(arguments, today: today))
      report = CampaignReport(try store.campaignSheet(id, request, now: now), world: store.world.kind, now: now)
    }
    let format = arguments.text("format").flatMap(CampaignReport.Format.init(rawValue:)) ?? .markdown
    let document: JSON = [
      "format": .string(format.rawValue), "title": .string(report.title), "text": .string(report.text(as: format)),
    ]
    return .document(document) { report.text(as: format) }
  }
}
