/// What campaigns are judged by on the command line.
enum CampaignAnalytics {
  /// All of these commands.
  static let all =
    [CampaignFiguresCommand.command] + CampaignReturnCommands.all + CampaignComparisonCommands.all
    + CampaignPortfolioCommands.all + CampaignOutlookCommands.all
    + [CampaignExportCommand.command, CampaignReportCommand.command]
}
