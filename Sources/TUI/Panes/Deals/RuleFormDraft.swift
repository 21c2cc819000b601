import Core

/// What the form of a rule is made from.
package struct RuleFormDraft: Equatable, Sendable {
  /// Nil is a new one.
  package let id: AlertRule.ID?
  /// Whose it is; nil is whoever stands for the actor.
  package internal(set) var person: Person.ID?
  package let draft: RuleDraft
  /// Places that can be named.
  package let places: KnownPlaces
  /// Every category that a listing has, in order.
  package let categories: [String]
  /// What prices are in where the rule says nothing else.
  package let currency: Currency

  package init(
    id: AlertRule.ID?, person: Person.ID?, draft: RuleDraft, places: KnownPlaces, categories: [String],
    currency: Currency
  ) {
    self.id = id
    self.person = person
    self.draft = draft
    self.places = places
    self.categories = categories
    self.currency = currency
  }
}
