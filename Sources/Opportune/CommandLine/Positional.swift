/// An argument known by its place.
struct Positional: Sendable {
  /// In capitals, as help shows it.
  let name: String
  let kind: ValueKind
  let meaning: String
  let isRequired: Bool
  let isRepeatable: Bool

  init(_ name: String, _ kind: ValueKind, _ meaning: String, isRequired: Bool = true, isRepeatable: Bool = false) {
    self.name = name
    self.kind = kind
    self.meaning = meaning
    self.isRequired = isRequired
    self.isRepeatable = isRepeatable
  }

  /// As written in help: `OFFER`, `[FILE]`, `[WORD…]`.
  var usage: String {
    let word = isRepeatable ? name + "…" : name
    return isRequired ? word : "[\(word)]"
  }
}
