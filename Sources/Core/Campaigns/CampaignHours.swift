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

extension CampaignHours {
  /// From hours with anything, in any order.
  package init(_ hours: [CampaignHour], zone: ZoneTable) {
    var cells = [[CampaignCounts]](repeating: [CampaignCounts](repeating: .zero, count: 24), count: 7)
    for hour in hours {
      let local = zone.localTime(at: hour.start)
      cells[local.weekday.index][local.minuteOfDay / 60] += hour.counts
    }
    self.init(zone: zone.name, cells: cells)
  }

  /// All cells together.
  package var counts: CampaignCounts { cells.joined().reduce(.zero, +) }
}
