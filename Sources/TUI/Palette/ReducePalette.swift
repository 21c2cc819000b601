extension State {
  /// How many commands are remembered as used.
  private static let mostRecent = 12

  /// Does what a command of the palette means.
  mutating func perform(_ intent: PaletteIntent) -> [Effect] {
    switch intent {
    case .show: dialogs.append(.palette(Palette(recent: recentCommands, scopes: scopes)))
    case .run: if case .palette(let palette) = dialogs.last { return runMarked(of: palette) }
    }
    return []
  }

  /// Narrows the list by what is typed.
  mutating func edit(_ palette: Palette, _ change: (inout TextEntry) -> Void) {
    var palette = palette
    palette.edit(change)
    dialogs[dialogs.count - 1] = .palette(palette)
  }

  /// Moves within the list.
  mutating func move(_ palette: Palette, by rows: Int) {
    var palette = palette
    palette.move(by: rows)
    dialogs[dialogs.count - 1] = .palette(palette)
  }

  /// Runs the marked command, where it works: on its own screen if it has one. One that would do nothing says why, and
  /// the palette stays.
  mutating func runMarked(of palette: Palette) -> [Effect] {
    guard let command = palette.selected else { return [] }
    if let reason = standing(of: command).reason {
      notify(.information, "\(command.title): \(reason)")
      return []
    }
    dialogs.removeLast()
    guard let there = reaching(command) else { return [] }
    if there.screen != screen {
      let origin = place
      self = there
      trail.push(origin)
    } else {
      self = there
    }
    recentCommands.removeAll { $0 == command.id }
    recentCommands.insert(command.id, at: 0)
    if recentCommands.count > Self.mostRecent { recentCommands.removeLast() }
    return perform(command.intent)
  }

  /// Whether a command of the palette would do anything, there where it works.
  func standing(of command: Command) -> Availability {
    var beneath = self
    if case .palette = beneath.dialogs.last { beneath.dialogs.removeLast() }
    guard let there = beneath.reaching(command) else {
      return .unavailable("works only \(command.scopes.map(\.words).joined(separator: " or "))")
    }
    return command.availability(there)
  }

  /// The state in which a command is in force: this one, or the one on a screen of its own with nothing lying over it;
  /// nil if it belongs to something that has to be opened first.
  private func reaching(_ command: Command) -> State? {
    if isInForce(command) { return self }
    var there = self
    there.dialogs.removeAll()
    if there.isInForce(command) { return there }
    for screen in Screen.allCases {
      there.screen = screen
      if there.isInForce(command) { return there }
    }
    return nil
  }

  private func isInForce(_ command: Command) -> Bool { !Set(command.scopes).isDisjoint(with: scopes) }
}

extension Scope {
  /// Where it is, as in "works only in a question".
  fileprivate var words: String {
    switch self {
    case .screen: "on a screen"
    case .overview: "on the Overview screen"
    case .partners: "on the Partners screen"
    case .discover: "on the Discover screen"
    case .experiments: "on the Experiments screen"
    case .campaigns: "on the Campaigns screen"
    case .deals: "on the Rules screen"
    case .gallery: "in the gallery"
    case .presentation: "in the presentation"
    case .dialog: "in a dialog"
    case .choice: "in a list of answers"
    case .question: "in a question"
    case .offer: "in an offer's details"
    case .order: "in the choice of a column"
    case .claim: "beside a claim code"
    case .entry, .line: "while text is typed"
    case .palette: "in the palette"
    case .counter: "at the counter"
    case .search: "in the search"
    case .form: "in a form"
    case .picking: "in a field of a form that is chosen"
    case .keys: "in the box of a partner's keys"
    case .newKey: "beside a new key"
    case .statement: "in a statement"
    case .number: "beside what stands behind a number"
    case .map: "on the map of a form"
    case .card: "on a card"
    case .help: "in help"
    case .welcome: "while there is no database"
    }
  }
}
