import Core

/// What forms and steps of rules, watches and alerts ask for; each is answered by a ``DealsAnswer``, and what is saved
/// as every form is.
package enum DealsOrder: Equatable, Sendable {
  /// What the form of a rule is made from; nil is a new one. A copy is a new one like it.
  case open(AlertRule.ID?, isCopy: Bool)
  /// Keep what stands in a form, if the rule still is what was seen when it was opened.
  case save(RuleFormDraft, RuleDraft)
  /// What a person asked for, to change it.
  case wishes(Person.ID)
  /// What a rule would find, while it is written.
  case preview(RuleTerms)
  case pause(AlertRule.ID)
  /// With what arrived meanwhile, or from now on.
  case resume(AlertRule.ID, catchesUp: Bool)
  case delete([AlertRule.ID])
  /// Tell when the price of a listing is at or under a threshold.
  case watch(Listing.ID, Person.ID?, Money)
  case unwatch([Watch.ID])
  case read([Alert.ID])
  /// Mark as new again.
  case unread([Alert.ID])
  case snooze([Alert.ID], until: Timestamp)

  /// Whether it changes nothing that stays.
  package var onlyShows: Bool {
    switch self {
    case .open, .preview, .wishes: true
    case .save, .pause, .resume, .delete, .watch, .unwatch, .read, .unread, .snooze: false
    }
  }
}

/// What became of a ``DealsOrder``.
package enum DealsAnswer: Equatable, Sendable {
  case draft(RuleFormDraft)
  case saved(AlertRule.ID)
  case preview(RulePreview)
  case wishes(PersonWishes, PreferencesSummary)
  /// What was done, in words, and what to look at now.
  case done(DealsSubject?, String)
}
