import Canvas
import Core

/// Alerts at one look, whatever screen is looked at: the top line counts what is unread, the Overview tells of the day,
/// and what arrives is announced.
package struct AlertsState: Equatable, Sendable {
  package internal(set) var glance: AlertsGlance?
  package var reloads = Reloads<Bool>()
  /// When, by the machine's clock, they were read last.
  package internal(set) var readAt: Timestamp?
  /// When, by the machine's clock, this dashboard swept last, or began to watch.
  package internal(set) var sweptAt: Timestamp?
  /// Why the last read failed.
  package internal(set) var failure: String?

  package init() {}

  /// Those of the latest that have arrived since another look, the latest first. The first look finds nothing new, and
  /// neither does one at another person's inbox.
  static func news(in glance: AlertsGlance, since old: AlertsGlance?) -> [AlertsGlance.News] {
    guard let old, old.person?.id == glance.person?.id else { return [] }
    let seen = Set(old.latest.map(\.id))
    return glance.latest.filter { news in
      !seen.contains(news.id) && (old.latest.first.map { news.at >= $0.at } ?? true)
    }
  }
}

extension AlertsGlance.News {
  /// In one line: `iPhone 13, $650.00: cheap phones`.
  func sentence(_ formats: Formats) -> String {
    let head = title + (price.map { ", \(formats.money($0))" } ?? "")
    return (isUrgent ? "Urgent: " : "") + (because.isEmpty ? head : "\(head): \(because)")
  }
}
