import Core

/// An answer to a question about campaigns.
package enum CampaignsOutcome: Equatable, Sendable {
  case period(CampaignPeriod)
  /// Ask for the first and the last day.
  case askPeriod
  case measure(TrendMeasure)
  case rank(CampaignMetric)
  case pause(Campaign.ID)
  case resume(Campaign.ID)
  case end(Campaign.ID)
  case view(CampaignView.ID)
  /// Ask for the name to keep this view under; ask which to forget; forget it.
  case nameView, askForget
  case forgetView(String)
  /// Ask what is to be watched; forget it.
  case newMonitor
  case forgetMonitor(Monitor.ID)
  /// Ask for the name of the file; write it.
  case nameReport(CampaignReportRequest)
  case report(CampaignReportRequest)
}
