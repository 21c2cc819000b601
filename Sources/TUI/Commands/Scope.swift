/// Where a command works. Several are in force at once, and within them no key means two things.
package enum Scope: String, Hashable, Sendable, CaseIterable {
  /// On every screen, while no dialog is open.
  case screen
  case overview, discover
  /// While any dialog is open.
  case dialog
  /// Inside a question or a list to choose from; `question` only where `y` answers.
  case choice, question
  /// Inside an offer's details.
  case offer
  /// While a text is typed.
  case entry
}

extension State {
  /// The scopes in force, by what has the keyboard.
  package var scopes: [Scope] {
    switch dialogs.last {
    case .note: [.entry]
    case .choice(let choice): choice.isQuestion ? [.dialog, .choice, .question] : [.dialog, .choice]
    case .offer: [.dialog, .offer]
    case .help, .claim: [.dialog]
    case nil where screen == .discover && discovery.isFiltering: [.entry]
    case nil: [.screen, screen == .discover ? .discover : .overview]
    }
  }
}
