/// A list as it is written to a file: the rows that were shown, in their order, with values at full precision.
package struct ExportTable: Hashable, Sendable {
  /// The list's name.
  package let list: String
  /// Whether the rows were made up; every file says so.
  package let world: WorldKind
  /// When the rows were as they are, on the town's clock.
  package let now: Timestamp
  /// Names in `snake_case`.
  package let columns: [String]
  /// One value for each column.
  package let rows: [[JSON]]

  package init(list: String, world: WorldKind, now: Timestamp, columns: [String], rows: [[JSON]]) {
    self.list = list
    self.world = world
    self.now = now
    self.columns = columns
    self.rows = rows
  }

  /// The kinds of file.
  package enum Format: String, Sendable, CaseIterable {
    case csv, json
  }

  /// The whole file.
  package func text(as format: Format) -> String {
    switch format {
    case .csv: csv
    case .json: json.text(indented: true) + "\n"
    }
  }

  /// `{"list","world","now","rows":[{…}]}`.
  package var json: JSON {
    [
      "list": .string(list), "world": .string(world.rawValue), "now": .instant(now),
      "rows": .array(
        rows.map { row in .object(zip(columns, row).map { JSON.Member($0, $1) }) }),
    ]
  }

  /// Comma-separated values after RFC 4180: a header, CRLF, quotes where they are needed. The first column says of every
  /// row whether the world was made up.
  ///
  /// A text that a spreadsheet would take for a formula has an apostrophe put before it (OWASP, "CSV injection"); numbers
  /// are written as they are.
  package var csv: String {
    var text = (["world"] + columns).map(Self.quoted).joined(separator: ",") + "\r\n"
    for row in rows {
      text += ([.string(world.rawValue)] + row).map(Self.field).joined(separator: ",") + "\r\n"
    }
    return text
  }

  private static func field(_ value: JSON) -> String {
    switch value {
    case .null: ""
    case .string(let text): quoted(harmless(text))
    default: quoted(value.text())
    }
  }

  private static func harmless(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    return ["=", "+", "-", "@", "\t", "\r"].contains(first) ? "'" + text : text
  }

  private static func quoted(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
