import Core

extension InvalidInput {
  /// Words that a message without a subject begins with; its subject is the field.
  private static let predicates: Set<Substring> = [
    "must", "is", "are", "has", "have", "names", "knows", "holds", "goes", "takes", "needs", "cannot", "begins", "ends",
    "repeats", "lacks", "comes", "gives",
  ]

  /// The message as a whole sentence: `session.lat must be a number`.
  var sentence: String {
    let subject = field.isEmpty ? "the input" : field
    let head = message.prefix { $0 != " " }
    if head == "or" { return "\(subject), \(message)" }
    return Self.predicates.contains(head) ? "\(subject) \(message)" : message
  }
}
