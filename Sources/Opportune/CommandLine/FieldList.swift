import Canvas
import Core

/// Names and values one below the other, as text for people.
struct FieldList {
  private var fields: [(name: String, value: String)] = []

  init(_ fields: KeyValuePairs<String, String>) {
    for (name, value) in fields { add(name, value) }
  }

  /// A document's plain members, their names in words.
  init(members document: JSON) {
    guard case .object(let members) = document else { return }
    for member in members {
      let name = member.name.replacing("_", with: " ")
      if case .string(let text) = member.value { add(name, text) } else { add(name, member.value.text()) }
    }
  }

  /// Adds a line; nothing where there is no value.
  mutating func add(_ name: String, _ value: String?) {
    guard let value else { return }
    fields.append((name, Printable.sanitised(value)))
  }

  /// Each name aligned with its value, each line ended.
  var text: String {
    let width = fields.map { TextWidth.columns($0.name) }.max() ?? 0
    return fields.map { name, value in
      TextWidth.pad(name, to: width) + "  " + PageWidth.wrapped(value, used: width + 2, hanging: width + 2)
    }.joined()
  }
}
