import Core
import Store

/// `import campaign-metrics FILE`.
enum CampaignMetricsCommand {
  /// The command.
  static let command = Command(
    ["import", "campaign-metrics"], "Import figures of campaigns that were counted elsewhere.", access: .analysts,
    explanation: """
      Columns: campaign (its name; a new one makes a campaign), id, date, impressions, views, acceptances, redemptions, \
      spend, revenue, currency, and segments as segment.age, segment.gender. A row is known by its campaign, its id and \
      its date; without an id it is its line in a file of that content, so that rows that look alike all count. A row \
      without a date belongs to the day of its import. What is odd about a row is flagged and not mended. A number with \
      marks that were not declared with --decimal and --thousands refuses the file. \(ImportCommands.rules)
      """,
    positionals: [ImportCommands.file], flags: ImportCommands.flags(.campaignMetrics),
    examples: [
      "opportune import campaign-metrics KAG_conversion_data.csv --map campaign=xyz_campaign_id --map id=ad_id "
        + "--map impressions=Impressions --map views=Clicks --map acceptances=Total_Conversion "
        + "--map redemptions=Approved_Conversion --map spend=Spent --map segment.age=age --map segment.gender=gender "
        + "--worth redemptions=100 --worth acceptances=5"
    ],
    output: ImportReport.schema
  ) { invocation in
    let target = try CampaignMetricsImport(invocation)
    return try ImportCommands.run(.campaignMetrics, invocation, into: target)
  }
}
