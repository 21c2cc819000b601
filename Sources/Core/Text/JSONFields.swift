/// Reads the members of one JSON object by name and type, and refuses what nobody asked for.
///
/// Every read marks its name as known; ``finish()`` then names the first unknown member. Paths in errors are dotted,
/// as in `offer.trigger.weather`.
package struct JSONFields {
  private let members: [JSON.Member]
  private let path: String
  private var known: [Bool]

  /// - Throws: ``InvalidInput`` if `json` is no object.
  package init(_ json: JSON, path: String = "") throws(InvalidInput) {
    guard case .object(let list) = json else {
      throw InvalidInput(field: path, "must be a JSON object")
    }
    members = list
    self.path = path
    known = Array(repeating: false, count: list.count)
  }

  /// The dotted name of a member.
  package func name(_ field: String) -> String {
    path.isEmpty ? field : "\(path).\(field)"
  }

  /// The member as it stands; nil if it is missing or null.
  package mutating func value(_ field: String) -> JSON? {
    // An object has a dozen members at most: looking at each costs less than a table.
    guard let position = members.firstIndex(where: { $0.name == field }) else { return nil }
    known[position] = true
    let value = members[position].value
    guard value != .null else { return nil }
    return value
  }

  /// A finite number, whole or not.
  package mutating func number(_ field: String) throws(InvalidInput) -> Double? {
    switch value(field) {
    case nil: return nil
    case .integer(let value): return Double(value)
    case .number(let value) where value.isFinite: return value
    default: throw InvalidInput(field: name(field), "must be a number")
    }
  }

  /// A whole number; 5.0 is one.
  package mutating func integer(_ field: String) throws(InvalidInput) -> Int64? {
    switch value(field) {
    case nil: return nil
    case .integer(let value): return value
    case .number(let value):
      guard let whole = Int64(exactly: value) else { fallthrough }
      return whole
    default: throw InvalidInput(field: name(field), "must be a whole number")
    }
  }

  /// True or false.
  package mutating func bool(_ field: String) throws(InvalidInput) -> Bool? {
    switch value(field) {
    case nil: return nil
    case .bool(let value): return value
    default: throw InvalidInput(field: name(field), "must be true or false")
    }
  }

  /// A text.
  package mutating func string(_ field: String) throws(InvalidInput) -> String? {
    switch value(field) {
    case nil: return nil
    case .string(let value): return value
    default: throw InvalidInput(field: name(field), "must be a text")
    }
  }

  /// A list of texts.
  package mutating func strings(_ field: String) throws(InvalidInput) -> [String]? {
    guard let value = value(field) else { return nil }
    guard case .array(let elements) = value else {
      throw InvalidInput(field: name(field), "must be a list of texts")
    }
    var texts: [String] = []
    for element in elements {
      guard case .string(let text) = element else {
        throw InvalidInput(field: name(field), "must be a list of texts")
      }
      texts.append(text)
    }
    return texts
  }

  /// An instant in RFC 3339.
  package mutating func instant(_ field: String) throws(InvalidInput) -> Timestamp? {
    guard let text = try string(field) else { return nil }
    guard let instant = Timestamp(rfc3339: text) else {
      throw InvalidInput(
        field: name(field), "must be an instant such as 2026-11-21T17:42:00Z, not '\(text.prefix(40))'")
    }
    return instant
  }

  /// The members of a nested object; nil if it is missing or null.
  package mutating func object(_ field: String) throws(InvalidInput) -> JSONFields? {
    guard let value = value(field) else { return nil }
    return try JSONFields(value, path: name(field))
  }

  /// What a rule demands: the value, or an error that names the missing field.
  package func require<Value>(_ value: Value?, _ field: String) throws(InvalidInput) -> Value {
    guard let value else { throw InvalidInput(.missingField, field: name(field), "is missing") }
    return value
  }

  /// The members that were not asked for yet, null ones too, as they stand.
  package var unread: [JSON.Member] {
    zip(members, known).filter { !$0.1 }.map(\.0)
  }

  /// Refuses members that were never read.
  package func finish() throws(InvalidInput) {
    guard let unknown = known.firstIndex(of: false) else { return }
    throw InvalidInput(.unknownField, field: name(members[unknown].name), "is not a known field; remove it")
  }
}
