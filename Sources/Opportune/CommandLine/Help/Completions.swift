/// Shell completions, made from the table of commands.
struct Completions {
  /// A shell that completes words.
  enum Shell: String, CaseIterable {
    case bash, zsh, fish
  }

  private let commands: [Command]

  init(_ commands: [Command]) {
    self.commands = commands.filter { !$0.words.isEmpty }
  }

  /// The script to load in a shell.
  func script(for shell: Shell) -> String {
    switch shell {
    case .bash: bash
    case .zsh: "#compdef opportune\nautoload -U +X bashcompinit && bashcompinit\n" + bash
    case .fish: fish
    }
  }

  private var nouns: [String] { words(after: []) }

  /// The words that lead on from some words, each once.
  private func words(after path: [String]) -> [String] {
    unique(commands.map(\.words).filter { $0.count > path.count && $0.starts(with: path) }.map { $0[path.count] })
  }

  /// Every beginning of a command that is not whole yet: a noun, or a noun and what it holds.
  private var beginnings: [[String]] {
    var found: [[String]] = []
    for words in commands.map(\.words) {
      for length in 1..<max(1, words.count) where !found.contains(Array(words.prefix(length))) {
        found.append(Array(words.prefix(length)))
      }
    }
    return found
  }

  private func unique(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }

  private var bash: String {
    let flagCases = commands.map { command in
      let flags = (command.flags + GlobalFlags.all).map { "--\($0.name)" }.joined(separator: " ")
      return "    \"\(command.name)\") words=\"\(flags)\" ;;\n"
    }.joined()
    let valueCases = unique((commands.flatMap(\.flags) + GlobalFlags.all).map(\.name)).compactMap(valueCase).joined()
    return """
      _opportune() {
        local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" words="" command="" i
        local -a path=()
        COMPREPLY=()
        case "$before" in
      \(valueCases)  esac
        for ((i = 1; i < COMP_CWORD; i++)); do
          case "${COMP_WORDS[i]}" in
            \(valueFlags)) ((i++)) ;;
            -*) ;;
            *) path+=("${COMP_WORDS[i]}") ;;
          esac
        done
        for i in \(lengths); do
          command="${path[*]:0:i}"
          case "$command" in \(names)) break ;; esac
        done
        if [[ $word == -* ]]; then
          case "$command" in
      \(flagCases)  esac
        elif [[ ${#path[@]} -eq 0 ]]; then
          words="\(nouns.joined(separator: " "))"
        else
          case "${path[*]}" in
      \(verbCases)    esac
        fi
        if [[ -n $words ]]; then
          COMPREPLY=($(compgen -W "$words" -- "$word"))
        else
          COMPREPLY=($(compgen -f -- "$word"))
        fi
      }
      complete -o filenames -F _opportune opportune

      """
  }

  /// What follows the words of a command: the verbs of a noun, or the choices of a first argument.
  private var verbCases: String {
    let nouns = beginnings.map { ($0.joined(separator: " "), words(after: $0)) }
    let choices = commands.map { ($0.name, $0.positionals.first?.kind.choices ?? []) }.filter { !$0.1.isEmpty }
    return (nouns + choices).map { "      \"\($0)\") words=\"\($1.joined(separator: " "))\" ;;\n" }.joined()
  }

  /// Flags that take the next word with them.
  private var valueFlags: String {
    unique((commands.flatMap(\.flags) + GlobalFlags.all).filter { $0.kind != nil }.map { "--\($0.name)" })
      .joined(separator: "|")
  }

  /// How many words a command has, the longest first.
  private var lengths: String {
    Set(commands.map(\.words.count)).sorted(by: >).map(String.init).joined(separator: " ")
  }

  /// Every command, as a pattern.
  private var names: String { commands.map { "\"\($0.name)\"" }.joined(separator: "|") }

  private func valueCase(_ name: String) -> String? {
    guard let flag = (commands.flatMap(\.flags) + GlobalFlags.all).first(where: { $0.name == name }),
      let kind = flag.kind
    else { return nil }
    let reply = kind.choices.isEmpty ? "-f" : "-W \"\(kind.choices.joined(separator: " "))\""
    return "    --\(name)) COMPREPLY=($(compgen \(reply) -- \"$word\")); return ;;\n"
  }

  private var fish: String {
    var lines = ["complete -c opportune -f"]
    for noun in nouns {
      lines.append("complete -c opportune -n __fish_use_subcommand -a \(noun) -d \(quoted(title(of: [noun])))")
    }
    for path in beginnings {
      lines += words(after: path).map { word in
        "complete -c opportune -n '\(fishCondition(path))' -a \(word) -d \(quoted(title(of: path + [word])))"
      }
    }
    for command in commands {
      lines += command.flags.map { fishLine($0, condition: " -n '\(fishCondition(command.words))'") }
    }
    lines += GlobalFlags.all.map { fishLine($0, condition: "") }
    return lines.joined(separator: "\n") + "\n"
  }

  private func fishCondition(_ words: [String]) -> String {
    words.map { "__fish_seen_subcommand_from \($0)" }.joined(separator: "; and ")
  }

  private func title(of path: [String]) -> String {
    let own = commands.filter { $0.words.starts(with: path) }
    return own.count == 1 ? own[0].summary : words(after: path).joined(separator: ", ")
  }

  private func fishLine(_ flag: Flag, condition: String) -> String {
    var line = "complete -c opportune\(condition) -l \(flag.name)"
    if let kind = flag.kind {
      line += " -r"
      if case .file = kind { line += " -F" }
      if !kind.choices.isEmpty { line += " -a '\(kind.choices.joined(separator: " "))'" }
    }
    return line + " -d \(quoted(flag.meaning))"
  }

  private func quoted(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
