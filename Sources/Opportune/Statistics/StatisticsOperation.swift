import Core

/// One question that `statistics` answers.
struct StatisticsOperation: Sendable {
  /// As in the field `op`.
  let name: String
  /// The fields it takes beside `id` and `op`.
  let input: [Schema.Property]
  /// The fields it answers beside `id` and `undefined`.
  let output: [Schema.Property]
  /// Reads its fields and answers; fields that it leaves unread are refused by the command.
  let answer: @Sendable (inout JSONFields) throws(InvalidInput) -> StatisticsAnswer

  init(
    _ name: String, input: [Schema.Property], output: [Schema.Property],
    answer: @escaping @Sendable (inout JSONFields) throws(InvalidInput) -> StatisticsAnswer
  ) {
    self.name = name
    self.input = input
    self.output = output
    self.answer = answer
  }

  /// Every operation, in the order of the help.
  static let all: [StatisticsOperation] = [
    compare, arms, sampleSize, detectableEffect, split, adjust, means, ratio, cuped, looks, verdict, bucket,
  ]

  /// A line of it on standard input.
  var inputSchema: Schema {
    .object([.init("id", .any, optional: true), .init("op", .choice([name]))] + input)
  }

  /// A line of its answer.
  var outputSchema: Schema {
    .object([.init("id", .any)] + output + [.init("undefined", .map(.string))])
  }
}

/// Shapes that several operations share.
extension Schema {
  /// A number that may be undefined.
  static let measure = Schema.nullable(.number)

  /// `[low, high]`, which may be undefined.
  static let interval = Schema.nullable(.array(.number))

  /// `{"p","ln_p"}`, which may be undefined.
  static let pValue = Schema.nullable(.fields(["p": .number, "ln_p": .number]))

  /// `{"statistic","df","p","ln_p"}`, which may be undefined.
  static let chiSquared = Schema.nullable(
    .fields(["statistic": .number, "df": .integer, "p": .number, "ln_p": .number]))
}
