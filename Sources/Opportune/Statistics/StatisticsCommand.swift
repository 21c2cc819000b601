import Core

/// `statistics`: the closed forms behind experiments, a question a line, without a database.
enum StatisticsCommand {
  /// The command.
  static let command = Command(
    ["statistics"], "Answer statistical questions, a JSON object a line.", access: .everyone,
    explanation: """
      Reads JSON objects from standard input, one a line, and answers one line each, with the same id. The field op says \
      what is asked: \(StatisticsOperation.all.map(\.name).joined(separator: ", ")). Differences are variant minus control, intervals \
      [low, high]; p is 0 below 1e-308, and ln_p is its logarithm. A mid-p counts half of all \
      tables that are as probable as the one seen. What is undefined is null, and undefined says why. Left out, confidence \
      is 0.95, alpha 0.05, power 0.8, ratio 1, planned_total 5000, min_days 7 and the weights of a verdict are equal. A \
      bad line answers with its error, the others go on, and the status is 2 if any failed. No database is needed.
      """,
    examples: ["opportune statistics < questions.jsonl"],
    input: .oneOf(StatisticsOperation.all.map(\.inputSchema)), outputForm: .lines,
    output: .oneOf(StatisticsOperation.all.map(\.outputSchema) + [LineAnswers.errorSchema])
  ) { invocation in
    try LineAnswers.write(to: invocation.output) { (fields) throws(InvalidInput) in
      let operation = try operation(fields.require(fields.string("op"), "op"))
      let answer = try operation.answer(&fields)
      try fields.finish()
      return answer.members
    }
  }

  private static func operation(_ name: String) throws(InvalidInput) -> StatisticsOperation {
    if let operation = StatisticsOperation.all.first(where: { $0.name == name }) { return operation }
    let names = StatisticsOperation.all.map(\.name)
    let nearest = NearestName.among(names, to: name).map { "; did you mean \($0)?" } ?? ""
    throw InvalidInput(field: "op", "must be one of \(names.joined(separator: ", "))\(nearest)")
  }
}
