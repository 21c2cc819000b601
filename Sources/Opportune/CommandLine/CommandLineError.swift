/// What can be wrong with a command line before anything runs.
enum CommandLineError: Error {
  case unknownCommand(String, nearest: String?)
  case unknownVerb(noun: String, verb: String, known: [String], nearest: String?)
  case missingVerb(noun: String, known: [String])
  case unknownFlag(String, command: String, nearest: String?)
  case missingValue(flag: String, placeholder: String)
  case unwantedValue(flag: String)
  case repeatedFlag(String)
  case missingFlag(String, usage: String)
  case missingArgument(String, usage: String)
  case unwantedArgument(String, usage: String)
  case badValue(name: String, value: String, objection: String, nearest: String? = nil)
  /// Two things that cannot both be given.
  case contradiction(String, String)
}

extension CommandLineError {
  /// Machine-readable kind, the `code` of an error document.
  var code: String {
    switch self {
    case .unknownCommand, .unknownVerb: "unknown_command"
    case .missingVerb: "missing_command"
    case .unknownFlag: "unknown_flag"
    case .missingValue: "missing_value"
    case .unwantedValue, .unwantedArgument: "unwanted_value"
    case .repeatedFlag: "repeated_flag"
    case .missingFlag, .missingArgument: "missing_argument"
    case .badValue, .contradiction: "invalid_value"
    }
  }

  /// The flag or argument at fault, as a person wrote it; empty where it is the command.
  var field: String {
    switch self {
    case .unknownCommand, .unknownVerb, .missingVerb: ""
    case .unknownFlag(let flag, _, _), .missingValue(let flag, _), .unwantedValue(let flag), .repeatedFlag(let flag),
      .missingFlag(let flag, _):
      "--\(flag)"
    case .missingArgument(let name, _): name
    case .unwantedArgument(let value, _): value
    case .badValue(let name, _, _, _), .contradiction(let name, _): name
    }
  }

  /// What is wrong and what to do, in words.
  var sentence: String {
    switch self {
    case .unknownCommand(let word, let nearest):
      "there is no command '\(word)'; "
        + (nearest.map { "did you mean 'opportune \($0)'?" } ?? "'opportune help' lists them")
    case .unknownVerb(let noun, let verb, let known, let nearest):
      "there is no '\(noun) \(verb)'; "
        + (nearest.map { "did you mean 'opportune \(noun) \($0)'?" } ?? "use one of \(known.joined(separator: ", "))")
    case .missingVerb(let noun, let known):
      "'\(noun)' needs one of \(known.joined(separator: ", ")) after it"
    case .unknownFlag(let flag, let command, let nearest):
      "there is no flag --\(flag) here; "
        + (nearest.map { "did you mean --\($0)?" } ?? "'\(Self.help(command))' lists them")
    case .missingValue(let flag, let placeholder): "--\(flag) needs a value: --\(flag) \(placeholder)"
    case .unwantedValue(let flag): "--\(flag) takes no value; leave out what follows the '='"
    case .repeatedFlag(let flag): "--\(flag) is given twice; give it once"
    case .missingFlag(let flag, let usage): "--\(flag) is missing; usage: \(usage)"
    case .missingArgument(let name, let usage): "\(name) is missing; usage: \(usage)"
    case .unwantedArgument(let value, let usage): "'\(value)' is one argument too many; usage: \(usage)"
    case .badValue(let name, let value, let objection, let nearest):
      "\(name) \(objection), not '\(value)'" + (nearest.map { "; did you mean \($0)?" } ?? "")
    case .contradiction(let one, let other): "\(one) and \(other) contradict each other; give one of them"
    }
  }

  private static func help(_ command: String) -> String {
    command.isEmpty ? "opportune help" : "opportune help \(command)"
  }
}
