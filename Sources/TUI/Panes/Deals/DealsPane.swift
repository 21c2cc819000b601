/// The panes of the Rules screen, in the order of Tab: the lists, and the page about what is selected in one of them.
package enum DealsPane: Hashable, Sendable, CaseIterable {
  case rules, inbox, watches, listings, page

  /// Those that are lists.
  package static let lists: [Self] = [.rules, .inbox, .watches, .listings]

  /// Those that share a place below the rules.
  package static let shelves: [Self] = [.inbox, .watches, .listings]

  /// The word on its border or its tab.
  package var title: String {
    switch self {
    case .rules: "Rules"
    case .inbox: "Inbox"
    case .watches: "Watches"
    case .listings: "Listings"
    case .page: "Page"
    }
  }

  /// The order in which its list comes, in words.
  package var orderWords: String {
    switch self {
    case .rules, .page: "by name, paused ones last"
    case .inbox: "latest first"
    case .watches: "the nearest to its price first"
    case .listings: "those the rule finds, then those it nearly finds"
    }
  }

  /// What it shows, for help.
  package var explanation: String {
    switch self {
    case .rules:
      "What you asked to be told of: how many alerts each rule made today and how many a day are to be expected, and "
        + "when it last told of something."
    case .inbox:
      "What was found for you, the latest first, with what became of it: sent, held until the end of quiet hours, put "
        + "into a digest. Digests stand here too."
    case .watches: "Prices you wait for: the price now, the one you wait for, and its course in the last 90 days."
    case .listings:
      "Everything that is stored, held against the selected rule: what it finds first, then what misses it by least, "
        + "each with the criterion in its way."
    case .page:
      "Everything about what is selected: what a rule means, finds and leaves out; why a listing is found or not; the "
        + "course of a price."
    }
  }
}
