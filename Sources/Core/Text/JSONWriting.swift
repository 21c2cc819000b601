extension JSON {
  /// The document as text: compact on one line, or indented by two spaces.
  ///
  /// Numbers are the shortest decimal text that reads back to the same bits.
  package func text(indented: Bool = false) -> String {
    var output = ""
    write(into: &output, indent: indented ? 0 : nil)
    return output
  }

  private func write(into output: inout String, indent: Int?) {
    switch self {
    case .null: output += "null"
    case .bool(let value): output += value ? "true" : "false"
    case .integer(let value): output += String(value)
    case .number(let value): output += Self.decimal(value)
    case .string(let value): Self.quote(value, into: &output)
    case .array(let elements):
      Self.write(elements, "[", "]", into: &output, indent: indent) { element, output, indent in
        element.write(into: &output, indent: indent)
      }
    case .object(let members):
      Self.write(members, "{", "}", into: &output, indent: indent) { member, output, indent in
        Self.quote(member.name, into: &output)
        output += indent == nil ? ":" : ": "
        member.value.write(into: &output, indent: indent)
      }
    }
  }

  private static func write<Element>(
    _ elements: [Element], _ open: String, _ close: String, into output: inout String, indent: Int?,
    each: (Element, inout String, Int?) -> Void
  ) {
    output += open
    let inner = indent.map { $0 + 1 }
    for (position, element) in elements.enumerated() {
      if position > 0 { output += "," }
      newline(into: &output, inner)
      each(element, &output, inner)
    }
    if !elements.isEmpty { newline(into: &output, indent) }
    output += close
  }

  private static func newline(into output: inout String, _ indent: Int?) {
    guard let indent else { return }
    output += "\n" + String(repeating: "  ", count: indent)
  }

  /// A finite number; anything else cannot be written in JSON and becomes null.
  private static func decimal(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    if value == 0 { return "0.0" }
    if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) + ".0" }
    return value.description
  }

  private static func quote(_ text: String, into output: inout String) {
    // Most texts need no escape and go out whole.
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }) {
      output += "\""
      output += text
      output += "\""
      return
    }
    output += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      default:
        if PlainText.isForbidden(scalar) {
          let hex = String(scalar.value, radix: 16)
          output += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        } else {
          output.unicodeScalars.append(scalar)
        }
      }
    }
    output += "\""
  }
}
