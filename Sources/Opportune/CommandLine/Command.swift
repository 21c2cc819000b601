/// One thing the program does from the command line, as data: parsing, help, completions, the manual and the tests
/// are all made from it.
struct Command: Sendable {
  /// How a command's answer is laid out on standard output.
  enum OutputForm: String, Sendable {
    /// One JSON document, or text for people.
    case document
    /// One JSON object a line.
    case lines
    /// Text only.
    case text
  }

  /// Noun and verb, or one word; empty for the dashboard.
  let words: [String]
  /// One sentence, as in a list of commands.
  let summary: String
  /// Who may run it.
  let access: Access
  /// What a person should know before using it.
  let explanation: String
  let positionals: [Positional]
  let flags: [Flag]
  let examples: [String]
  /// What it reads from standard input; nil if nothing.
  let input: Schema?
  let outputForm: OutputForm
  /// What it answers, each line of it where the form is lines; nil where it answers text.
  let output: Schema?
  let run: @Sendable (Invocation) throws -> Answer

  init(
    _ words: [String], _ summary: String, access: Access, explanation: String = "",
    positionals: [Positional] = [], flags: [Flag] = [], examples: [String] = [], input: Schema? = nil,
    outputForm: OutputForm = .document, output: Schema?, run: @escaping @Sendable (Invocation) throws -> Answer
  ) {
    self.words = words
    self.summary = summary
    self.access = access
    self.explanation = explanation
    self.positionals = positionals
    self.flags = flags
    self.examples = examples
    self.input = input
    self.outputForm = outputForm
    self.output = output
    self.run = run
  }

  /// As a person types it after the program's name: `offer accept`.
  var name: String { words.joined(separator: " ") }

  /// The usage line, without the global flags.
  var usage: String {
    let required = flags.filter(\.isRequired).map(\.usage)
    let rest = flags.contains { !$0.isRequired } ? ["[flags]"] : []
    return (["opportune"] + words + positionals.map(\.usage) + required + rest).joined(separator: " ")
  }
}
