import Core

/// Alerts at one look: what the Overview's tile, the top line and a toast are drawn from.
enum FixtureAlerts {
  static let glance = glance(latest: [
    news(9, "Gaming PC, RTX 4070", cents: 75_000, because: "gaming pc", minutesAgo: 12),
    news(8, "Sony α7 camera", cents: nil, because: "cameras", minutesAgo: 120),
    news(7, "12 more", cents: nil, because: "everything", minutesAgo: 300, kind: .more),
  ])

  static func glance(
    latest: [AlertsGlance.News], unread: Int? = nil, nextDue: Timestamp? = nil
  ) -> AlertsGlance {
    AlertsGlance(
      today: 42, held: [.init(code: .quietHours, count: 3)], waitingForDigest: 2, person: FixtureDeals.person,
      unread: unread ?? latest.count, latest: latest, rules: 3, watches: 2, nextDue: nextDue)
  }

  static func news(
    _ id: Int64, _ title: String, cents: Int64?, because: String, minutesAgo: Int64, kind: Alert.Kind = .deal,
    isUrgent: Bool = false
  ) -> AlertsGlance.News {
    AlertsGlance.News(
      id: Alert.ID(id), kind: kind, title: title, because: because, price: cents.map { Money(cents: $0) },
      at: FixtureBoard.now - .minutes(minutesAgo), isUrgent: isUrgent)
  }
}
