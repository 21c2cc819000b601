import Core

/// What a redemption or a refund is told, by flags or as JSON on standard input.
struct CounterInput {
  /// Minor units; nil where nothing was said.
  var amountCents: Int64?
  /// The receipt, or why there is a refund.
  var note: String?

  /// - Parameter note: what the text is called, as a flag and as a member.
  init(_ invocation: Invocation, note name: String) throws {
    let arguments = invocation.arguments
    if arguments.has("input") {
      var fields = try JSONFields(StandardInput.document())
      amountCents = try fields.integer("amount_cents")
      note = try fields.string(name)
      try fields.finish()
    }
    if let text = arguments.text("amount") { amountCents = try Money.cents(parsing: text, field: "--amount") }
    if let text = arguments.text(name) { note = text }
  }

  /// The shape of the document.
  static func schema(note name: String) -> Schema {
    .fields(required: [:], optional: ["amount_cents": .nullable(.integer)]).adding(name, .nullable(.string))
  }
}

extension Schema {
  /// An object with one more member, which may be missing.
  fileprivate func adding(_ name: String, _ schema: Schema) -> Schema {
    guard case .object(let properties) = self else { return self }
    return .object(properties + [Property(name, schema, optional: true)])
  }
}
