import Core

/// The words under a field that is wrong.
enum FormSentence {
  /// `must be between 1 and 9` becomes `Must be between 1 and 9.`; where the field is not in the form, it is named.
  static func sentence(of input: InvalidInput, namesField: Bool = false) -> String {
    let words = namesField && !input.field.isEmpty ? "\(input.field) \(input.message)" : input.message
    guard let first = words.first else { return "" }
    let end = words.last.map { ".!?…".contains($0) } == true ? "" : "."
    return first.uppercased() + words.dropFirst() + end
  }
}
