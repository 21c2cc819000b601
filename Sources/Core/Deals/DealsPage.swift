/// What the page beside the lists of the Rules screen is about.
package enum DealsSubject: Hashable, Sendable {
  case rule(AlertRule.ID)
  case alert(Alert.ID)
  case watch(Watch.ID)
  /// A listing, held against a rule where one is selected.
  case listing(Listing.ID, AlertRule.ID?)
}

/// Everything about one of them.
package enum DealsPage: Equatable, Sendable {
  case rule(RuleSheet)
  case alert(AlertSheet)
  case watch(WatchSheet)
  case listing(ListingSheet)
}
