import Core

/// The shape of a JSON document, as a small part of JSON Schema: enough to check every answer of the program.
indirect enum Schema: Sendable {
  case any
  case string, integer, number, boolean
  /// One of some texts.
  case choice([String])
  case array(Schema)
  /// These members and no others.
  case object([Property])
  /// Any names, each with a value of one shape.
  case map(Schema)
  /// The shape, or null.
  case nullable(Schema)
  case oneOf([Schema])

  /// One member of an object.
  struct Property: Sendable {
    let name: String
    let schema: Schema
    let isRequired: Bool

    init(_ name: String, _ schema: Schema, optional: Bool = false) {
      self.name = name
      self.schema = schema
      isRequired = !optional
    }
  }

  /// An object whose members are all required.
  static func fields(_ members: KeyValuePairs<String, Schema>) -> Schema {
    .object(members.map { Property($0.key, $0.value) })
  }

  /// An object of which these members must be there and the others may be missing.
  static func fields(required: KeyValuePairs<String, Schema>, optional: KeyValuePairs<String, Schema>) -> Schema {
    .object(required.map { Property($0.key, $0.value) } + optional.map { Property($0.key, $0.value, optional: true) })
  }

  /// An instant in RFC 3339.
  static let instant = Schema.string

  /// `{"id","name"}`.
  static let named = Schema.fields(["id": .integer, "name": .string])

  /// As JSON Schema (draft 2020-12), by the keywords type, enum, items, properties, required, additionalProperties
  /// and anyOf alone.
  var json: JSON {
    switch self {
    case .any: [:]
    case .string: ["type": "string"]
    case .integer: ["type": "integer"]
    case .number: ["type": "number"]
    case .boolean: ["type": "boolean"]
    case .choice(let words): ["type": "string", "enum": .array(words.map(JSON.string))]
    case .array(let element): ["type": "array", "items": element.json]
    case .map(let value): ["type": "object", "additionalProperties": value.json]
    case .nullable(let schema): ["anyOf": [schema.json, ["type": "null"]]]
    case .oneOf(let schemas): ["anyOf": .array(schemas.map(\.json))]
    case .object(let properties):
      [
        "type": "object",
        "properties": .object(properties.map { JSON.Member($0.name, $0.schema.json) }),
        "required": .array(properties.filter(\.isRequired).map { .string($0.name) }),
        "additionalProperties": false,
      ]
    }
  }
}
