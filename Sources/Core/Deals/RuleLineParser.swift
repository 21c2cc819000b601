/// Reads a rule line from left to right.
struct RuleLineParser {
  init(_ line: String, places: KnownPlaces) {}

  mutating func draft() throws(RuleLineError) -> RuleDraft { RuleDraft() }
}
