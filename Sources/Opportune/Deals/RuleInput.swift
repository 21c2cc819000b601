import Core
import Store

/// How commands are told a rule, and whose.
enum RuleInput {
  /// The rule as one line.
  static let line = Flag("rule", .text("LINE"), "A rule as one line, as in 'gaming pc -mac price:200..800'.")

  /// Whose rules, watches or alerts are meant.
  static let person = Flag(
    "person", .id("PERSON"), "Whose.", fallback: "who stands for you, else the first person with rules")

  /// Whose a new rule or watch is.
  static let owner = Flag(
    "person", .id("PERSON"), "Whose it is.", fallback: "who stands for you, made with the first rule or watch")

  /// The line as an argument.
  static let positional = Positional("LINE", .text("LINE"), "The rule as one line.", isRequired: false)

  /// What a rule line is made of, for help.
  static let grammar = """
    A line has, in any order: words, any of which is enough (word, word*, stem:word, "some words"), -word for what \
    leaves a listing out, in:CATEGORY,…, price:LEAST..MOST, condition:NAME or condition>=NAME, score>=0.7, within:10mi \
    of "PLACE" or of LAT,LNG, via:CHANNEL,…, every:immediate|daily|weekly, name:"TEXT", urgent, paused.
    """
}

extension Invocation {
  /// The rule that `LINE` or `--rule` says; nil where neither is given.
  /// - Throws: ``InvalidInput`` with the column of the first mistake.
  func ruleLine(in store: Store) throws -> RuleDraft? {
    let (placed, flagged) = (arguments.positional("LINE"), arguments.text("rule"))
    if placed != nil, flagged != nil { throw CommandLineError.contradiction("LINE", "--rule") }
    guard let line = placed ?? flagged else { return nil }
    return try ruleDraft(line, in: store, field: placed == nil ? "--rule" : "LINE")
  }

  /// A rule line read with the places of a database.
  func ruleDraft(_ line: String, in store: Store, field: String) throws -> RuleDraft {
    do {
      return try RuleLine.parse(line, places: store.knownPlaces())
    } catch let error as RuleLineError {
      throw InvalidInput(field: field, error.description)
    }
  }

  /// The person who is named, else the one that stands for whoever acts, else the first with rules.
  /// - Throws: ``Failure``, not found, where nobody has any.
  func dealPerson(in store: Store) throws -> Person {
    if let id = arguments.id("person", of: Person.self) { return try store.person(id) }
    guard let person = try store.dealPerson(of: actor(in: store)) else {
      throw Failure(
        .notFound, code: "not_found", "nobody has a rule or a watch yet; make one with 'opportune rule create'")
    }
    return person
  }
}
