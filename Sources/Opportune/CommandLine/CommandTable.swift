/// Every command of the program, in the order help shows them.
enum CommandTable {
  /// The one table that parsing, help, completions, the manual and the tests share.
  static let all: [Command] = [
    [DashboardCommand.command, FindCommand.command, DiscoverCommand.command, ScoreCommand.command],
    [StatisticsCommand.command], [ExperimentPlanCommand.command], [RuleMatchCommand.command],
    PartnerCommands.all + PartnerKeyCommands.all + [PartnerAnalyticsCommand.command],
    OfferCommands.all + [OfferReachCommand.command], ClaimCommands.all, SettlementCommands.all, SessionCommands.all,
    PersonCommands.all + PrivacyCommands.all, PreferencesCommands.all + [PreferencesSummaryCommand.command],
    CampaignCommands.all + CampaignAnalytics.all + CampaignViewCommands.all + CampaignMonitorCommands.all
      + [CampaignChangesCommand.command], ExperimentCommands.all,
    ListingCommands.all + RuleCommands.all + WatchCommands.all + AlertCommands.all
      + [AlertMetricsCommand.command, DigestPreviewCommand.command],
    [HistoryCommand.command, DecisionCommand.show],
    [AuditCommand.command] + UndoCommands.all, [SimulateCommand.command],
    DemoCommands.all + [DemoOffersCommand.command],
    ImportCommands.all, [SnapshotCommand.command], DatabaseCommands.all, ConfigCommands.all, HelpCommands.all,
  ].flatMap(\.self)
}
