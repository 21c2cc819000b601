/// Rules by what reaches them: from one listing to the rules it satisfies.
package struct RuleIndex: Sendable {
  /// Rules in it, paused ones not counted.
  package private(set) var count = 0

  /// Nothing yet.
  ///
  /// - Parameter sample: listings such as will come, from which it is learned what is frequent; some hundreds are enough.
  package init(sample: [PackedListing] = []) {}

  /// Takes a rule in; one of the same id is replaced. O(its own postings).
  package mutating func insert(_ id: AlertRule.ID, _ terms: RuleTerms) {}

  /// Forgets a rule. O(its own postings).
  package mutating func remove(_ id: AlertRule.ID) {}

  /// The rules a listing satisfies, by id.
  package func matches(_ listing: PackedListing) -> [AlertRule.ID] { [] }
}
