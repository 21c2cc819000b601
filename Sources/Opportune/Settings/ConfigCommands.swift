import Core

/// `config`: what is settled, where, and whether it makes sense.
enum ConfigCommands {
  static let all = [show, path, check]

  private static let show = Command(
    ["config", "show"], "Show every setting, its value, and where that comes from.", access: .everyone,
    explanation: """
      Flags stand above the environment, that above config.json, and that above the defaults. The flags of the dashboard \
      can be given here to see what they would do. What is faulty in the file does not count and is listed below.
      """,
    flags: Settings.flags, examples: ["opportune config show"],
    output: .fields([
      "path": .string,
      "settings": .array(
        .fields(["key": .string, "value": .any, "origin": .string, "default": .any, "allowed": .array(.string)])),
      "faults": faultSchema,
    ])
  ) { invocation in
    let settings = Settings(invocation)
    let file = try ConfigFile(invocation.environment)
    let faults = try file.text().map { Config(parsing: $0).faults } ?? []
    let rows = ConfigKey.allCases.map { key in
      (key: key, value: settings.values[key]?.value ?? key.fallback, origin: settings.values[key]?.origin ?? .fallback)
    }
    let document: JSON = [
      "path": .string(file.path),
      "settings": .array(
        rows.map { row in
          [
            "key": .string(row.key.rawValue), "value": row.value, "origin": .string(row.origin.name),
            "default": row.key.fallback, "allowed": .array(row.key.choices.map(JSON.string)),
          ]
        }),
      "faults": json(of: faults),
    ]
    return .document(document) {
      var table = TextTable([.whole("setting"), .words("value"), .whole("from"), .sentence("what it is for")])
      for row in rows { table.add([row.key.rawValue, text(row.value), row.origin.name, row.key.purpose]) }
      return table.text(empty: "") + "\n\(file.path)\n" + faults.map { "  \($0.sentence)\n" }.joined()
    }
  }

  private static let faultSchema: Schema = .array(
    .fields(["line": .nullable(.integer), "field": .string, "message": .string]))

  private static func json(of faults: [Config.Fault]) -> JSON {
    .array(
      faults.map {
        ["line": $0.line.map(JSON.count) ?? .null, "field": .string($0.field), "message": .string($0.message)]
      })
  }

  private static func text(_ value: JSON) -> String {
    switch value {
    case .string(let word): word
    case .bool(let isOn): isOn ? "true" : "false"
    case .object(let members): members.isEmpty ? "--" : Words.count(members.count, "command")
    default: value.text()
    }
  }

  private static let path = Command(
    ["config", "path"], "Print where the configuration is looked for.", access: .everyone,
    output: .fields(["path": .string])
  ) { invocation in
    let file = try ConfigFile(invocation.environment)
    return .document(["path": .string(file.path)]) { file.path }
  }

  private static let check = Command(
    ["config", "check"], "Check a configuration and name every fault.", access: .everyone,
    explanation: "Exits with 2 if there is any.",
    positionals: [Positional("FILE", .file("FILE"), "The file; else the configuration itself.", isRequired: false)],
    examples: ["opportune config check"],
    output: .fields([
      "path": .string, "ok": .boolean, "faults": faultSchema,
    ])
  ) { invocation in
    let given = invocation.arguments.positional("FILE")
    let file = try given.map { ConfigFile(path: $0) } ?? ConfigFile(invocation.environment)
    let bytes = try file.text()
    if bytes == nil, given != nil {
      throw Failure(.notFound, code: "not_found", "there is no file \(file.path); check the path", field: "FILE")
    }
    let faults = bytes.map { Config(parsing: $0).faults } ?? []
    let document: JSON = [
      "path": .string(file.path), "ok": .bool(faults.isEmpty),
      "faults": json(of: faults),
    ]
    return .document(document, status: faults.isEmpty ? .done : .invalid) {
      if bytes == nil { return "there is no \(file.path), so the defaults hold\n" }
      if faults.isEmpty { return "\(file.path) is in order\n" }
      return faults.map { "\(file.path): \($0.sentence)\n" }.joined()
    }
  }
}
