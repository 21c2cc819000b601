import Core

extension SettlementSummary {
  /// The month as in every document.
  var json: JSON {
    [
      "partner": ["id": .id(partnerID), "name": .string(partnerName)], "period": .string(period.description),
      "redemptions": .count(redemptions), "refunds": .count(refunds), "base_cents": .integer(baseCents),
      "commission_cents": .integer(commissionCents), "currency": .string(currency.code),
      "closed_at": .instant(closing?.at), "closed_by": .optional(closing?.actor),
    ]
  }

  /// The shape of ``json``.
  static let schema: Schema = .fields([
    "partner": .named, "period": .string, "redemptions": .integer, "refunds": .integer, "base_cents": .integer,
    "commission_cents": .integer, "currency": .string, "closed_at": .nullable(.instant),
    "closed_by": .nullable(.string),
  ])

  /// A list for people.
  static func table(_ settlements: [SettlementSummary]) -> String {
    var table = TextTable([
      .whole("period"), .numbers("id"), .words("partner"), .numbers("redeemed"), .numbers("refunds"),
      .numbers("value"), .numbers("commission"), .whole("state"),
    ])
    for settlement in settlements {
      table.add([
        settlement.period.description, "\(settlement.partnerID)", settlement.partnerName, "\(settlement.redemptions)",
        "\(settlement.refunds)", Money(cents: settlement.baseCents, settlement.currency).description,
        Money(cents: settlement.commissionCents, settlement.currency).description,
        settlement.closing == nil ? "open" : "closed",
      ])
    }
    return table.text(empty: "Nothing was redeemed.")
  }
}

extension PartnerStatement {
  /// The statement as a document.
  func json(world: WorldKind) -> JSON {
    [
      "world": .string(world.rawValue), "partner": ["id": .id(partnerID), "name": .string(partnerName)],
      "period": .string(period.description), "zone": .string(zone), "currency": .string(currency.code),
      "closed_at": .instant(closing?.at), "closed_by": .optional(closing?.actor), "redemptions": .count(redemptions),
      "refunds": .count(refunds), "base_cents": .integer(baseCents), "commission_cents": .integer(commissionCents),
      "lines": .array(lines.map(\.json)),
    ]
  }

  /// The shape of ``json(world:)``.
  static let schema: Schema = .fields([
    "world": .choice(WorldKind.allCases.map(\.rawValue)), "partner": .named, "period": .string, "zone": .string,
    "currency": .string, "closed_at": .nullable(.instant), "closed_by": .nullable(.string), "redemptions": .integer,
    "refunds": .integer, "base_cents": .integer, "commission_cents": .integer,
    "lines": .array(Line.schema),
  ])

  /// The lines as they are written to a file, with whose they are in each row.
  func exportTable(world: WorldKind, now: Timestamp) -> ExportTable {
    let whose: [(String, JSON)] = [
      ("partner_id", .id(partnerID)), ("partner", .string(partnerName)), ("period", .string(period.description)),
      ("currency", .string(currency.code)),
    ]
    return ExportTable(
      list: "statement", world: world, now: now, columns: whose.map(\.0) + Line.columns,
      rows: lines.map { whose.map(\.1) + $0.values })
  }

  /// The statement for people; times by the partner's clock.
  func text(world: WorldKind, in zone: ZoneTable) -> String {
    func money(_ cents: Int64) -> String { Money(cents: cents, currency).description }
    var head = FieldList(["statement": "\(period), \(partnerName) (\(partnerID))"])
    head.add("made up", world == .demo ? "DEMO, nobody owes this" : nil)
    head.add("state", closing.map { "closed \($0.at.text(in: zone)) by \($0.actor)" } ?? "open, lines may be added")
    head.add("clock", self.zone)
    let sums = FieldList([
      "redemptions": "\(redemptions)", "refunds": "\(refunds)", "value": money(baseCents),
      "commission": money(commissionCents),
    ])
    return head.text + "\n" + Line.table(lines, currency, in: zone) + "\n" + sums.text
  }
}

extension PartnerStatement.Line {
  /// The names of ``values``.
  fileprivate static let columns = [
    "entry", "kind", "at", "code", "offer", "base_cents", "commission_basis_points", "commission_cents", "note",
  ]

  /// The line in a document.
  var json: JSON { .object(zip(Self.columns, values).map { JSON.Member($0, $1) }) }

  /// The shape of ``json``.
  static let schema: Schema = .fields([
    "entry": .integer, "kind": .choice(Kind.allCases.map(\.rawValue)), "at": .instant, "code": .string,
    "offer": .string, "base_cents": .integer, "commission_basis_points": .integer, "commission_cents": .integer,
    "note": .nullable(.string),
  ])

  /// Lines for people; times by the partner's clock.
  static func table(_ lines: [Self], _ currency: Currency, in zone: ZoneTable) -> String {
    var table = TextTable([
      .numbers("entry"), .whole("at"), .whole("kind"), .whole("code"), .words("offer"), .numbers("value"),
      .numbers("rate"), .numbers("commission"), .words("note"),
    ])
    for line in lines {
      table.add([
        "\(line.entry)", line.at.text(in: zone), line.kind.rawValue, line.code.description, line.offerTitle,
        Money(cents: line.baseCents, currency).description, line.rate,
        Money(cents: line.commissionCents, currency).description, line.note ?? "",
      ])
    }
    return table.text(empty: "No line.")
  }

  /// The line in a file or a document.
  fileprivate var values: [JSON] {
    [
      .integer(entry), .string(kind.rawValue), .instant(at), .string(code.description), .string(offerTitle),
      .integer(baseCents), .count(basisPoints), .integer(commissionCents), .optional(note),
    ]
  }

  /// As in 12.50 %.
  fileprivate var rate: String {
    let rest = basisPoints % 100
    return "\(basisPoints / 100).\(rest < 10 ? "0" : "")\(rest) %"
  }
}
