/// What help explains: the place the keyboard was in when it was asked for.
package struct HelpTopic: Equatable, Sendable {
  package let scopes: [Scope]
  /// The name of the place.
  package let title: String
  /// What the place shows, in a sentence or two.
  package let explanation: String
  package var scroll = 0
  /// What the list is narrowed to; empty is everything.
  package var filter = TextEntry(limit: 40)
  /// The keyboard types into the filter.
  package var isFiltering = false

  /// The place the keyboard is in.
  init(_ state: State) {
    scopes = state.scopes
    (title, explanation) = Self.place(state)
  }

  private static func place(_ state: State) -> (String, String) {
    switch state.dialogs.last {
    case .offer:
      return ("An offer's details", "Everything about one offer for the selected session, and why it is shown or not.")
    case .offerHistory: return ("An offer's history", "Every version of the offer, the latest first.")
    case .card: return ("A card", "Everything about one named thing, and the names that can be followed from it.")
    case .counter:
      return (
        "The counter",
        "Type or scan a code and press enter: a big yes or no. Behind a yes, enter what was paid; the next code may follow."
      )
    case .claim: return ("A claim", "The code that proves an accepted offer at the counter.")
    case .choice: return ("A question", "Nothing happens until it is answered; the first answer changes nothing.")
    case .form(let form):
      return (form.title, "Fields to fill in. Nothing is kept before it is saved; esc leaves it, and asks first.")
    case .keys(let sheet):
      return ("Keys of \(sheet.partnerName)", "The keys a partner acts by; each is shown once, when it is made.")
    case .newKey: return ("A new key", "The only time it is shown; it is stored nowhere.")
    case .statement(let sheet):
      return ("Statement of \(sheet.partnerName)", "What was redeemed in a month, and the commission on it.")
    case .number(let note): return (note.title, "What the number means, how it comes about, and the rows behind it.")
    case .map: return ("Position", "A place is picked on the map of the town; enter takes where the cross is.")
    case .welcome: return ("Welcome", "There is no database yet; one is opened or made here.")
    case .some: return ("A dialog", "It lies over the screen until it is closed.")
    case nil: break
    }
    switch state.screen {
    case .discover where state.showsPresentation:
      return ("Presentation", "Discover for a room: large and calm, with numbers in place of names.")
    case .discover: return (state.discovery.focus.title, state.discovery.focus.explanation)
    case .partners: return (state.partners.focus.title, state.partners.focus.explanation)
    case .experiments: return (state.experiments.focus.title, state.experiments.focus.explanation)
    case .campaigns: return (state.campaigns.focus.title, state.campaigns.focus.explanation)
    case .deals: return (state.deals.focus.title, state.deals.focus.explanation)
    case .overview: return (state.focusedTile.title, state.focusedTile.explanation)
    case .gallery: return ("Gallery", "Every widget in every state, for those who build screens.")
    }
  }
}
