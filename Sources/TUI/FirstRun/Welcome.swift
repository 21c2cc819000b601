import Core

/// What the dashboard offers while there is no database: the demo town, or a new one for real things.
package struct Welcome: Equatable, Sendable {
  /// One of the offers, from top to bottom.
  package enum Offer: Hashable, Sendable, CaseIterable {
    case demo, new, leave
  }

  /// Where a database was looked for, as a person would write it.
  package let path: String
  /// Where the demo town has its own, written likewise.
  package let demoPath: String
  /// Whether the demo town is there, so that it need not be made.
  package let hasDemo: Bool
  /// Whether the demo town is made without asking.
  package let makesDemo: Bool
  /// The offer the keyboard is on.
  package internal(set) var selection = Offer.demo
  /// The work that opens or makes a database.
  package internal(set) var opening: Job?
  /// Why the last try came to nothing.
  package internal(set) var problem: String?

  package init(path: String, demoPath: String, hasDemo: Bool = false, makesDemo: Bool = false) {
    self.path = path
    self.demoPath = demoPath
    self.hasDemo = hasDemo
    self.makesDemo = makesDemo
  }

  mutating func move(by rows: Int) {
    let all = Offer.allCases
    let index = (all.firstIndex(of: selection) ?? 0) + rows
    selection = all[min(max(0, index), all.count - 1)]
  }
}

/// Which database is to be opened, where there is none yet.
package enum DatabaseChoice: Hashable, Sendable {
  /// The demo town, made where it is missing.
  case demo
  /// An empty one for real things.
  case new(NewDatabase)
}

/// What a new database begins with.
package struct NewDatabase: Hashable, Sendable {
  package let name: String
  /// By its name, such as America/New_York.
  package let zone: String
  /// The town's middle, in degrees.
  package let latitude, longitude: Double
}

/// A database that was opened.
package struct OpenedDatabase: Hashable, Sendable {
  /// Whether it was made just now.
  package let isNew: Bool
  /// Whether it is the demo town's.
  package let isDemo: Bool
  /// Where a demo's own clock stands; nil where the town goes by the machine's.
  package let standsAt: Timestamp?

  package init(isNew: Bool, isDemo: Bool = true, standsAt: Timestamp? = nil) {
    self.isNew = isNew
    self.isDemo = isDemo
    self.standsAt = standsAt
  }
}

/// What can be done while there is no database.
package enum WelcomeIntent: Hashable, Sendable, CaseIterable {
  /// Takes the marked offer.
  case choose
  case demo, new
}
