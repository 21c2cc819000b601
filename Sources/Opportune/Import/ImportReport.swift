import Core

/// What became of every line of a file.
struct ImportReport {
  /// Lines that were passed over for one reason.
  struct Skip {
    let reason: String
    let sentence: String
    var lines: [Int]
  }

  let kind: ImportKind
  let file: String
  let isDryRun: Bool
  var read = 0
  var imported = 0
  var updated = 0
  private(set) var skips: [Skip] = []
  private var positions: [String: Int] = [:]

  init(kind: ImportKind, file: String, isDryRun: Bool) {
    self.kind = kind
    self.file = file
    self.isDryRun = isDryRun
  }

  /// Lines passed over in all.
  var skipped: Int { skips.reduce(0) { $0 + $1.lines.count } }

  /// Notes a line that was passed over.
  mutating func skip(line: Int, reason: String, _ sentence: String) {
    if let position = positions[reason] {
      skips[position].lines.append(line)
    } else {
      positions[reason] = skips.count
      skips.append(Skip(reason: reason, sentence: sentence, lines: [line]))
    }
  }

  /// For scripts.
  var json: JSON {
    [
      "kind": .string(kind.rawValue), "file": .string(file), "dry_run": .bool(isDryRun), "read": .count(read),
      "imported": .count(imported), "updated": .count(updated), "skipped": .count(skipped),
      "skipped_reasons": .array(
        skips.map { skip in
          [
            "reason": .string(skip.reason), "sentence": .string(skip.sentence), "count": .count(skip.lines.count),
            "lines": .array(skip.lines.map(JSON.count)),
          ]
        }),
    ]
  }

  /// The shape of ``json``.
  static let schema: Schema = .fields([
    "kind": .choice(ImportKind.allCases.map(\.rawValue)), "file": .string, "dry_run": .boolean, "read": .integer,
    "imported": .integer, "updated": .integer, "skipped": .integer,
    "skipped_reasons": .array(
      .fields(["reason": .string, "sentence": .string, "count": .integer, "lines": .array(.integer)])),
  ])

  /// For people.
  var text: String {
    var text = FieldList([
      "read": "\(read) lines of \(file)", "imported": "\(imported)", "updated": "\(updated)",
      "skipped": "\(skipped)",
    ]).text
    if !skips.isEmpty {
      var table = TextTable([.words("  reason"), .numbers("count"), .words("lines"), .words("what it means")])
      for skip in skips {
        table.add(["  " + skip.reason, "\(skip.lines.count)", Self.summary(skip.lines), skip.sentence])
      }
      text += table.text(empty: "")
    }
    return isDryRun ? text + "Nothing was written: this was a dry run.\n" : text
  }

  private static func summary(_ lines: [Int]) -> String {
    lines.prefix(6).map(String.init).joined(separator: ", ") + (lines.count > 6 ? ", …" : "")
  }
}
