import Core

extension CommandTable {
  /// What can be done with experiments.
  static let experiments = [
    Command(
      id: "experiments.open", title: "Open", explanation: "Goes from the list to the pages about the experiment.",
      scopes: [.experiments], keys: [.enter], hint: "open", intent: .open, availability: canOpen),
    Command(
      id: "experiment.new", title: "New test",
      explanation: "A form for a new experiment, with how many people it needs worked out while it is written.",
      scopes: [.experiments], keys: [.character("n")], hint: "new", intent: .experiments(.new), availability: canBegin),
    Command(
      id: "experiment.test-offer", title: "Test this change",
      explanation: "A new experiment about the offer: what it is now against what you change of it.",
      scopes: [.partners], keys: [.character("t")], hint: "test", intent: .experiments(.testOffer),
      availability: canTestOffer),
    Command(
      id: "experiment.edit", title: "Edit the draft", explanation: "The form of an experiment that has not begun.",
      scopes: [.experiments], keys: [.character("e")], hint: "edit", intent: .experiments(.edit),
      availability: can(.draft, "only a draft can be edited; this one")),
    Command(
      id: "experiment.start", title: "Start",
      explanation: "From now on people are divided, and who sees an arm's offer is counted. Asks first.",
      scopes: [.experiments], keys: [.character("a")], hint: "start", danger: .asks, intent: .experiments(.start),
      availability: can(.draft, "only a draft can be started; this one")),
    Command(
      id: "experiment.ramp", title: "Ramp",
      explanation:
        "Lets more or fewer people take part, which moves nobody between arms, or divides them anew, which begins to count anew.",
      scopes: [.experiments], keys: [.character("p")], hint: "ramp", intent: .experiments(.ramp),
      availability: canRamp),
    Command(
      id: "experiment.end", title: "End",
      explanation: "Ends it with or without a winner; its result never changes afterwards. Asks first.",
      scopes: [.experiments], keys: [.character("d")], hint: "end", danger: .asks, intent: .experiments(.end),
      availability: can(.running, "only a running experiment can be ended; this one")),
    Command(
      id: "experiment.deploy", title: "Deploy the winner",
      explanation: "Keeps what won for everybody: the offers of the other arms end. Asks first, and names them.",
      scopes: [.experiments], keys: [.character("D")], hint: "deploy", danger: .asks, intent: .experiments(.deploy),
      availability: canDeploy),
    Command(
      id: "experiment.follow", title: "Go to what is tested",
      explanation: "Goes to the offer an arm shows, on the Partners screen; esc returns.",
      scopes: [.experiments], keys: [.character("o")], hint: "offer", intent: .experiments(.follow),
      availability: { $0.experimentOffers.isEmpty ? .unavailable("no arm is an offer") : .available }),
  ]

  private static let canOpen: @Sendable (State) -> Availability = { state in
    guard state.experiments.selected != nil else { return .unavailable("no experiment is selected") }
    return state.experiments.focus == .list ? .available : .unavailable("this is the experiment")
  }

  private static let canBegin: @Sendable (State) -> Availability = { state in
    state.testing.isAvailable ? .available : state.testing
  }

  private static let canTestOffer: @Sendable (State) -> Availability = { state in
    guard state.testing.isAvailable else { return state.testing }
    guard state.actor.role != .partner else { return .unavailable("experiments are the operators' and analysts'") }
    guard let row = state.partners.selectedOffer, state.partners.focus != .partners else {
      return .unavailable("no offer is selected")
    }
    return row.offer.state.isApproved
      ? .available : .unavailable("only an offer that people see can be tested; this one is \(row.standing.rawValue)")
  }

  /// Whether the selected experiment is in a state, and nothing is under way with it.
  private static func can(_ wanted: ExperimentState, _ refusal: String) -> @Sendable (State) -> Availability {
    { state in
      guard state.testing.isAvailable else { return state.testing }
      guard let row = state.experiments.selected else { return .unavailable("no experiment is selected") }
      guard state.experimentOrders.isEmpty else { return .soon("the last step is still under way") }
      return row.state == wanted ? .available : .unavailable("\(refusal) is \(row.state.words)")
    }
  }

  private static let canRamp: @Sendable (State) -> Availability = { state in
    if state.testsImported { return .unavailable("its people were divided elsewhere") }
    return can(.running, "only a running experiment can be ramped; this one")(state)
  }

  private static let canDeploy: @Sendable (State) -> Availability = { state in
    guard state.testing.isAvailable else { return state.testing }
    guard state.actor.role == .operator else { return .unavailable("it ends offers, which is the operators'") }
    guard let row = state.experiments.selected else { return .unavailable("no experiment is selected") }
    guard state.experimentOrders.isEmpty else { return .soon("the last step is still under way") }
    guard row.state == .ended else { return .unavailable("it has to be ended for a winner first") }
    if state.testsImported { return .unavailable("its arms were shown elsewhere") }
    guard row.winner != nil else { return .unavailable("it ended without a winner") }
    let isDeployed = state.experiments.currentSheet?.experiment.deployedAt != nil
    return isDeployed ? .unavailable("its winner was deployed already") : .available
  }
}

extension State {
  /// Whether the selected experiment's counts came from outside.
  fileprivate var testsImported: Bool {
    experiments.currentSheet?.experiment.design.arms.allSatisfy { $0.content == .imported } ?? false
  }
}

extension ExperimentState {
  /// As in "this one is a draft".
  var words: String {
    switch self {
    case .draft: "a draft"
    case .running: "running"
    case .ended: "ended"
    }
  }
}
