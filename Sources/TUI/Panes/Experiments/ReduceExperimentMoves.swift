import Canvas
import Core

/// An answer to a question about an experiment.
package enum ExperimentOutcome: Hashable, Sendable {
  case start(Experiment.ID)
  case end(Experiment.ID, winner: Int?)
  case deploy(Experiment.ID)
}

extension State {
  /// Whether whoever acts may plan and run tests: analysts may, as it changes no offer for good.
  var testing: Availability {
    if actor.role == .partner { return .unavailable("experiments are the operators' and analysts'") }
    return isReadOnly ? .unavailable("opened read-only") : .available
  }

  /// Does what a command on experiments means.
  mutating func perform(_ intent: ExperimentsIntent) -> [Effect] {
    switch intent {
    case .new: return order(.open(.new(nil)))
    case .testOffer: return partners.selectedOffer.map { order(.open(.new($0.id))) } ?? []
    case .edit: return experiments.selected.map { order(.open(.edit($0.id))) } ?? []
    case .start: askToStart()
    case .ramp: return openRamp()
    case .end: askToEndExperiment()
    case .deploy: return experiments.selected.map { order(.askToDeploy($0.id)) } ?? []
    case .follow: return followArm()
    }
    return []
  }

  /// Hands out an order whose answer is waited for.
  mutating func order(_ order: ExperimentOrder) -> [Effect] {
    let job = nextJob()
    experimentOrders[job] = order
    return [.experiment(job, order)]
  }

  /// Takes what became of an order.
  mutating func take(_ answer: ExperimentAnswer, from job: Job) -> [Effect] {
    if case .saved(let id) = answer {
      experiments.expect(id)
      return finishForm(job)
    }
    guard experimentOrders.removeValue(forKey: job) != nil else { return [] }
    switch answer {
    case .draft(let draft):
      guard dialogs.isEmpty else { return [] }
      dialogs.append(.form(ExperimentForm.form(draft)))
      return []
    case .ending(let id, let offers):
      askToDeploy(id, ending: offers)
      return []
    case .done(let id, let sentence):
      if clock.run != nil { clock.deeds += 1 }
      notify(.success, sentence)
      experiments.expect(id)
      return reloadExperiments() + reloadPartners() + reload([.offers])
    case .saved: return []
    }
  }

  /// An order that was not carried out. False if nobody waits for the job.
  mutating func failExperimentOrder(_ job: Job, _ reason: String) -> Bool {
    guard experimentOrders.removeValue(forKey: job) != nil else { return false }
    notify(.failure, reason)
    // What it was about may be another by now.
    experiments.reloads.note([.experiments], at: wall)
    return true
  }

  /// Carries out the answer to a question.
  mutating func carryOut(_ outcome: ExperimentOutcome) -> [Effect] {
    switch outcome {
    case .start(let id): order(.start(id))
    case .end(let id, let winner): order(.end(id, winner: winner))
    case .deploy(let id): order(.deploy(id))
    }
  }

  private mutating func askToStart() {
    guard let row = experiments.selected else { return }
    let summary = row.summary
    let lines = [
      "\(summary.name): \(Words.all(summary.armNames.enumerated().map { "\(ExperimentWords.letter($0)) \($1)" }))",
      "From now on each person sees one arm only, and is counted from the first time they see it.",
      "\(Number.grouped(Int(clamping: summary.progress.planned))) people are planned, at least \(Quantity.count(summary.minimumDays, "day")). A running test cannot be edited.",
    ]
    let start = Choice.Option(title: "Start", detail: "y", outcome: .experiment(.start(row.id)))
    dialogs.append(
      .choice(Choice("Start this test?", lines: lines, cancel: "Not yet", options: [start], isQuestion: true)))
  }

  /// Asks for whom the test is ended. Without a verdict for an arm, none is offered first.
  private mutating func askToEndExperiment() {
    guard let row = experiments.selected else { return }
    let summary = row.summary
    let verdict = summary.verdict
    let nobody = Choice.Option(
      title: "End without a winner", detail: "everybody sees what was there before",
      outcome: .experiment(.end(row.id, winner: nil)))
    let arms = summary.armNames.enumerated().map { arm, name in
      let advice = verdict.kind == .ship && verdict.arm == arm ? "the verdict" : arm == 0 ? "the control stays" : ""
      return Choice.Option(
        title: "End for \(ExperimentWords.letter(arm)), \(name)", detail: advice,
        outcome: .experiment(.end(row.id, winner: arm)))
    }
    let isDecided = verdict.kind == .ship
    var lines = ["\(summary.name): \(verdict.kind.title), \(verdict.reason)"]
    if !summary.progress.canEnd {
      lines.append("It is not decided: a winner named now is a guess, and a difference may be chance.")
    }
    lines.append("Its result never changes afterwards, and it cannot be started again.")
    dialogs.append(
      .choice(
        Choice(
          "End this test?", lines: lines, cancel: "Go on with it",
          options: isDecided ? arms + [nobody] : [nobody] + arms,
          isQuestion: false)))
  }

  /// Asks before offers end, and names them.
  private mutating func askToDeploy(_ id: Experiment.ID, ending offers: [String]) {
    guard let row = experiments.table.all.first(where: { $0.id == id }), let winner = row.winner, dialogs.isEmpty
    else { return }
    let name = row.summary.armNames[safe: winner] ?? ""
    let more = offers.count > Self.namedOffers ? ["and \(offers.count - Self.namedOffers) more"] : []
    let ends =
      offers.isEmpty
      ? ["No offer ends by it: what won becomes what everybody sees."]
      : ["\(Quantity.count(offers.count, "offer")) of the other arms end for good:"]
        + offers.prefix(Self.namedOffers).map { "- \($0)" } + more
    let deploy = Choice.Option(title: "Deploy", detail: "y", outcome: .experiment(.deploy(id)))
    dialogs.append(
      .choice(
        Choice(
          "Deploy \(ExperimentWords.letter(winner)), \(name)?",
          lines: ["Everybody sees what won. What people already accepted stays good."] + ends, cancel: "Cancel",
          options: [deploy], isQuestion: true)))
  }

  /// Offers that a question names; of more, how many.
  private static let namedOffers = 6

  // MARK: Ways

  /// The offers that the selected experiment's arms show, each once.
  var experimentOffers: [Offer.ID] {
    guard let sheet = experiments.currentSheet else { return [] }
    var offers: [Offer.ID] = []
    for arm in sheet.experiment.design.arms {
      switch arm.content {
      case .offer(let id), .variant(let id, _): if !offers.contains(id) { offers.append(id) }
      case .campaign, .imported: break
      }
    }
    return offers
  }

  private mutating func followArm() -> [Effect] {
    guard let offer = experimentOffers.first else { return [] }
    rememberPlace()
    screen = .partners
    partners.isZoomed = false
    partners.wayBack = []
    partners.focus = .offer
    return goTo(partner: nil, offer: offer)
  }

  /// Goes to an experiment that was found elsewhere, and remembers the way.
  mutating func follow(experiment id: Experiment.ID) -> [Effect] {
    rememberPlace()
    dialogs.removeAll()
    screen = .experiments
    experiments.isZoomed = false
    experiments.wayBack = []
    experiments.focus(on: .list)
    return goTo(experiment: id)
  }

  /// Selects an experiment on its screen, as soon as it is in the list.
  mutating func goTo(experiment id: Experiment.ID) -> [Effect] {
    experiments.expect(id)
    if experiments.table.selectedID != id { experiments.reloads.note([], at: wall) }
    return continueExperiments()
  }
}
