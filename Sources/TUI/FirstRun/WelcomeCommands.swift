extension CommandTable {
  /// What works while there is no database.
  static let welcome = [
    Command(
      id: "welcome.choose", title: "Choose", explanation: "Takes the marked offer.",
      scopes: [.welcome], keys: [.enter], hint: "choose", intent: .welcome(.choose), availability: isIdle),
    Command(
      id: "welcome.demo", title: "Demo town",
      explanation: "Opens George Town, which is made up; the first time it is made, which takes a while.",
      scopes: [.welcome], keys: [.character("d")], hint: "demo town", intent: .welcome(.demo), availability: isIdle),
    Command(
      id: "welcome.new", title: "New database", explanation: "Asks what a new, empty database for real things is for.",
      scopes: [.welcome], keys: [.character("n")], hint: "new database", intent: .welcome(.new), availability: isIdle),
    Command(
      id: "welcome.leave", title: "Leave", explanation: "Leaves Opportune; a town that is being made is dropped.",
      scopes: [.welcome], keys: [.character("q")], hint: "quit", intent: .quit),
  ]

  private static let isIdle: @Sendable (State) -> Availability = { state in
    state.welcome?.opening == nil ? .available : .unavailable("a database is being made; esc stops that")
  }
}
