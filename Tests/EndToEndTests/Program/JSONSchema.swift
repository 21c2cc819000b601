import Core

/// Checks a document against the part of JSON Schema that `help --json` uses.
enum JSONSchema {
  /// What is wrong with a document, each with its path; empty if nothing is.
  static func problems(_ document: JSON, _ schema: JSON, at path: String = "$") -> [String] {
    if case .array(let shapes) = schema["anyOf"] {
      let tries = shapes.map { problems(document, $0, at: path) }
      guard !tries.contains([]) else { return [] }
      return tries.min { $0.count < $1.count } ?? []
    }
    if case .array(let words) = schema["enum"], !words.contains(document) {
      return ["\(path): \(document.text()) is none of \(words.map { $0.text() })"]
    }
    guard case .string(let type) = schema["type"] else { return [] }
    switch (type, document) {
    case ("string", .string), ("boolean", .bool), ("integer", .integer), ("number", .integer), ("number", .number),
      ("null", .null):
      return []
    case ("array", .array(let elements)):
      return elements.enumerated().flatMap { position, element in
        problems(element, schema["items"] ?? [:], at: "\(path)[\(position)]")
      }
    case ("object", .object(let members)):
      return object(members, schema, at: path)
    default:
      return ["\(path): \(document.text().prefix(60)) is no \(type)"]
    }
  }

  private static func object(_ members: [JSON.Member], _ schema: JSON, at path: String) -> [String] {
    var problems: [String] = []
    let names = Set(members.map(\.name))
    if case .array(let required) = schema["required"] {
      for case .string(let name) in required where !names.contains(name) { problems.append("\(path): no \(name)") }
    }
    for member in members {
      if let known = schema["properties"]?[member.name] {
        problems += Self.problems(member.value, known, at: "\(path).\(member.name)")
      } else if schema["additionalProperties"] == false {
        problems.append("\(path): unexpected \(member.name)")
      } else if let other = schema["additionalProperties"] {
        problems += Self.problems(member.value, other, at: "\(path).\(member.name)")
      }
    }
    return problems
  }
}
