/// An alert as it stands in an inbox, with the names of what it is about.
package struct InboxItem: Equatable, Sendable {
  package let alert: Alert
  /// Of the listing; of several alerts in one `12 more`, of a digest what is in it.
  package let title: String
  /// The rule or watch that asked for it, by name; nil where it is gone or there is none.
  package let because: String?
  package let isUrgent: Bool
  /// Where the listing is found; nil where its source gave no address.
  package let url: String?

  package init(_ alert: Alert, title: String, because: String?, isUrgent: Bool, url: String?) {
    self.alert = alert
    self.title = title
    self.because = because
    self.isUrgent = isUrgent
    self.url = url
  }
}
