import Core

/// The flags every command takes.
struct GlobalFlags: Sendable {
  /// JSON on standard output instead of text.
  let json: Bool
  /// The database file named by flag; the environment and the default come after it.
  let database: String?
  /// The demo's own file instead.
  let demo: Bool
  /// Nothing may be written: so for an analyst, whatever the flags say.
  let readOnly: Bool
  /// Whether that was asked for, and is not only what an analyst's role means.
  let asksReadOnly: Bool
  /// A fixed clock; nil is the machine's.
  let now: Timestamp?
  let seed: UInt64?
  /// Who acts: by flag, by environment, or the operator of this account.
  let identity: Identity

  /// As data, for parsing and help.
  static let all: [Flag] = [
    .switch("json", "Print one JSON document instead of text."),
    Flag(
      "database", .file("PATH"), "The database file.",
      fallback: "OPPORTUNE_DATABASE, then opportune/opportune.db under the XDG data folder"),
    .switch("demo", "Use the demo's own database where --database names none."),
    .switch("read-only", "Open the database read-only; whatever would change something is refused."),
    Flag("now", .instant, "Fix the clock.", fallback: "the machine's clock; a demo's own, see 'help demo init'"),
    Flag("seed", .integer("N", 0...Int64.max), "Fix the randomness.", fallback: "1 where the result is kept"),
    Flag(
      "as", .text("ROLE:NAME"), "Who acts: operator:NAME or analyst:NAME.",
      fallback: "OPPORTUNE_ACTOR, then operator:$USER"),
    Flag(
      "key-file", .file("FILE"), "Act as the partner whose key the file holds.",
      fallback: "the key in OPPORTUNE_PARTNER_KEY, if any"),
    .switch("help", "Explain the command instead of running it."),
  ]

  /// Who acts is looked at whether or not the command asks.
  /// - Throws: ``CommandLineError`` or ``Failure`` where it cannot be told who acts.
  init(_ arguments: Arguments, environment: Environment, access: Access) throws {
    json = arguments.has("json")
    database = arguments.text("database")
    demo = arguments.has("demo")
    now = arguments.instant("now")
    seed = arguments.integer("seed").map { UInt64($0) }
    identity = try Identity(arguments, environment)
    asksReadOnly = arguments.has("read-only")
    readOnly = asksReadOnly || identity.role == .analyst && !access.letsAnalystsWrite
  }
}
