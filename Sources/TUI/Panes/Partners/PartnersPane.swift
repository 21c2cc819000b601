/// The panes of the Partners screen, in the order of Tab.
package enum PartnersPane: Hashable, Sendable, CaseIterable {
  case partners, offers, offer

  /// The word on its border and its tab.
  package var title: String {
    switch self {
    case .partners: "Partners"
    case .offers: "Offers"
    case .offer: "Offer"
    }
  }

  /// The order in which its list comes, in words.
  package var orderWords: String {
    switch self {
    case .partners: "by name"
    case .offers, .offer: "by partner, archived ones last"
    }
  }

  /// What it shows, for help.
  package var explanation: String {
    switch self {
    case .partners:
      "Every partner with its offers, the claims that are open, what it earned and the commission that is due. The one "
        + "that is selected decides whose offers are listed."
    case .offers:
      "Offers with their state, the places that are left and how far people went: shown, viewed, accepted, redeemed. "
        + "Marked ones are moved on together."
    case .offer:
      "All of one offer: what it gives and when, whom it could reach and what keeps it from others, what happened to it, "
        + "and what it was before."
    }
  }
}
