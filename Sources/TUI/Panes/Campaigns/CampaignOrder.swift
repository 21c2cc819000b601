import Core

/// What forms and steps of campaigns ask for; each is answered by a ``CampaignAnswer``, and what is saved as every form
/// is.
package enum CampaignOrder: Equatable, Sendable {
  /// A form; nil is for a new campaign.
  case open(Campaign.ID?)
  /// Keep what stands in a form, if the rest still is what was seen when it was opened.
  case save(CampaignFormDraft, [String: FieldValue])
  case pause(Campaign.ID)
  case resume(Campaign.ID)
  case end(Campaign.ID)
  case keepView(String, CampaignsRequest, columns: [CampaignMetric], filter: String)
  case forgetView(String)
  /// Nil is every campaign.
  case watch(CampaignMetric, Monitor.Side, threshold: Double, Campaign.ID?, days: Int, isCertain: Bool)
  case forgetMonitor(Monitor.ID)
  case report(CampaignReportRequest)

  /// Whether it changes nothing that stays.
  package var onlyShows: Bool {
    if case .open = self { true } else { false }
  }
}

/// What became of a ``CampaignOrder``.
package enum CampaignAnswer: Equatable, Sendable {
  case draft(CampaignFormDraft)
  case saved(Campaign.ID)
  /// What was done, in words: "Sunset dinners was paused".
  case done(Campaign.ID?, String)
  case reported(CampaignReportRequest, ExportResult)
}

/// A report that was asked for.
package struct CampaignReportRequest: Equatable, Sendable {
  /// What is shown, to be read.
  package let report: CampaignReport
  package let format: CampaignReport.Format
  /// Its name, below the folder the executable chooses, or a path.
  package var name: String
  /// Whether a file of this name may be written over.
  package var replaces = false

  package init(_ report: CampaignReport, as format: CampaignReport.Format, name: String) {
    self.report = report
    self.format = format
    self.name = name
  }
}

extension CampaignReport.Format {
  /// As people say it.
  var title: String { self == .markdown ? "Markdown" : "HTML" }
}
