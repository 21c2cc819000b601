/// What a reader may want to know has changed; each has a revision that is raised once by every commit that touched it.
package enum Topic: String, Sendable, CaseIterable {
  /// The town, its places and streets, its weather, scoring profiles.
  case world
  case partners
  /// Facts and states of offers.
  case offers
  /// Places left.
  case capacity
  /// People and their preferences.
  case people
  case sessions
  case claims
  /// Interactions, decisions and the rollups that follow them.
  case log
  /// The command log.
  case commands
  /// Money: entries of the ledger, settlements.
  case ledger
  /// Partner keys; their use is no change.
  case keys
  case campaigns
  /// Designs and lives of experiments; who is exposed and what they do is the log's.
  case experiments
  /// Whether campaigns may spend: their budgets are used up, or hold money again.
  case budgets
  /// Things for sale elsewhere, and their prices.
  case listings
  /// What people want to be told of: rules and watches.
  case rules
  /// What they are told: alerts, their decisions and deliveries.
  case alerts

  /// Its place among all topics.
  var index: Int {
    switch self {
    case .world: 0
    case .partners: 1
    case .offers: 2
    case .capacity: 3
    case .people: 4
    case .sessions: 5
    case .claims: 6
    case .log: 7
    case .commands: 8
    case .ledger: 9
    case .keys: 10
    case .campaigns: 11
    case .experiments: 12
    case .budgets: 13
    case .listings: 14
    case .rules: 15
    case .alerts: 16
    }
  }
}

/// The revision of every topic at one moment.
struct Revisions: Hashable, Sendable {
  private var numbers = [Int64](repeating: 0, count: Topic.allCases.count)

  /// The revision of one topic.
  subscript(topic: Topic) -> Int64 {
    get { numbers[topic.index] }
    set { numbers[topic.index] = newValue }
  }

  /// The topics whose revision differs.
  func changed(since earlier: Revisions) -> Set<Topic> {
    Set(Topic.allCases.filter { self[$0] != earlier[$0] })
  }
}

extension Connection {
  /// Every revision as it stands. Plan: the whole of a table of a few rows.
  func revisions() throws(StoreError) -> Revisions {
    var revisions = Revisions()
    try each(
      """
      SELECT topic, n
        FROM revision
      """
    ) { row throws(StoreError) in
      // A topic of a later version is not ours to know.
      if let topic = Topic(rawValue: row.text(0)) { revisions[topic] = row.integer(1) }
    }
    return revisions
  }

  /// A number that changes whenever another connection commits, and never by a commit of this one.
  func dataVersion() throws(StoreError) -> Int64 {
    try integer("PRAGMA data_version")
  }
}
