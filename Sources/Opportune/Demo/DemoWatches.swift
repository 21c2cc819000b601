import Core

/// A listing of the demo market that somebody watches, with the prices it had.
struct DemoWatches {
  let externalID: String
  let title: String
  let category: String
  let condition: ListingCondition
  /// Days before now, and the price in dollars from then on; nil is none.
  let prices: [(daysAgo: Double, dollars: Int64?)]
  /// The price that is waited for, in dollars.
  let atOrUnder: Int64

  /// One that was reached two days ago, one at its lowest in 90 days, one whose price was away for a while, one at its
  /// lowest since it was first seen, and one that was reached twice.
  static let all = [
    DemoWatches(
      externalID: "im-101", title: "Giant Contend road bike, 54 cm", category: "bikes", condition: .excellent,
      prices: [(92, 780), (60, 720), (20, 690), (2, 640)], atOrUnder: 650),
    DemoWatches(
      externalID: "im-102", title: "MacBook Air M2, 16 GB", category: "electronics", condition: .likeNew,
      prices: [(94, 990), (50, 930), (12, 870)], atOrUnder: 800),
    DemoWatches(
      externalID: "im-103", title: "Standing desk, white", category: "furniture", condition: .good,
      prices: [(80, 360), (70, nil), (55, 340), (10, 355)], atOrUnder: 300),
    DemoWatches(
      externalID: "rl-104", title: "Sony A7 III, body only", category: "cameras", condition: .excellent,
      prices: [(40, 980), (25, 1040), (6, 955)], atOrUnder: 900),
    DemoWatches(
      externalID: "rl-105", title: "Kayak, double, with paddle", category: "water", condition: .good,
      prices: [(90, 640), (45, 555), (30, 690), (8, 545)], atOrUnder: 560),
  ]

  /// What is watched beside them: whatever a search finds.
  static let search = (line: "\"dive computer\" condition>=good", atOrUnder: Int64(150))

  /// Where it is sold.
  var source: String { externalID.hasPrefix("rl") ? "reef-list" : "island-market" }

  /// Its prices as they came.
  func events(now: Timestamp) -> [DemoMarket.Event] {
    let start = instant(prices.first?.daysAgo ?? 0, before: now)
    return prices.map { daysAgo, dollars in
      DemoMarket.Event(
        at: instant(daysAgo, before: now),
        draft: ListingDraft(
          source: source, externalID: externalID, title: title, description: "One owner. Pick up in town.",
          price: dollars.map { Money(cents: $0 * 100) }, category: category, condition: condition,
          place: Town.name, position: DemoTown.centre, seller: "Marla E.", sellerRating: 4.8,
          url: "https://\(source).example/\(externalID)", imageURL: "https://\(source).example/\(externalID).jpg",
          postedAt: start))
    }
  }

  /// When somebody began to watch it: soon after it came.
  func begin(now: Timestamp) -> Timestamp { instant(prices.first?.daysAgo ?? 0, before: now) + .hours(1) }

  private func instant(_ daysAgo: Double, before now: Timestamp) -> Timestamp {
    Timestamp(milliseconds: now.milliseconds - Int64(daysAgo * 86_400_000))
  }
}
