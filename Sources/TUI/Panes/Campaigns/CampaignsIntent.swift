/// What a person can do with campaigns.
package enum CampaignsIntent: Hashable, Sendable, CaseIterable {
  /// A form for a new one, or for the selected one.
  case new, edit
  /// Steps in its life.
  case pause, end
  /// Which days are looked at, in how large steps, and which number is drawn.
  case range, finer, coarser, measure, rank
  /// Which columns the list has, and views that were kept.
  case columns, views
  /// What moving some budget would do.
  case whatIf
  /// What is shown as a file to read, and being told when a number leaves its bounds.
  case report, monitor
  /// To the offers of the selected one.
  case follow
  /// The rows behind a number as a file.
  case exportNumber
}
