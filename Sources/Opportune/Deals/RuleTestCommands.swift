import Core
import Store

/// `rule test`, `rule explain`.
enum RuleTestCommands {
  /// What a rule finds among the listings there are.
  static let test = Command(
    ["rule", "test"], "Try a rule on the listings there are; nothing is kept and nobody is told.", access: .staff,
    explanation: """
      Counts by the same code that tells of new listings. removed_by says of how many listings a criterion is the first \
      that is not met, and alone how many meet all the others. expected_per_day goes by the listings that were first \
      seen in the last 28 days, and is null while they span less than a day. \(RuleInput.grammar)
      """,
    positionals: [Positional("RULE", .id("RULE"), "The rule's id, or --rule.", isRequired: false)],
    flags: [RuleInput.line, Flag("samples", .integer("N", 0...1000), "Most matches that are listed.", fallback: "20")],
    examples: ["opportune rule test --rule 'gaming pc price:200..800' --json --demo", "opportune rule test 3 --demo"],
    output: .fields([
      "matching_count": .integer,
      "sample_matches": .array(
        .fields([
          "listing_id": .integer, "title": .string, "price": .nullable(.number), "currency": .nullable(.string),
          "matched_words": .array(.string),
        ])),
      "removed_by": .array(.fields(["criterion": .string, "count": .integer, "alone": .integer])),
      "expected_per_day": .nullable(.number), "total": .integer, "warning": .nullable(.string),
    ])
  ) { invocation in
    let store = try invocation.store(readOnly: true)
    let draft = try draft(invocation, in: store)
    let preview = try store.testRule(
      draft, samples: Int(invocation.arguments.integer("samples") ?? 20), now: invocation.now(in: store))
    return .document(preview.json) { preview.text(meaning: RuleWords.meaning(draft.terms)) }
  }

  private static func draft(_ invocation: Invocation, in store: Store) throws -> RuleDraft {
    switch (invocation.arguments.positional("RULE"), invocation.arguments.text("rule")) {
    case (nil, nil):
      throw CommandLineError.missingArgument("RULE", usage: "opportune rule test (RULE | --rule LINE)")
    case (.some, .some): throw CommandLineError.contradiction("RULE", "--rule")
    case (nil, let line?): return try invocation.ruleDraft(line, in: store, field: "--rule")
    case (.some, nil): return RuleDraft(try store.rule(invocation.arguments.id(at: "RULE")))
    }
  }

  /// Why a rule speaks of a listing.
  static let explain = Command(
    ["rule", "explain"], "Say why a rule tells of a listing, or why not.", access: .staff,
    positionals: [RuleCommands.position, Positional("LISTING", .id("LISTING"), "The listing's id.")],
    examples: ["opportune rule explain 3 17 --demo"],
    output: .fields([
      "rule_id": .integer, "listing_id": .integer, "matches": .boolean, "answer": .string,
      "criteria": .array(.fields(["criterion": .string, "met": .boolean, "reason": .string])),
      "matched_words": .array(.string), "alert": .nullable(AlertDocument.schema),
    ])
  ) { invocation in
    let store = try invocation.store(readOnly: true)
    let explanation = try store.explain(
      invocation.arguments.id(at: "RULE"), invocation.arguments.id(at: "LISTING"))
    let verdict = explanation.verdict
    let document: JSON = [
      "rule_id": .id(explanation.rule.id), "listing_id": .id(explanation.listing.id),
      "matches": .bool(verdict.isMatch), "answer": .string(explanation.answer),
      "criteria": .array(
        verdict.findings.map {
          [
            "criterion": .string($0.criterion.rawValue), "met": .bool($0.isMet), "reason": .string($0.reason),
          ]
        }),
      "matched_words": .array(verdict.matchedWords.map(JSON.string)),
      "alert": explanation.alert.map { AlertDocument($0, title: explanation.listing.title).json } ?? .null,
    ]
    return .document(document) {
      var table = TextTable([.words("criterion"), .whole("met"), .sentence("why")])
      for finding in verdict.findings {
        table.add([finding.criterion.title, finding.isMet ? "yes" : "no", finding.reason])
      }
      return "Rule \(explanation.rule.id), \(explanation.rule.name), and listing \(explanation.listing.id), "
        + "\(PlainText.printable(explanation.listing.title, limit: 80)): \(explanation.answer).\n"
        + table.text(empty: "")
    }
  }
}

extension RulePreview {
  /// As `rule test` answers it.
  fileprivate var json: JSON {
    [
      "matching_count": .count(matchingCount),
      "sample_matches": .array(
        samples.map { sample in
          [
            "listing_id": .id(sample.listing), "title": .string(sample.title),
            "price": .optional(sample.price?.amount), "currency": .optional(sample.price?.currency.code),
            "matched_words": .array(sample.matchedWords.map(JSON.string)),
          ]
        }),
      "removed_by": .array(
        funnel.steps.map { step in
          [
            "criterion": .string(step.criterion.rawValue), "count": .count(step.count), "alone": .count(step.alone),
          ]
        }),
      "expected_per_day": .optional(expectedPerDay), "total": .count(total), "warning": .optional(warning),
    ]
  }

  private var warning: String? {
    guard isTooMuch, let expectedPerDay else { return nil }
    return "about \(Words.number(expectedPerDay.rounded())) alerts a day, more than anybody reads; narrow it"
  }

  fileprivate func text(meaning: String) -> String {
    var text = "\(meaning)\n\(matchingCount) of \(Words.count(total, "listing")) match"
    text += expectedPerDay.map { "; about \(Words.number($0)) a day.\n" } ?? ".\n"
    if let warning { text += "Warning: \(warning).\n" }
    var removed = TextTable([.words("taken away by"), .numbers("listings"), .numbers("by it alone")])
    for step in funnel.steps { removed.add([step.criterion.title, "\(step.count)", "\(step.alone)"]) }
    if !funnel.steps.isEmpty { text += "\n" + removed.text(empty: "") }
    var found = TextTable([.numbers("listing"), .words("title"), .numbers("price"), .words("words")])
    for sample in samples {
      found.add([
        "\(sample.listing)", sample.title, sample.price?.description ?? "", sample.matchedWords.joined(separator: ", "),
      ])
    }
    return samples.isEmpty ? text : text + "\n" + found.text(empty: "")
  }
}

extension Money {
  /// As documents write it beside its currency: 42.5.
  var amount: Double { Double(cents) / 100 }
}
