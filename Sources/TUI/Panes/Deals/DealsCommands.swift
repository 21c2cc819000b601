import Core

extension CommandTable {
  /// What can be done with rules, watches, listings and alerts.
  static let deals = [
    Command(
      id: "deals.open", title: "Open",
      explanation: "Goes from a list to the page about what is selected; an alert counts as read then.",
      scopes: [.deals], keys: [.enter], hint: "open", intent: .open, availability: canOpen),
    Command(
      id: "rule.new", title: "New rule",
      explanation: "A form and a line that mean the same, with what the rule would find shown while it is written.",
      scopes: [.deals], keys: [.character("n")], hint: "new", intent: .deals(.new), availability: canHunt),
    Command(
      id: "rule.edit", title: "Edit the rule", explanation: "The form and the line of the selected rule.",
      scopes: [.deals], keys: [.character("e")], hint: "edit", intent: .deals(.edit), availability: hasRule),
    Command(
      id: "rule.test", title: "Test against every listing",
      explanation:
        "Lists what is stored: what the selected rule finds first, then what it misses, each with the reason.",
      scopes: [.deals], keys: [.character("t")], hint: "test", intent: .deals(.test), availability: canTest),
    Command(
      id: "rule.pause", title: "Pause or resume",
      explanation:
        "A paused rule finds nothing. Resuming asks whether what arrived meanwhile is to be told of.",
      scopes: [.deals], keys: [.character("p")], hint: "pause/resume", intent: .deals(.pause), availability: hasRule),
    Command(
      id: "rule.clone", title: "Clone the rule", explanation: "A form for a new rule like the selected one.",
      scopes: [.deals], keys: [.character("C")], intent: .deals(.clone), availability: hasRule),
    Command(
      id: "deals.remove", title: "Delete",
      explanation:
        "Deletes the selected or marked rules, or ends watches; what was not told yet is cancelled. Asks first.",
      scopes: [.deals], keys: [.character("d")], hint: "delete", danger: .asks, intent: .deals(.remove),
      availability: canRemove),
    Command(
      id: "listing.watch", title: "Watch the price",
      explanation: "Tells you when the selected listing costs so much or less, and again after it was dearer.",
      scopes: [.deals], keys: [.character("w")], hint: "watch", intent: .deals(.watch), availability: canWatch),
    Command(
      id: "alert.read", title: "Mark as read or unread",
      explanation:
        "Takes the mark of what is new away, of every marked alert; where none of them is new, all are again.",
      scopes: [.deals], keys: [.character("a")], hint: "read/unread", intent: .deals(.read), availability: canRead),
    Command(
      id: "alert.snooze", title: "Snooze",
      explanation: "Tells of the alert again later: in an hour, this evening, tomorrow.",
      scopes: [.deals], keys: [.character("Z")], hint: "snooze", intent: .deals(.snooze), availability: canSnooze),
    Command(
      id: "alert.mute", title: "Mute the rule",
      explanation: "Pauses the rule the selected alert came from. Asks first.",
      scopes: [.deals], keys: [.character("M")], hint: "mute", danger: .asks, intent: .deals(.mute),
      availability: canMute),
    Command(
      id: "deals.preferences", title: "When to tell",
      explanation: "Channels, frequency, quiet hours and caps, with when the next alert may be sent.",
      scopes: [.deals], keys: [.character("o")], hint: "when", intent: .deals(.preferences),
      availability: hasPerson),
    Command(
      id: "deals.person", title: "Somebody else's",
      explanation: "Shows the rules, watches and inbox of another person.",
      scopes: [.deals], keys: [.character("K")], intent: .deals(.hunter), availability: hasHunters),
  ]

  private static let canOpen: @Sendable (State) -> Availability = { state in
    guard state.deals.subject != nil else { return .unavailable("nothing is selected") }
    return state.deals.focus == .page ? .unavailable("this is the page") : .available
  }

  private static let canHunt: @Sendable (State) -> Availability = { state in state.hunting }

  private static let hasRule: @Sendable (State) -> Availability = { state in
    guard state.hunting.isAvailable else { return state.hunting }
    guard state.deals.ruleInQuestion != nil else { return .unavailable("no rule is selected") }
    return state.dealsOrders.isEmpty ? .available : .soon("the last step is still under way")
  }

  private static let canTest: @Sendable (State) -> Availability = { state in
    state.deals.rules.selected == nil ? .unavailable("no rule is selected") : .available
  }

  private static let canRemove: @Sendable (State) -> Availability = { state in
    guard state.hunting.isAvailable else { return state.hunting }
    guard state.dealsOrders.isEmpty else { return .soon("the last step is still under way") }
    switch state.deals.list {
    case .watches: return state.deals.watches.selected == nil ? .unavailable("no watch is selected") : .available
    case .inbox, .listings: return .unavailable("only rules and watches are deleted")
    case .rules, .page: return state.deals.rules.selected == nil ? .unavailable("no rule is selected") : .available
    }
  }

  private static let canWatch: @Sendable (State) -> Availability = { state in
    guard state.hunting.isAvailable else { return state.hunting }
    return state.deals.listingInQuestion == nil ? .unavailable("no listing is selected") : .available
  }

  private static let hasAlert: @Sendable (State) -> Availability = { state in
    guard state.hunting.isAvailable else { return state.hunting }
    guard state.deals.list == .inbox, state.deals.inbox.selected != nil else {
      return .unavailable("no alert is selected")
    }
    return .available
  }

  private static let canRead: @Sendable (State) -> Availability = { state in
    let alert = hasAlert(state)
    guard alert.isAvailable else { return alert }
    return state.alertsInQuestion.contains { $0.isUnread || $0.isRead }
      ? .available : .unavailable("it was not told yet")
  }

  private static let canSnooze: @Sendable (State) -> Availability = { state in
    let alert = hasAlert(state)
    guard alert.isAvailable else { return alert }
    return state.alertsInQuestion.contains(where: \.canBeSnoozed)
      ? .available : .unavailable("it was not told yet")
  }

  private static let canMute: @Sendable (State) -> Availability = { state in
    let alert = hasAlert(state)
    guard alert.isAvailable else { return alert }
    guard let id = state.deals.inbox.selected?.alert.rule else { return .unavailable("it came from no rule") }
    guard let row = state.deals.rules.all.first(where: { $0.id == id }) else {
      return .unavailable("its rule is gone")
    }
    return row.rule.isEnabled ? .available : .unavailable("its rule is paused already")
  }

  private static let hasPerson: @Sendable (State) -> Availability = { state in
    guard state.hunting.isAvailable else { return state.hunting }
    return state.deals.board?.person == nil ? .unavailable("nobody has rules yet; n makes the first") : .available
  }

  private static let hasHunters: @Sendable (State) -> Availability = { state in
    (state.deals.board?.hunters.count ?? 0) < 2 ? .unavailable("nobody else has rules") : .available
  }
}

extension DealsState {
  /// The rule that a step is about: the selected one, or in the inbox the one an alert came from.
  var ruleInQuestion: AlertRule? {
    guard list == .inbox else { return rules.selected?.rule }
    let id = inbox.selected?.alert.rule
    return rules.all.first { $0.id == id }?.rule
  }

  /// The listing that is selected, or that the selected alert tells of.
  var listingInQuestion: (id: Listing.ID, title: String, price: Money?)? {
    switch list {
    case .listings: listings.selected.map { ($0.id, $0.listing.title, $0.listing.price) }
    case .inbox:
      inbox.selected.flatMap { row in row.alert.listing.map { ($0, row.item.title, row.alert.price) } }
    case .rules, .watches, .page: nil
    }
  }
}
