import Core
import Store

/// `experiment create|edit|start|ramp|end|deploy` and what they are watched by.
enum ExperimentCommands {
  /// All of them.
  static let all = [create, edit, start, ramp, end, deploy] + ExperimentReports.all

  /// Where an experiment is named.
  static let position = [Positional("EXPERIMENT", .id("EXPERIMENT"), "The experiment's id.")]

  private static let output: Schema = .fields(["experiment": Experiment.schema])

  private static let create = Command(
    ["experiment", "create"], "Plan an experiment: the question, the arms, and how many people the answer needs.",
    access: .analysts,
    explanation: """
      A draft divides nobody. Arms are campaigns, offers, variants of an offer (its title, description or value), or \
      imported ones, which `import exposures` fills; the first is the control. Weights sum to 1. The planned number of \
      people is worked out from baseline, effect, power and confidence where it is not given; of revenue it must be.
      """,
    flags: ExperimentInput.factFlags.map(\.flag) + ExperimentInput.listFlags + [.input],
    examples: [
      #"opportune experiment create --name bigger --arm as-is=offer:17 "#
        + #"--arm 'bigger={"offer_id":17,"value":{"discount_percent":30}}' --baseline 0.10 --effect 0.02"#,
      "opportune experiment create --name spring --arm old=campaign:1 --arm new=campaign:2 --weights 0.9,0.1 "
        + "--guardrail dismissal=0.01 --baseline 0.10 --effect 0.02",
    ],
    input: Experiment.inputSchema, output: output
  ) { invocation in
    let facts = try ExperimentInput.facts(invocation)
    let store = try invocation.store()
    return try answer(
      invocation.namingFlags(ExperimentInput.factFlags) {
        try store.createExperiment(
          ExperimentDesign(facts: facts), by: invocation.actor(in: store), now: invocation.now(in: store))
      })
  }

  private static let edit = Command(
    ["experiment", "edit"], "Change a draft: what is given changes, the rest stays.", access: .analysts,
    explanation: "What was started stays as it was planned. Arms are given all together or not at all.",
    positionals: position,
    flags: ExperimentInput.factFlags.map(\.flag) + ExperimentInput.listFlags
      + [.input, Flag("version", .integer("N", 1...Int64.max), "Only if this is still its version.")],
    examples: ["opportune experiment edit 3 --effect 0.03 --minimum-days 14"], input: Experiment.inputSchema,
    output: output
  ) { invocation in
    let facts = try ExperimentInput.facts(invocation)
    let store = try invocation.store()
    let current = try store.experiment(invocation.arguments.id(at: "EXPERIMENT"))
    return try answer(
      invocation.namingFlags(ExperimentInput.factFlags) {
        try store.editExperiment(
          current.id, ExperimentDesign(facts: current.design.merging(facts)),
          version: invocation.arguments.integer("version").map { Int(clamping: $0) }, by: invocation.actor(in: store),
          now: invocation.now(in: store))
      })
  }

  private static let start = Command(
    ["experiment", "start"], "Begin to divide people among the arms and to count them.", access: .analysts,
    explanation: "An offer takes part in one running experiment at most.", positionals: position, output: output
  ) { invocation in
    let store = try invocation.store()
    return answer(
      try store.startExperiment(
        invocation.arguments.id(at: "EXPERIMENT"), by: invocation.actor(in: store), now: invocation.now(in: store)))
  }

  private static let ramp = Command(
    ["experiment", "ramp"], "Let more or fewer people take part, or divide them by other weights.", access: .analysts,
    explanation: """
      More coverage moves nobody from one arm to another. Other weights begin a new phase with a division of its own; \
      what was counted before is kept apart.
      """,
    positionals: position,
    flags: [
      Flag("coverage", .number("SHARE", 0...1), "The share of people who take part."),
      Flag("weights", .text("LIST"), "The share of each arm: 0.5,0.5 or 1/3,1/3,1/3."),
    ],
    examples: ["opportune experiment ramp 3 --coverage 0.5"], output: output
  ) { invocation in
    let weights = try invocation.arguments.text("weights").map { text in try ExperimentInput.weights(text) }
    let store = try invocation.store()
    return answer(
      try store.rampExperiment(
        invocation.arguments.id(at: "EXPERIMENT"), coverage: invocation.arguments.number("coverage"), weights: weights,
        by: invocation.actor(in: store), now: invocation.now(in: store)))
  }

  private static let end = Command(
    ["experiment", "end"], "End an experiment, for an arm or without a winner; its result stays as it is.",
    access: .analysts, positionals: position,
    flags: [
      Flag("winner", .text("ARM"), "The arm it is ended for, by its name or its number from 0.", fallback: "none")
    ],
    examples: ["opportune experiment end 3", "opportune experiment end 3 --winner bigger"], output: output
  ) { invocation in
    let store = try invocation.store()
    let current = try store.experiment(invocation.arguments.id(at: "EXPERIMENT"))
    return answer(
      try store.endExperiment(
        current.id, winner: try current.index(ofArm: invocation.arguments.text("winner")),
        by: invocation.actor(in: store), now: invocation.now(in: store)))
  }

  private static let deploy = Command(
    ["experiment", "deploy"], "Make what won so for everybody; the losing arms' offers end.", access: .operators,
    explanation: "A variant's wording becomes the offer's own.", positionals: position, output: output
  ) { invocation in
    let store = try invocation.store()
    return answer(
      try store.deployWinner(
        invocation.arguments.id(at: "EXPERIMENT"), by: invocation.actor(in: store), now: invocation.now(in: store)))
  }

  /// An experiment by itself.
  static func answer(_ experiment: Experiment) -> Answer {
    .document(["experiment": experiment.json]) { experiment.text }
  }
}

extension Experiment {
  /// The number of an arm that is given by its name or its number; nil for none.
  fileprivate func index(ofArm text: String?) throws(InvalidInput) -> Int? {
    guard let text else { return nil }
    if let index = design.arms.firstIndex(where: { $0.name == text }) { return index }
    if let index = Int(text), design.arms.indices.contains(index) { return index }
    throw InvalidInput(
      field: "--winner", "must be one of \(Words.either(design.arms.map(\.name))), not '\(text.prefix(60))'")
  }
}

extension ExperimentDesign {
  /// The facts with a document's changes. A plan whose numbers change is worked out anew where the number of people is
  /// not given beside them.
  fileprivate func merging(_ document: JSON) -> JSON {
    let plan = ["baseline", "effect", "confidence", "power", "arms"]
    let isPlanned = document["planned_per_arm"] != nil || !plan.contains { document[$0] != nil } || !metric.isRate
    return JSON.object(isPlanned ? facts : facts.filter { $0.name != "planned_per_arm" }).merging(document)
  }
}
