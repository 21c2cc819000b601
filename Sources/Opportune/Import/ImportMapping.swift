import Core

/// How the columns and values of a file become fields: from `--map`, `--map-value` and `--set`.
struct ImportMapping {
  private let kind: ImportKind
  private var columns: [String: String] = [:]
  private var values: [String: [String: String]] = [:]
  private var constants: [String: String] = [:]
  private let year: Int64?
  private var worth: [String: Int64] = [:]
  private let notation: NumberNotation

  /// - Throws: ``InvalidInput`` naming the flag, for a field there is none of or a text not of the flag's form.
  init(_ kind: ImportKind, _ arguments: Arguments) throws(InvalidInput) {
    self.kind = kind
    year = arguments.integer("year")
    notation = try NumberNotation(arguments)
    for text in arguments.texts("worth") {
      let (field, money) = try Self.split(text, at: "=", flag: "--worth", form: "FIELD=MONEY")
      let name = try known(field, flag: "--worth")
      guard kind.counts.contains(name) else {
        let counts = kind.counts.isEmpty ? "there are none here, so leave it out" : "use \(Words.either(kind.counts))"
        throw InvalidInput(field: "--worth", "names the field '\(name)', which is no count; \(counts)")
      }
      worth[name] = try Money.cents(parsing: money, field: "--worth")
    }
    for text in arguments.texts("map") {
      let (field, column) = try Self.split(text, at: "=", flag: "--map", form: "FIELD=COLUMN")
      columns[try known(field, flag: "--map")] = column
    }
    for text in arguments.texts("map-value") {
      let (field, change) = try Self.split(text, at: ":", flag: "--map-value", form: "FIELD:FROM=TO")
      let (from, to) = try Self.split(change, at: "=", flag: "--map-value", form: "FIELD:FROM=TO")
      values[try known(field, flag: "--map-value"), default: [:]][from] = to
    }
    for text in arguments.texts("set") {
      let (field, value) = try Self.split(text, at: "=", flag: "--set", form: "FIELD=VALUE")
      constants[try known(field, flag: "--set")] = value
    }
  }

  /// The mark that `--separator` puts between two fields.
  static func separator(_ arguments: Arguments) -> UInt8 {
    switch arguments.text("separator") {
    case "tab": 0x09
    case let text?: text.utf8.first ?? 0x2C
    case nil: 0x2C
    }
  }

  /// The columns that `--map` names.
  var named: [String] { Array(columns.values) }

  /// Finds the columns of a header line.
  /// - Throws: ``InvalidInput`` if a mapped or a required column is not there.
  func columns(in header: [String]) throws(InvalidInput) -> ImportColumns {
    var positions: [String: Int] = [:]
    let names = header.map { $0.trimmed }
    for field in kind.fields where constants[field.name] == nil {
      if let column = columns[field.name] {
        positions[field.name] = try position(of: column, in: names)
      } else if let position = ([field.name] + field.aliases).lazy.compactMap({ names.firstIndex(of: $0) }).first {
        positions[field.name] = position
      } else if field.isRequired {
        let isOneColumn = names.count == 1 && names[0].contains { ";\t|".contains($0) }
        throw InvalidInput(
          .missingField, field: field.name,
          "is no column of this file (found: \(Self.list(names))); "
            + (isOneColumn
              ? "say with --separator what stands between its columns"
              : "name the one that holds it with --map \(field.name)=COLUMN, or set it with --set"))
      }
    }
    for (field, column) in try segments(in: names) { positions[field] = column }
    return ImportColumns(
      width: header.count, positions: positions, values: values, constants: constants, year: year, worth: worth,
      notation: notation)
  }

  /// The columns of segments: those that were named, and those whose heading is a segment's field.
  private func segments(in names: [String]) throws(InvalidInput) -> [(field: String, position: Int)] {
    guard kind.hasSegments else { return [] }
    var found: [(String, Int)] = []
    for (field, column) in columns where ImportKind.dimension(of: field) != nil {
      found.append((field, try position(of: column, in: names)))
    }
    for (position, name) in names.enumerated() where ImportKind.dimension(of: name) != nil && columns[name] == nil {
      found.append((name, position))
    }
    return found
  }

  private func position(of column: String, in names: [String]) throws(InvalidInput) -> Int {
    guard let position = names.firstIndex(of: column) else {
      let nearest = NearestName.among(names, to: column).map { "; did you mean '\($0)'?" } ?? ""
      throw InvalidInput(
        .missingField, field: "--map",
        "names the column '\(column)', which is not there (found: \(Self.list(names)))\(nearest)")
    }
    return position
  }

  private static func list(_ names: [String]) -> String {
    names.prefix(12).map { String($0.prefix(30)) }.joined(separator: ", ") + (names.count > 12 ? ", …" : "")
  }

  private func known(_ field: String, flag: String) throws(InvalidInput) -> String {
    guard let known = kind.field(named: field) else {
      let names = kind.fields.map(\.name)
      let nearest = NearestName.among(names, to: field).map { "did you mean '\($0)'?" }
      throw InvalidInput(
        .unknownField, field: flag,
        "names the field '\(field)'; \(nearest ?? "use one of \(names.joined(separator: ", "))")")
    }
    return known.name
  }

  private static func split(
    _ text: String, at mark: Character, flag: String, form: String
  ) throws(InvalidInput) -> (String, String) {
    guard let place = text.firstIndex(of: mark), place != text.startIndex else {
      throw InvalidInput(field: flag, "must have the form \(form), not '\(text)'")
    }
    return (String(text[..<place]), String(text[text.index(after: place)...]))
  }
}

extension String {
  /// Without blanks at either end.
  var trimmed: String {
    let head = drop { $0.isWhitespace }
    guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(head[...last])
  }
}
