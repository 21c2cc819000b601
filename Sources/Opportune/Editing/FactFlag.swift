import Core
import Store

/// A flag that says one fact of a stored thing, named in its document by a path.
///
/// Flags are made into a document and read as one: what a form, a script and a command line give is checked by the same
/// rules, whose objections name the flag where the fact came from one.
struct FactFlag: Sendable {
  /// How the text after the flag is written in a document.
  enum Form: Sendable {
    case text, integer, number, boolean
    /// Texts with commas between.
    case list
    /// Numbers of stored things with commas between.
    case ids
  }

  let flag: Flag
  let path: [String]
  let form: Form
  /// Whether `none` takes the fact away.
  let isOptional: Bool

  /// - Parameters:
  ///   - path: where the document has it, dotted; the flag is its last part with hyphens.
  ///   - named: the flag, where it has another name.
  init(
    _ path: String, _ form: Form, _ placeholder: String, _ meaning: String, optional: Bool = false,
    named: String? = nil
  ) {
    self.path = path.split(separator: ".").map(String.init)
    self.form = form
    isOptional = optional
    flag = Flag(
      named ?? (self.path.last ?? path).replacing("_", with: "-"), .text(placeholder),
      optional ? "\(meaning.dropLast()); 'none' for none." : meaning)
  }

  /// What it says, as a value of a document. A text of another form is passed on as it is: whoever reads the document
  /// objects to it.
  func value(_ text: String) -> JSON {
    if isOptional, text == "none" { return .null }
    switch form {
    case .text: return .string(text)
    case .integer: return Int64(text).map(JSON.integer) ?? .string(text)
    case .number: return Double(text).map(JSON.number) ?? .string(text)
    case .boolean: return Bool(text).map(JSON.bool) ?? .string(text)
    case .list: return .array(text.split(separator: ",").map { .string(String($0).trimmed) })
    case .ids:
      return .array(
        text.split(separator: ",").map { part in
          let trimmed = String(part).trimmed
          return Int64(trimmed).map(JSON.integer) ?? .string(trimmed)
        })
    }
  }
}

extension Invocation {
  /// What the flags and, with `--input -`, standard input say of a thing, as one document; flags count where both do.
  /// - Throws: ``InvalidInput`` if nothing is said at all.
  func facts(_ flags: [FactFlag]) throws -> JSON {
    var document: JSON = [:]
    if arguments.has("input") {
      document = try StandardInput.document()
      guard case .object = document else { throw InvalidInput(field: "", "must be a JSON object") }
    } else if !flags.contains(where: { arguments.has($0.flag.name) }) {
      throw InvalidInput(
        .missingField, field: "", "must say something: give a flag, or --input - and a JSON document")
    }
    for flag in flags {
      guard let text = arguments.text(flag.flag.name) else { continue }
      document = document.setting(flag.path[...], to: flag.value(text))
    }
    return document
  }

  /// Runs `body` and lets objections to a fact that a flag gave name the flag.
  func namingFlags<Result>(_ flags: [FactFlag], _ body: () throws -> Result) throws -> Result {
    func named(_ input: InvalidInput) -> InvalidInput {
      let flag = flags.first { $0.path.joined(separator: ".") == input.field && arguments.has($0.flag.name) }
      return flag.map { InvalidInput(input.code, field: "--\($0.flag.name)", input.message) } ?? input
    }
    do {
      return try body()
    } catch let input as InvalidInput {
      throw named(input)
    } catch let error as StoreError {
      guard case .invalid(let input) = error else { throw error }
      throw named(input)
    }
  }
}

extension JSON {
  /// The document with a value at a path, whose objects are made where there are none.
  fileprivate func setting(_ path: ArraySlice<String>, to value: JSON) -> JSON {
    guard let name = path.first else { return value }
    var members: [Member] = []
    if case .object(let own) = self { members = own }
    let place = members.firstIndex { $0.name == name }
    let member = Member(name, (place.map { members[$0].value } ?? [:]).setting(path.dropFirst(), to: value))
    if let place { members[place] = member } else { members.append(member) }
    return .object(members)
  }
}

extension Flag {
  /// A document on standard input in place of flags, or beside them.
  static let input = Flag(
    "input", .choice(["-"]), "Read a JSON document with the same facts from standard input; null takes one away.")
}
