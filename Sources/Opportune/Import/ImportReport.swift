import Core

/// What became of every line of a file.
struct ImportReport {
  /// Lines that were passed over for one fault.
  struct Skip {
    let reason: String
    let sentence: String
    var count = 0
    /// The first of them.
    var lines: [Int] = []
    /// Whether they are wrong, not merely nothing to store.
    let isInvalid: Bool
  }

  /// Lines that were stored as they are, though something is odd about them.
  struct Flagged {
    let flag: CampaignRowFlag
    var count = 0
    /// The first of them.
    var lines: [Int] = []
  }

  /// One fault: a reason and what it says of these lines.
  private struct Fault: Hashable {
    let reason: String
    let sentence: String
  }

  /// Line numbers told of one fault.
  private static let lineLimit = 20

  /// Sentences told apart for one reason; a file in which every line is wrong in its own way stays readable.
  private static let sentenceLimit = 20

  let kind: ImportKind
  let file: String
  let isDryRun: Bool
  var read = 0
  var imported = 0
  var updated = 0
  private(set) var skips: [Skip] = []
  private(set) var flags: [Flagged] = []
  private var positions: [Fault: Int] = [:]
  private var sentences: [String: Int] = [:]

  init(kind: ImportKind, file: String, isDryRun: Bool) {
    self.kind = kind
    self.file = file
    self.isDryRun = isDryRun
  }

  /// Lines passed over in all.
  var skipped: Int { skips.reduce(0) { $0 + $1.count } }

  /// Invalid, if lines were read and not one of them was any good.
  var status: ExitStatus {
    read > 0 && skips.reduce(0) { $0 + ($1.isInvalid ? $1.count : 0) } == read ? .invalid : .done
  }

  /// Notes a line that was passed over.
  mutating func skip(line: Int, reason: String, _ sentence: String, isInvalid: Bool = false) {
    let position = position(of: Fault(reason: reason, sentence: sentence), isInvalid: isInvalid)
    skips[position].count += 1
    if skips[position].lines.count < Self.lineLimit { skips[position].lines.append(line) }
  }

  /// Notes what is odd about a line.
  mutating func flag(line: Int, _ flag: CampaignRowFlag) {
    let position = flags.firstIndex { $0.flag == flag } ?? flags.endIndex
    if position == flags.endIndex { flags.append(Flagged(flag: flag)) }
    flags[position].count += 1
    if flags[position].lines.count < Self.lineLimit { flags[position].lines.append(line) }
  }

  private mutating func position(of fault: Fault, isInvalid: Bool) -> Int {
    if let position = positions[fault] { return position }
    var fault = fault
    if sentences[fault.reason, default: 0] >= Self.sentenceLimit {
      fault = Fault(reason: fault.reason, sentence: "other lines with this fault")
      if let position = positions[fault] { return position }
    }
    sentences[fault.reason, default: 0] += 1
    positions[fault] = skips.count
    skips.append(Skip(reason: fault.reason, sentence: fault.sentence, isInvalid: isInvalid))
    return skips.count - 1
  }

  /// For scripts.
  var json: JSON {
    [
      "kind": .string(kind.rawValue), "file": .string(file), "dry_run": .bool(isDryRun), "read": .count(read),
      "imported": .count(imported), "updated": .count(updated), "skipped": .count(skipped),
      "skipped_reasons": .array(
        skips.map { skip in
          [
            "reason": .string(skip.reason), "sentence": .string(skip.sentence), "count": .count(skip.count),
            "lines": .array(skip.lines.map(JSON.count)),
          ]
        }),
      "flagged": .array(
        flags.map { flagged in
          [
            "flag": .string(flagged.flag.rawValue), "sentence": .string(flagged.flag.sentence),
            "count": .count(flagged.count), "lines": .array(flagged.lines.map(JSON.count)),
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
    "flagged": .array(
      .fields([
        "flag": .choice(CampaignRowFlag.allCases.map(\.rawValue)), "sentence": .string, "count": .integer,
        "lines": .array(.integer),
      ])),
  ])

  /// For people.
  var text: String {
    var text = FieldList([
      "read": "\(read) lines of \(file)", "imported": "\(imported)", "updated": "\(updated)",
      "skipped": "\(skipped)",
    ]).text
    if !skips.isEmpty || !flags.isEmpty {
      var table = TextTable([.whole("  reason"), .numbers("count"), .words("lines"), .sentence("what it means")])
      for skip in skips {
        table.add(["  " + skip.reason, "\(skip.count)", Self.summary(skip.lines, of: skip.count), skip.sentence])
      }
      for flagged in flags {
        table.add([
          "  " + flagged.flag.rawValue, "\(flagged.count)", Self.summary(flagged.lines, of: flagged.count),
          "stored as they are: \(flagged.flag.sentence)",
        ])
      }
      text += table.text(empty: "")
    }
    return isDryRun ? text + "Nothing was written: this was a dry run.\n" : text
  }

  private static func summary(_ lines: [Int], of count: Int) -> String {
    lines.prefix(6).map(String.init).joined(separator: ", ") + (count > 6 ? " …" : "")
  }
}
