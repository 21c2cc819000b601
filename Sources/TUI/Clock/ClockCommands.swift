extension CommandTable {
  /// The town's clock.
  static let clock = [
    Command(
      id: "clock.toggle", title: "Run or pause the clock",
      explanation: "Lets the town live on by itself at the chosen speed, and stops it again.",
      scopes: [.screen], keys: [.character(" ")], hint: "run/pause", intent: .clock(.toggle), availability: isLoaded),
    Command(
      id: "clock.step", title: "One event", explanation: "Lets exactly one thing happen in the town, then stands.",
      scopes: [.screen], keys: [.character(".")], intent: .clock(.step), availability: isLoaded),
    Command(
      id: "clock.faster", title: "Faster", explanation: "The next speed: 1, 10, 60, 600, as fast as it goes.",
      scopes: [.screen], keys: [.character(">")], intent: .clock(.faster),
      availability: { $0.clock.speed == .flatOut ? .unavailable("it goes as fast as it can") : .available }),
    Command(
      id: "clock.slower", title: "Slower", explanation: "The speed before: as fast as it goes, 600, 60, 10, 1.",
      scopes: [.screen], keys: [.character("<")], intent: .clock(.slower),
      availability: { $0.clock.speed == .real ? .unavailable("it goes as slowly as real time") : .available }),
    Command(
      id: "clock.bookmarks", title: "Bookmarks",
      explanation: "Marks this moment of the town, goes back to one that was marked, or forgets one.",
      scopes: [.screen], keys: [.character("B")], intent: .clock(.bookmarks), availability: isLoaded),
    Command(
      id: "clock.jump", title: "Jump", explanation: "Asks for a time, and lets the town live on until then.",
      scopes: [.discover, .presentation], keys: [.character("J")], intent: .clock(.jump), availability: isLoaded),
    Command(
      id: "clock.start", title: "Back to the start",
      explanation: "Puts the town back to where its clock was first let go, and stands.",
      scopes: [.screen], keys: [.character("0")], intent: .clock(.backToStart),
      availability: { $0.clock.run == nil ? .unavailable("the clock has not run yet; space lets it go") : .available }),
    Command(
      id: "clock.stories", title: "Scenarios",
      explanation: "Begins anew with a story, such as a Friday rush or dinner sold out.",
      scopes: [.screen], keys: [.character("S")], intent: .clock(.stories), availability: isLoaded),
  ]

  private static let isLoaded: @Sendable (State) -> Availability = { state in
    state.discovery.board == nil ? .unavailable("nothing is loaded yet") : .available
  }
}
