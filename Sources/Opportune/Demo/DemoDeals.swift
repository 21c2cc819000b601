import Core
import Store

/// The deal hunter of the demo town, who is "You": rules, watches, and what they raised in the last days.
enum DemoDeals {
  /// Rules that show what can be asked: one is paused, one urgent, one asks for far too much, two wait for a digest.
  static let rules = [
    "gaming pc -mac in:electronics price:200..800 within:10mi of \"George Town\" condition>=good via:email,push "
      + "name:\"Gaming PC\"",
    "iphone* -cracked price:..300 condition>=good name:\"iPhone under 300\"",
    "\"road bike\" \"mountain bike\" price:..500 condition>=good name:\"Bikes\"",
    "stem:lens in:cameras score>=0.7 name:\"Camera lenses\"",
    "in:furniture price:..120 within:3km of \"George Town\" every:daily name:\"Furniture nearby\"",
    "in:electronics name:\"All electronics\"",
    "paddle* kayak surfboard price:..400 urgent name:\"On the water\"",
    "go-pro name:\"GoPro\"",
    "\"dive computer\" regulator condition>=excellent name:\"Dive gear\"",
    "ps5 playstation price:..350 paused name:\"PlayStation\"",
    "sofa couch -leather in:furniture price:50..300 every:weekly name:\"Sofa\"",
    "score>=0.9 name:\"Top deals\"",
  ]

  /// Since when the rules look, in days before now.
  private static let ruleDays: Int64 = 7
  /// What was told before this many hours was read.
  private static let readHours: Int64 = 20
  private static let maker = Actor(.simulator, "demo")

  /// Lets the market run up to now, in one transaction.
  static func settle(_ town: Town, in store: Store, seed: UInt64, now: Timestamp) throws {
    var market = try DemoMarket(town, seed: seed, now: now)
    let events = market.events()
    let places = try store.knownPlaces()
    let rules = try Self.rules.map { try RuleLine.parse($0, places: places) }
    let search = try RuleLine.parse(DemoWatches.search.line, places: places).terms
    let wishes = try wishes()
    try store.write { () throws(StoreError) in
      let start = now - .days(DemoMarket.days)
      let you = try store.addPerson(Person(id: Person.ID(0), name: "You", zone: Town.zone), now: start)
      try store.setPreferences(wishes, of: you.id, by: maker, loading: true, now: start)
      var watches = DemoWatches.all.sorted { $0.begin(now: now) < $1.begin(now: now) }[...]
      let ruleStart = now - .days(ruleDays)
      try store.addWatch(
        WatchDraft(.search(search), atOrUnder: DemoWatches.search.atOrUnder * 100, currency: .usd), of: you.id,
        by: maker, loading: true, now: start)
      var hasRules = false
      var settled = start
      for event in events {
        if !hasRules, event.at >= ruleStart {
          try store.settleListings()
          for rule in rules { try store.createRule(rule, of: you.id, by: maker, loading: true, now: ruleStart) }
          hasRules = true
        }
        while let watch = watches.first, watch.begin(now: now) <= event.at {
          try add(watch, of: you, to: store, now: now)
          watches.removeFirst()
        }
        // What came within a day, and lately within an hour, is held against each other and against the rules together.
        if event.at - settled > (hasRules ? .hours(1) : .days(1)) {
          try store.settleListings()
          settled = event.at
        }
        try store.ingest(event.draft, now: event.at)
      }
      try store.settleListings()
      try store.readAlerts(of: you.id, upTo: now - .hours(readHours))
    }
  }

  private static func add(_ watch: DemoWatches, of you: Person, to store: Store, now: Timestamp) throws(StoreError) {
    try store.settleListings()
    guard let listing = try store.listing(source: watch.source, externalID: watch.externalID) else { return }
    try store.addWatch(
      WatchDraft(.listing(listing.id), atOrUnder: watch.atOrUnder * 100), of: you.id, by: maker, loading: true,
      now: watch.begin(now: now))
  }

  /// Quiet at night, and ten alerts a day at most.
  private static func wishes() throws -> Preferences {
    var wishes = Preferences()
    wishes.channels = [.terminal, .email]
    if let from = ClockTime(parsing: "22:00"), let to = ClockTime(parsing: "07:00") {
      wishes.quietHours = [try QuietHours(from: from, to: to)]
    }
    return wishes
  }
}
