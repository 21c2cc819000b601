import Core
import Store

/// `rule create|edit|list|show|delete|pause|resume`.
enum RuleCommands {
  /// All of them.
  static let all = [create, edit, list, show, delete, pause, resume, RuleTestCommands.test, RuleTestCommands.explain]

  /// The rule a command is about.
  static let position = Positional("RULE", .id("RULE"), "The rule's id.")
  private static let output: Schema = .fields(["rule": RuleDocument.schema])

  private static let create = Command(
    ["rule", "create"], "Tell what you wait for; listings that come or change from now on are held against it.",
    access: .operators, explanation: RuleInput.grammar, positionals: [RuleInput.positional],
    flags: [
      RuleInput.line, RuleInput.owner, Flag("name", .text("TEXT"), "What it is called.", fallback: "its first words"),
      .switch("look-back", "Tell of what is there already, too."), .input,
    ],
    examples: [
      "opportune rule create 'gaming pc -mac in:electronics price:200..800 within:10mi of \"George Town\"' --demo",
      "opportune rule create 'lamp* condition>=good every:daily' --name lamps --look-back",
    ],
    input: RuleDocument.inputSchema, output: output
  ) { invocation in
    let store = try invocation.store()
    guard var draft = try said(nil, invocation, in: store) else {
      throw InvalidInput(.missingField, field: "LINE", "is missing; give a rule line, or --input - and a document")
    }
    if let name = invocation.arguments.text("name") { draft.name = name }
    let rule = try store.createRule(
      draft, of: invocation.arguments.id("person"), lookBack: invocation.arguments.has("look-back"),
      by: invocation.actor(in: store), now: invocation.now(in: store))
    return answer(rule, in: store)
  }

  private static let edit = Command(
    ["rule", "edit"], "Change what a rule asks for, from now on.", access: .operators,
    explanation: """
      A line replaces all of the rule but its name, which stays unless the line or --name gives another; a document \
      changes what it names. What the rule raised and has not told yet is cancelled where it would not raise it any \
      more. \(RuleInput.grammar)
      """,
    positionals: [position, RuleInput.positional],
    flags: [
      RuleInput.line, Flag("name", .text("TEXT"), "What it is called."), .input,
      Flag("version", .integer("N", 1...Int64.max), "Only if this is still its version."),
    ],
    examples: ["opportune rule edit 3 'gaming pc -mac price:200..700'", "opportune rule edit 3 --name 'cheap PC'"],
    input: RuleDocument.inputSchema, output: output
  ) { invocation in
    let store = try invocation.store()
    let current = try store.rule(invocation.arguments.id(at: "RULE"))
    let name = invocation.arguments.text("name")
    guard var draft = try said(current, invocation, in: store) ?? name.map({ _ in RuleDraft(current) }) else {
      throw InvalidInput(
        .missingField, field: "LINE", "is missing; give a rule line, --name, or --input - and a document")
    }
    draft.name = name ?? draft.name ?? current.name
    let rule = try store.editRule(
      current.id, draft, version: invocation.arguments.integer("version").map { Int(clamping: $0) },
      by: invocation.actor(in: store), now: invocation.now(in: store))
    return answer(rule, in: store)
  }

  private static let list = Command(
    ["rule", "list"], "List a person's rules.", access: .staff, flags: [RuleInput.person],
    examples: ["opportune rule list --demo"],
    output: .fields(["person": .named, "rules": .array(RuleDocument.schema)])
  ) { invocation in
    let store = try invocation.store(readOnly: true)
    let person = try invocation.dealPerson(in: store)
    let rules = try store.rules(of: person.id)
    return .document(["person": person.named, "rules": .array(rules.map { RuleDocument($0).json })]) {
      var table = TextTable([
        .numbers("rule"), .words("name"), .whole("state"), .whole("last triggered"), .sentence("what it asks for"),
      ])
      for rule in rules {
        let state = rule.isEnabled ? rule.isUrgent ? "urgent" : "on" : "paused"
        table.add([
          "\(rule.id)", rule.name, state,
          rule.lastTriggeredAt?.text(in: SystemZones.zones.table(person.zone)) ?? "never",
          RuleWords.meaning(rule.terms),
        ])
      }
      return table.text(empty: "\(person.name) has no rule.")
    }
  }

  private static let show = Command(
    ["rule", "show"], "Show a rule.", access: .staff, positionals: [position], output: output
  ) { invocation in
    let store = try invocation.store(readOnly: true)
    return answer(try store.rule(invocation.arguments.id(at: "RULE")), in: store)
  }

  private static let delete = Command(
    ["rule", "delete"], "Remove a rule; what it raised and has not told yet is cancelled.", access: .operators,
    positionals: [position], output: .fields(["deleted": .integer])
  ) { invocation in
    let store = try invocation.store()
    let rule = try store.deleteRule(
      invocation.arguments.id(at: "RULE"), by: invocation.actor(in: store), now: invocation.now(in: store))
    return .document(["deleted": .id(rule.id)]) {
      "Rule \(rule.id), \(rule.name), is gone; 'opportune undo' brings it back.\n"
    }
  }

  private static let pause = Command(
    ["rule", "pause"], "Keep a rule silent until it is resumed.", access: .operators, positionals: [position],
    output: output
  ) { invocation in
    let store = try invocation.store()
    let rule = try store.pauseRule(
      invocation.arguments.id(at: "RULE"), by: invocation.actor(in: store), now: invocation.now(in: store))
    return answer(rule, in: store)
  }

  private static let resume = Command(
    ["rule", "resume"], "Let a paused rule speak again, of what comes from now on.", access: .operators,
    positionals: [position],
    flags: [.switch("catch-up", "Also of what came while it was paused.")], output: output
  ) { invocation in
    let store = try invocation.store()
    let rule = try store.resumeRule(
      invocation.arguments.id(at: "RULE"), catchUp: invocation.arguments.has("catch-up"),
      by: invocation.actor(in: store), now: invocation.now(in: store))
    return answer(rule, in: store)
  }

  /// What a line or a document says of a rule; nil where neither is given.
  private static func said(_ current: AlertRule?, _ invocation: Invocation, in store: Store) throws -> RuleDraft? {
    guard invocation.arguments.has("input") else { return try invocation.ruleLine(in: store) }
    if invocation.arguments.has("rule") || invocation.arguments.positional("LINE") != nil {
      throw CommandLineError.contradiction("LINE", "--input")
    }
    let document = try StandardInput.document()
    guard let current else { return try RuleDraft(facts: document) }
    return try RuleDraft(facts: JSON.object(RuleDraft(current).facts).merging(document))
  }

  private static func answer(_ rule: AlertRule, in store: Store) -> Answer {
    let document = RuleDocument(rule)
    return .document(["rule": document.json]) { document.text(zone: SystemZones.zones.table(store.world.zone)) }
  }
}

extension Person {
  /// `{"id","name"}`.
  var named: JSON { ["id": .id(id), "name": .string(name)] }
}
