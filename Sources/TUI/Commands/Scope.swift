/// Where a command works. Several are in force at once, and within them no key means two things.
package enum Scope: String, Hashable, Sendable, CaseIterable {
  /// On every screen, while no dialog is open.
  case screen
  case overview, partners, discover, experiments, campaigns, deals, gallery
  /// While Discover is shown to a room.
  case presentation
  /// While any dialog is open.
  case dialog
  /// Inside a question or a list to choose from; `question` only where `y` answers.
  case choice, question
  /// Inside the choice of a column to sort by.
  case order
  /// Inside an offer's details, and beside a claim's code.
  case offer, claim
  /// While any text is typed; what is no command goes into it.
  case entry
  /// While the text that is typed is a line of its own, which Enter ends.
  case line
  /// In the palette, and in the search through everything; what is typed narrows a list.
  case palette, search
  /// Inside a form; `picking` where the field with the keyboard is chosen, not typed.
  case form, picking
  /// On the map a position is picked on.
  case map
  /// In the box of a partner's keys, beside one that was just made, and in a statement.
  case keys, newKey, statement
  /// Beside what stands behind a number.
  case number
  /// In help.
  case help
  /// On a card, whose names can be followed.
  case card
  /// At the counter, while a code or an amount is typed.
  case counter
  /// While there is no database.
  case welcome

  /// Every set of scopes that can be in force at once; ``State/scopes`` is always one of them.
  package static let together: [[Scope]] = [
    [.screen, .discover], [.screen, .presentation], [.screen, .overview], [.screen, .partners],
    [.screen, .experiments], [.screen, .campaigns], [.screen, .deals], [.screen, .gallery],
    [.dialog],
    [.dialog, .offer], [.dialog, .choice],
    [.dialog, .choice, .question], [.dialog, .choice, .order], [.dialog, .claim], [.entry, .line], [.entry, .palette],
    [.entry, .search], [.form, .entry], [.form, .picking], [.dialog, .card], [.dialog, .help],
    [.entry, .counter], [.dialog, .welcome], [.dialog, .map],
    [.dialog, .keys], [.dialog, .newKey], [.dialog, .statement], [.dialog, .number],
  ]
}

extension State {
  /// Whether signs go into a text.
  package var isTyping: Bool { scopes.contains(.entry) }

  /// The scopes in force, by what has the keyboard.
  package var scopes: [Scope] {
    switch dialogs.last {
    case .note: [.entry, .line]
    case .form(let form): [.form, form.isTyping ? .entry : .picking]
    case .choice(let choice) where choice.isOrder: [.dialog, .choice, .order]
    case .choice(let choice): choice.isQuestion ? [.dialog, .choice, .question] : [.dialog, .choice]
    case .offer: [.dialog, .offer]
    case .offerHistory: [.dialog]
    case .palette: [.entry, .palette]
    case .search: [.entry, .search]
    case .card: [.dialog, .card]
    case .help(let help): help.isFiltering ? [.entry, .line] : [.dialog, .help]
    case .claim: [.dialog, .claim]
    case .counter: [.entry, .counter]
    case .welcome: [.dialog, .welcome]
    case .map: [.dialog, .map]
    case .keys: [.dialog, .keys]
    case .newKey: [.dialog, .newKey]
    case .statement: [.dialog, .statement]
    case .number: [.dialog, .number]
    case nil where showsPresentation: [.screen, .presentation]
    case nil where isFiltering: [.entry, .line]
    case nil: [.screen, screen.scope]
    }
  }
}
