import Core

/// `rule match`: which of some listings satisfy which of some rules, without a database.
enum RuleMatchCommand {
  /// The command.
  static let command = Command(
    ["rule", "match"], "Match a file of listings against a file of rules.", access: .everyone,
    explanation: """
      Both files hold a JSON object a line, each with an id of any kind. Every match is one line, listings as read and \
      rules as read within each; then totals and seconds go to standard error. A line that is no rule or no listing \
      answers with its error, the others go on, and the status is 2 if any failed. A price without a currency is in USD. \
      An index leads from a listing to its rules; --brute-force holds every listing against every rule instead, with \
      the same answer. No database is needed.
      """,
    flags: [
      Flag("rules", .file("FILE"), "rules, a JSON object a line", isRequired: true),
      Flag("listings", .file("FILE"), "listings, a JSON object a line", isRequired: true),
      .switch("brute-force", "compare every listing with every rule, to check the index"),
    ],
    examples: ["opportune rule match --rules rules.ndjson --listings listings.ndjson"],
    outputForm: .lines,
    output: .oneOf([.fields(["rule_id": .any, "listing_id": .any]), LineAnswers.errorSchema])
  ) { invocation in
    var run = RuleMatchRun(output: invocation.output)
    try run.readRules(invocation.arguments.text("rules") ?? "-")
    try run.readListings(invocation.arguments.text("listings") ?? "-")
    try run.match(bruteForce: invocation.arguments.has("brute-force"))
    return .written(run.errors == 0 ? .done : .invalid)
  }
}
