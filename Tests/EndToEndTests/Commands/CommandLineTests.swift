import Core
import Testing

/// The frame around every command: words, flags, errors, statuses, broken outputs.
@Suite struct CommandLineTests {
  /// Words, the code of their error and a part of its sentence.
  static let mistakes: [(words: [String], code: String, part: String)] = [
    (["scroe"], "unknown_command", "did you mean 'opportune score'?"),
    (["frobnicate"], "unknown_command", "'opportune help' lists them"),
    (["help", "scroe"], "unknown_command", "did you mean 'opportune score'?"),
    (["version", "--jsno"], "unknown_flag", "did you mean --json?"),
    (["version", "now"], "unwanted_value", "one argument too many"),
    (["version", "--json=yes"], "unwanted_value", "takes no value"),
    (["version", "--now"], "missing_value", "--now TIME"),
    (["version", "--now", "noon"], "invalid_value", "must be an instant"),
    (["version", "--seed", "-1"], "invalid_value", "at least 0"),
    (["version", "--seed", "1", "--seed", "2"], "repeated_flag", "given twice"),
    (["version", "--as", "king:me"], "invalid_value", "operator:NAME"),
    (["completions"], "missing_argument", "SHELL is missing"),
    (["completions", "tcsh"], "invalid_value", "bash, zsh, fish"),
  ]

  @Test(arguments: mistakes.indices)
  func saysWhatIsWrongAndWhatToDo(example: Int) throws {
    let (words, code, part) = Self.mistakes[example]
    let program = try OpportuneProgram()
    let plain = try program.run(words)
    #expect(plain.status == 2)
    #expect(plain.output.isEmpty)
    #expect(plain.errors.hasPrefix("opportune: "))
    #expect(plain.errors.contains(part), "\(plain.errors)")
    let machine = try program.run(["--json"] + words)
    #expect(machine.status == 2)
    #expect(machine.json["error"]["code"].text == code)
    #expect(machine.json["error"]["message"] != nil)
  }

  @Test func globalFlagsStandAnywhereAndTwoDashesEndThem() throws {
    let program = try OpportuneProgram()
    #expect(try program.run("--json", "version").json["name"].text == "opportune")
    #expect(try program.run("version", "--json", "--seed=3", "--now=2026-11-21T17:42:00Z").status == 0)
    #expect(try program.run("help", "--", "--json").status == 2)
  }

  @Test func helpIsEverywhere() throws {
    let program = try OpportuneProgram()
    for words in [["--help"], ["help"], ["-h"]] {
      let run = try program.run(words)
      #expect(run.status == 0)
      #expect(run.output.contains("Usage: opportune [COMMAND] [flags]"))
    }
    for (name, command) in Catalogue.commands where !name.isEmpty {
      let words = name.split(separator: " ").map(String.init)
      let page = try program.run(words + ["--help"]).output
      #expect(page.hasPrefix("Usage: opportune \(name)"))
      #expect(try program.run(["help"] + words).output == page)
      for flag in command["flags"].list { #expect(page.contains("--\(flag["name"].text)"), "\(name)") }
    }
  }

  @Test func helpForScriptsFitsItsOwnShape() throws {
    #expect(Catalogue.commands.count > 4)
    #expect(JSONSchema.problems(Catalogue.document, Catalogue.output(of: "help")) == [])
    let statuses = Catalogue.document["exit_statuses"].list.map { $0["status"].number }
    #expect(statuses == [0, 1, 2, 3, 4, 5, 6, 7])
  }

  @Test func escapeSequencesInWordsNeverReachTheTerminal() throws {
    let run = try OpportuneProgram().run("\u{1B}[31mred", "--json")
    #expect(run.status == 2)
    #expect(!run.errors.contains("\u{1B}"))
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test func aReaderThatHasHadEnoughIsNoError() throws {
    let run = try OpportuneProgram().shell("\"$opportune\" help --json | head -c 10; echo \" ${PIPESTATUS[0]}\"")
    #expect(run.output.hasSuffix(" 0\n"))
    #expect(run.errors.isEmpty)
  }

  @Test func aFullDiskOnTheOutputIsReported() throws {
    let run = try OpportuneProgram().shell("\"$opportune\" help > /dev/full")
    #expect(run.status == 1)
    #expect(run.errors.contains("No space left on device"))
  }

  @Test func completionsNameEveryCommandAndBashTakesThem() throws {
    let program = try OpportuneProgram()
    for shell in ["bash", "zsh", "fish"] {
      let script = try program.run("completions", shell).output
      for (name, _) in Catalogue.commands {
        for word in name.split(separator: " ") { #expect(script.contains(word), "\(shell) lacks \(name)") }
      }
    }
    let line = "source <(\"$opportune\" completions bash); COMP_WORDS=(opportune vers); COMP_CWORD=1; _opportune; "
    #expect(try program.shell(line + "echo ${COMPREPLY[@]}").output == "version\n")
    let choice =
      "source <(\"$opportune\" completions bash); COMP_WORDS=(opportune version --js); COMP_CWORD=2; _opportune; "
    #expect(try program.shell(choice + "echo ${COMPREPLY[@]}").output == "--json\n")
  }

  @Test func theManualHoldsEveryCommand() throws {
    let page = try OpportuneProgram().run("manual").output
    #expect(page.hasPrefix(".TH OPPORTUNE 1"))
    for (name, _) in Catalogue.commands where !name.isEmpty {
      #expect(page.contains(".SS \(name.replacing("-", with: "\\-"))\n"), "\(name)")
    }
  }
}
