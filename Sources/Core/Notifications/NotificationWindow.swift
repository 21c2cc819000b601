/// The moment of one digest: the one of a local day, or of the week that begins with it.
package struct NotificationWindow: Hashable, Sendable {
  package enum Cadence: String, Sendable, CaseIterable {
    case daily, weekly
  }

  package let cadence: Cadence
  /// The local day it belongs to.
  package let date: CivilDate
  /// 09:00 of that day on the person's clock.
  package let at: Timestamp

  package init(cadence: Cadence, date: CivilDate, at: Timestamp) {
    self.cadence = cadence
    self.date = date
    self.at = at
  }
}
