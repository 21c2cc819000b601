/// Everything about one watch: how the price moved, and when it was told.
package struct WatchSheet: Equatable, Sendable {
  package let summary: WatchSummary
  /// Nil for a watched search.
  package let listing: Listing?
  package let history: PriceHistory
  package let trend: PriceTrend?
  /// Its latest alerts, latest first.
  package let alerts: [InboxItem]

  package init(
    _ summary: WatchSummary, listing: Listing?, history: PriceHistory, trend: PriceTrend?, alerts: [InboxItem]
  ) {
    self.summary = summary
    self.listing = listing
    self.history = history
    self.trend = trend
    self.alerts = alerts
  }
}
