extension CommandTable {
  /// Counter mode, one key away from everywhere.
  static let counter = [
    Command(
      id: "counter.open", title: "Check a code",
      explanation: "Opens the counter: type or scan a claim code, see yes or no, enter what was paid.",
      scopes: [.screen, .dialog], keys: [.character("c"), .function(2)], intent: .counter(.show),
      availability: { state in
        if state.isPresenting { return .unavailable("names are hidden; P leaves the presentation") }
        return state.welcome == nil ? .available : .unavailable("there is no database yet")
      }),
    Command(
      id: "counter.submit", title: "Check or redeem",
      explanation:
        "Checks the code in the field; behind a good one, redeems it for the amount. A code in place of the amount is checked instead.",
      scopes: [.counter], keys: [.enter], hint: "check, then redeem", intent: .counter(.submit)),
    Command(
      id: "counter.turn", title: "Day's slip",
      explanation: "Shows what the counter took today in place of who is on the way, and back.",
      scopes: [.counter], keys: [.tab], hint: "slip", intent: .counter(.turn),
      availability: { state in
        CounterView.showsBoth(in: Frame.body(of: state.size)) ? .unavailable("both are shown") : .available
      }),
    Command(
      id: "counter.copy-slip", title: "Copy the day's slip",
      explanation: "Copies what the counter took today, line by line, for the till's book.",
      scopes: [.counter], keys: [.control("y")], hint: "copy slip", intent: .counter(.copySlip),
      availability: { $0.counter?.board == nil ? .unavailable("no partner's counter is open") : .available }),
    Command(
      id: "counter.help", title: "Help", explanation: "Explains the counter and lists what works there.",
      scopes: [.counter], keys: [.function(1)], intent: .help),
  ]
}
