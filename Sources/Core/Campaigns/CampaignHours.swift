/// A campaign by hour of day and weekday of its own clock, all weeks of a range together.
package struct CampaignHours: Equatable, Sendable {
  /// IANA name.
  package let zone: String
  /// Seven rows from Monday, each of 24 hours. An hour that a clock change repeats counts in both.
  package let cells: [[CampaignCounts]]

  package init(zone: String, cells: [[CampaignCounts]]) {
    self.zone = zone
    self.cells = cells
  }
}
