import Canvas
import Core

/// Alerts at one look, whatever screen is looked at: the top line counts what is unread, the Overview tells of the day,
/// and what arrives is announced.
package struct AlertsState: Equatable, Sendable {
  package private(set) var glance: AlertsGlance?
  /// The latest that was ever in sight, so that nothing old is announced because it comes into sight again.
  private var newest: Moment?
  package var reloads = Reloads<Bool>()
  /// When, by the machine's clock, they were read last.
  package internal(set) var readAt: Timestamp?
  /// When, by the machine's clock, this dashboard swept last, or began to watch.
  package internal(set) var sweptAt: Timestamp?
  /// Why the last read failed.
  package internal(set) var failure: String?

  package init() {}

  /// Takes in another look, read at a town's time.
  /// - Returns: those of its latest that have arrived since the looks before, the latest first. The first look finds
  ///   nothing new, and neither does the first at another person's inbox.
  mutating func take(_ new: AlertsGlance, now: Timestamp) -> [AlertsGlance.News] {
    let old = glance
    glance = new
    failure = nil
    let top = new.latest.first.map(Moment.init)
    guard let old, old.person?.id == new.person?.id, let newest else {
      newest = top ?? Moment(at: now, id: 0)
      return []
    }
    if let top { self.newest = max(newest, top) }
    return new.latest.filter { Moment($0) > newest }
  }

  /// Where an alert stands among all that were told: of those told at once, the one with the higher number came later.
  private struct Moment: Hashable, Comparable {
    let at: Timestamp
    let id: Int64

    init(at: Timestamp, id: Int64) {
      self.at = at
      self.id = id
    }

    init(_ news: AlertsGlance.News) { self.init(at: news.at, id: news.id.value) }

    static func < (a: Moment, b: Moment) -> Bool { (a.at, a.id) < (b.at, b.id) }
  }
}

extension AlertsGlance.News {
  /// In one line: `iPhone 13, $650.00: cheap phones`.
  func sentence(_ formats: Formats) -> String {
    let head = title + (price.map { ", \(formats.money($0))" } ?? "")
    return (isUrgent ? "Urgent: " : "") + (because.isEmpty ? head : "\(head): \(because)")
  }
}
