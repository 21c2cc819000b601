extension CommandTable {
  /// The town's clock.
  static let clock = [
    Command(
      id: "clock.toggle", title: "Run or pause the clock",
      explanation: "Lets the town live on by itself at the chosen speed, and stops it again.",
      scopes: [.discover], keys: [.character(" ")], intent: .clock(.toggle), availability: later),
    Command(
      id: "clock.step", title: "One event", explanation: "Lets exactly one thing happen in the town, then stands.",
      scopes: [.discover], keys: [.character(".")], intent: .clock(.step), availability: later),
    Command(
      id: "clock.faster", title: "Faster", explanation: "The next speed: 1, 10, 60, 600, as fast as it goes.",
      scopes: [.discover], keys: [.character(">")], intent: .clock(.faster), availability: later),
    Command(
      id: "clock.slower", title: "Slower", explanation: "The speed before: as fast as it goes, 600, 60, 10, 1.",
      scopes: [.discover], keys: [.character("<")], intent: .clock(.slower), availability: later),
    Command(
      id: "clock.start", title: "Back to the start",
      explanation: "Puts the town back to where its clock was first let go, and stands.",
      scopes: [.discover], keys: [.character("0")], intent: .clock(.backToStart), availability: later),
  ]

  /// Nobody carries these out yet; said rather than passed over.
  private static let later: @Sendable (State) -> Availability = { _ in
    .unavailable("the town's own clock is still being built; 'opportune simulate' lets time pass")
  }
}
