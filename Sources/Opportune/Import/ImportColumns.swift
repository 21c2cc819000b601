import Core

/// Where each field stands in the lines of one file.
struct ImportColumns {
  /// Fields a line must have, the header's own.
  let width: Int
  let positions: [String: Int]
  let values: [String: [String: String]]
  let constants: [String: String]
  /// The year of dates without one.
  var year: Int64?
  /// What one of a count is worth, in minor units.
  var worth: [String: Int64] = [:]
  /// How the file writes numbers.
  var notation = NumberNotation()

  /// A line by the names of its fields.
  func row(_ texts: [String], line: Int) -> ImportRow {
    ImportRow(columns: self, texts: texts, line: line)
  }
}

/// One line of a file by the names of its fields. A field that is empty or `?` is missing.
struct ImportRow {
  /// The columns of the file.
  let columns: ImportColumns
  /// The fields as they stand in the file.
  let texts: [String]
  /// Where it stands in the file.
  let line: Int

  /// A field's text, after constants and replaced values.
  func text(_ field: String) -> String? {
    var text = columns.constants[field]
    if text == nil, let position = columns.positions[field] { text = texts[position].trimmed }
    guard let plain = text else { return nil }
    let mapped = columns.values[field]?[plain] ?? plain
    return mapped.isEmpty || mapped == "?" ? nil : mapped
  }

  /// A field that must be there.
  func require(_ field: String) throws(InvalidInput) -> String {
    guard let text = text(field) else { throw InvalidInput(.missingField, field: field, "is empty") }
    return text
  }

  /// A number in the file's notation; a currency sign in it is refused.
  func number(_ field: String) throws(InvalidInput) -> Double? {
    guard let text = text(field) else { return nil }
    guard let plain = columns.notation.plain(text), let value = Double(plain), value.isFinite else {
      let hint = columns.notation.hint(for: text).map { "; \($0)" } ?? ""
      throw InvalidInput(field: field, "must be a number, not '\(text.prefix(40))'\(hint)")
    }
    return value
  }

  /// A whole number.
  func integer(_ field: String) throws(InvalidInput) -> Int64? {
    guard let value = try number(field) else { return nil }
    guard let whole = Int64(exactly: value) else { throw InvalidInput(field: field, "must be a whole number") }
    return whole
  }

  /// Parts between semicolons; nil where the field is missing.
  func list(_ field: String) -> [String]? {
    text(field).map { $0.split(separator: ";").map { String($0).trimmed } }
  }

  /// A local wall time.
  func wallTime(_ field: String) throws(InvalidInput) -> WallTime {
    let text = try require(field)
    guard let time = WallTime(parsing: text, inYear: columns.year) else {
      throw InvalidInput(field: field, "must be a local time such as 2017-09-05T07:43:00, not '\(text.prefix(40))'")
    }
    return time
  }

  /// Degrees in the file's notation, or with a point: they have no thousands that it could part.
  private func degrees(_ field: String) throws(InvalidInput) -> Double? {
    guard let text = text(field), columns.notation.plain(text) == nil,
      text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-" || $0 == "+") }),
      let value = Double(text)
    else { return try number(field) }
    return value
  }

  /// The position that `lat` and `lng` name.
  func position() throws(InvalidInput) -> Coordinate {
    guard let latitude = try degrees("lat") else { throw InvalidInput(.missingField, field: "lat", "is empty") }
    guard let longitude = try degrees("lng") else { throw InvalidInput(.missingField, field: "lng", "is empty") }
    return try Coordinate(latitude: latitude, longitude: longitude, latitudeField: "lat", longitudeField: "lng")
  }
}

extension WallTime {
  /// Reads a local time whose date may lack its year: 09-05T07:43:00 in a year given beside it.
  fileprivate init?(parsing text: String, inYear year: Int64?) {
    if let whole = WallTime(parsing: text) {
      self = whole
    } else {
      guard let year else { return nil }
      let digits = String(year)
      self.init(parsing: String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "-" + text)
    }
  }
}
