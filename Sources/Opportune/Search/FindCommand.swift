import Core
import Store

/// `find`: what `g` does in the dashboard, for scripts.
enum FindCommand {
  private static let kinds = SearchTarget.Kind.allCases.map(\.rawValue)

  /// The command.
  static let command = Command(
    ["find"], "Find a claim, session, person, offer, partner, experiment, campaign, rule, watch or listing.",
    access: .everyone,
    explanation: """
      Looks for a claim by its code, for sessions by number and by the place of those that run now, for everything else \
      by its name or number; letters may be left out. Listings are found by the beginnings of words of their title, \
      text and tags. Rules and watches are those of one person. A mistyped claim code is told by its check character.
      """,
    positionals: [Positional("WORDS", .text("WORDS"), "A code, a number, or a few letters.", isRepeatable: true)],
    flags: [
      Flag("kind", .choice(kinds), "Only of this kind.", fallback: "every kind", isRepeatable: true),
      RuleInput.person,
      Flag("limit", .integer("N", 1...1000), "Most results.", fallback: "\(SearchRanking.longest)"),
    ],
    examples: [
      "opportune find 7K39-QXV4-M2T --demo", "opportune find sunset --kind offer --limit 5 --demo",
      "opportune find gaming --kind rule --kind listing --demo",
    ],
    output: .fields([
      "query": .string, "claim_code": .choice(SearchAnswer.CodeReading.allCases.map(\.rawValue)),
      "results": .array(
        .fields([
          "kind": .choice(kinds), "id": .integer, "title": .string, "detail": .string,
          "found_by": .choice(SearchResult.Why.allCases.map(\.rawValue)), "session_id": .nullable(.integer),
        ])),
    ])
  ) { invocation in
    let arguments = invocation.arguments
    let query = arguments.positionals("WORDS").joined(separator: " ")
    let chosen = Set(arguments.texts("kind").compactMap(SearchTarget.Kind.init(rawValue:)))
    let store = try invocation.store(readOnly: true)
    let answer = try store.search(
      query, kinds: chosen.isEmpty ? Set(SearchTarget.Kind.allCases) : chosen,
      limit: Int(arguments.integer("limit") ?? Int64(SearchRanking.longest)), of: arguments.id("person"),
      for: invocation.actor(in: store),
      now: invocation.now(in: store))
    return .document([
      "query": .string(query), "claim_code": .string(answer.code.rawValue),
      "results": .array(answer.results.map(\.json)),
    ]) { text(answer) }
  }

  private static func text(_ answer: SearchAnswer) -> String {
    switch answer.code {
    case .mistyped where answer.results.isEmpty:
      return "This claim code is mistyped: its check character does not fit the others.\n"
    case .unknown where answer.results.isEmpty: return "The code is well formed, but no claim has it.\n"
    default: break
    }
    var table = TextTable([.words("kind"), .numbers("id"), .words("name"), .words("what it is"), .words("found by")])
    for result in answer.results {
      table.add([
        result.target.kind.rawValue, String(result.target.id), result.title, result.detail, result.why.rawValue,
      ])
    }
    return table.text(empty: "Nothing has this name, number or place.")
  }
}

extension SearchResult {
  /// The result as in every document.
  fileprivate var json: JSON {
    [
      "kind": .string(target.kind.rawValue), "id": .integer(target.id), "title": .string(title),
      "detail": .string(detail), "found_by": .string(why.rawValue), "session_id": .id(session?.id),
    ]
  }
}
