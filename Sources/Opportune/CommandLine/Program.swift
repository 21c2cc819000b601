import Canvas
import Core
import Glibc

/// One run of the program, from its words to its exit status.
struct Program {
  private let commands: [Command]
  private let environment: Environment
  private let output = StandardOutput()

  init(_ commands: [Command], environment: Environment) {
    self.commands = commands
    self.environment = environment
  }

  /// Does what the words ask, prints the answer or the failure, and returns the status to exit with.
  func run(_ words: [String]) -> ExitStatus {
    // A reader that has gone is an error of `write`, not the end of the process.
    signal(SIGPIPE, SIG_IGN)
    let status: ExitStatus
    do {
      status = try answer(words)
    } catch OutputError.closed {
      return .done
    } catch {
      status = report(Failure(describing: error), asJSON: words.prefix { $0 != "--" }.contains("--json"))
    }
    do {
      try output.flush()
      return status
    } catch .closed {
      return status
    } catch {
      return report(Failure(describing: error), asJSON: false)
    }
  }

  private func answer(_ words: [String]) throws -> ExitStatus {
    switch try CommandLineParser(commands).parse(words) {
    case .help(let path, let arguments):
      let answer = try HelpTopic(commands, path: path).answer(asJSON: arguments.has("json"))
      return try print(answer, asJSON: arguments.has("json"))
    case .run(let command, let arguments):
      let globals = try GlobalFlags(arguments, environment: environment, access: command.access)
      try command.access.demand(globals.identity.role, running: command, arguments)
      let invocation = Invocation(
        arguments: arguments, globals: globals, environment: environment, output: output)
      return try print(try command.run(invocation), asJSON: globals.json)
    }
  }

  private func print(_ answer: Answer, asJSON: Bool) throws(OutputError) -> ExitStatus {
    switch answer {
    case .written(let status): return status
    case .document(let document, let status, let text):
      var lines = asJSON ? document.text() : text()
      if !lines.hasSuffix("\n") { lines += "\n" }
      try output.write(lines)
      return status
    }
  }

  private func report(_ failure: Failure, asJSON: Bool) -> ExitStatus {
    if asJSON { try? output.write(failure.document.text() + "\n") }
    let errors = StandardOutput(descriptor: STDERR_FILENO)
    try? errors.write("opportune: \(Printable.sanitised(failure.line))\n")
    try? errors.flush()
    return failure.status
  }
}
