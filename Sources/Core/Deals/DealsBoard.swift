/// All of the Rules screen but the pages about one thing: a person's rules, watches and inbox.
package struct DealsBoard: Equatable, Sendable {
  /// Whom one can look at: a person with rules or watches.
  package struct Hunter: Hashable, Sendable {
    package let person: Person
    package let rules: Int

    package init(_ person: Person, rules: Int) {
      self.person = person
      self.rules = rules
    }
  }

  /// Whose things these are; nil where nobody has any yet.
  package let person: Person?
  /// Everybody with rules or watches, the one who is shown among them.
  package let hunters: [Hunter]
  /// The person's clock.
  package let zone: ZoneTable
  package let rules: [RuleSummary]
  package let watches: [WatchSummary]
  package let inbox: InboxPage
  /// Listings that are stored.
  package let listings: Int
  /// What decides when the person is told, and when that is next; nil where nobody is shown.
  package let wishes: PreferencesSummary?

  package init(
    person: Person?, hunters: [Hunter], zone: ZoneTable, rules: [RuleSummary], watches: [WatchSummary],
    inbox: InboxPage, listings: Int, wishes: PreferencesSummary?
  ) {
    self.person = person
    self.hunters = hunters
    self.zone = zone
    self.rules = rules
    self.watches = watches
    self.inbox = inbox
    self.listings = listings
    self.wishes = wishes
  }
}

/// Whose board to read.
package struct DealsRequest: Hashable, Sendable {
  /// Nil is whoever stands for the actor, else the first person with rules.
  package var person: Person.ID?

  package init(person: Person.ID? = nil) {
    self.person = person
  }
}
