import Core

/// `score`: ranks one offer for one context a line, without a database.
enum ScoreCommand {
  /// The command.
  static let command = Command(
    ["score"], "Score one offer in one context, a JSON object a line.", access: .everyone,
    explanation: """
      Reads JSON objects from standard input, one a line, and answers one line each. Only now, the session's position \
      and end, and the offer's position must be given. A bad line answers with its error, the others go on, and the \
      status is 2 if any failed. No database is needed.
      """,
    examples: ["opportune score < contexts.jsonl"],
    input: ScoreSchema.input, outputForm: .lines, output: ScoreSchema.output
  ) { invocation in
    try LineAnswers.write(to: invocation.output) { (fields) throws(InvalidInput) in
      answer(try ScoreRequest(&fields, zones: SystemZones.zones))
    }
  }

  private static func answer(_ request: ScoreRequest) -> [JSON.Member] {
    switch Verdict(on: request.offer, for: request.context, profile: .standard) {
    case .ranked(let offer):
      return [
        .init("eligible", true), .init("score", .optional(offer.score)), .init("factors", offer.factorsJSON),
        .init("walk_metres", .optional(offer.walk.distance.value)),
      ]
    case .heldBack(let offer):
      return [.init("eligible", false)] + offer.reason.members
    }
  }
}
