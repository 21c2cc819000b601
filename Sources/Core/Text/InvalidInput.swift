/// Input that breaks a rule: the field as a person or script wrote it, and what is wrong with it in words.
///
/// Both may repeat what was given, so both are made safe to print: bounded, and without control characters.
package struct InvalidInput: Error, Hashable, Sendable, CustomStringConvertible {
  /// Machine-readable kind, the `code` of an error document.
  package enum Code: String, Sendable {
    case invalidValue = "invalid_value"
    case unknownField = "unknown_field"
    case missingField = "missing_field"
    case malformed = "malformed"
  }

  package let code: Code
  package let field: String
  package let message: String

  package init(_ code: Code = .invalidValue, field: String, _ message: String) {
    self.code = code
    self.field = PlainText.printable(field, limit: 120)
    self.message = PlainText.printable(message, limit: 600)
  }

  package var description: String { field.isEmpty ? message : "\(field): \(message)" }
}
