/// Everything about one alert: what became of it on each channel and why, and the listing it tells of.
package struct AlertSheet: Equatable, Sendable {
  package let item: InboxItem
  package let deliveries: [AlertDelivery]
  /// Nil where it tells of none, or of one that is gone.
  package let listing: ListingSheet?
  /// The lines of a digest; empty of other alerts.
  package let text: [String]

  package init(_ item: InboxItem, deliveries: [AlertDelivery], listing: ListingSheet?, text: [String] = []) {
    self.item = item
    self.deliveries = deliveries
    self.listing = listing
    self.text = text
  }
}
