import Core

extension JSON {
  /// Money as a decimal number of the currency unit.
  static func amount(cents: Int64) -> JSON { .number(Double(cents) / 100) }

  /// Millionths of a currency unit as a decimal number, rounded half up to the minor unit.
  static func amount(micros: Int64) -> JSON { .amount(cents: CampaignCounts.cents(ofMicros: micros)) }

  /// An amount in currency units, rounded half up to the minor unit; null where there is none.
  static func amount(_ value: Double?) -> JSON {
    guard let value, value.magnitude < 1e13 else { return .optional(value) }
    return .optional((value * 100 + 0.5).rounded(.down) / 100)
  }

  /// `[low, high]`, or null; amounts of money rounded to the minor unit.
  static func bounds(_ interval: Interval?, isMoney: Bool = false) -> JSON {
    guard let interval, interval.low.isFinite, interval.high.isFinite else { return .null }
    return isMoney
      ? [.amount(interval.low), .amount(interval.high)] : [.optional(interval.low), .optional(interval.high)]
  }

  /// A day of a calendar, or null.
  static func day(_ day: CivilDate?) -> JSON { .optional(day?.description) }
}

extension DateSpan {
  /// The first and the last day, as in every document.
  var members: [JSON.Member] { [.init("from", .day(first)), .init("to", .day(last))] }

  /// The shape of ``members``.
  static let properties: [Schema.Property] = [.init("from", .string), .init("to", .string)]
}

extension CampaignCounts {
  /// The counts as in every document; money in currency units.
  var members: [JSON.Member] {
    [
      .init("impressions", .integer(impressions)), .init("views", .integer(views)),
      .init("acceptances", .integer(acceptances)), .init("dismissals", .integer(dismissals)),
      .init("redemptions", .integer(redemptions)), .init("expiries", .integer(expiries)),
      .init("spend", .amount(micros: spendMicros)), .init("revenue", .amount(cents: revenueCents)),
      .init("refunded", .amount(cents: refundedCents)),
    ]
  }

  /// ``members`` by themselves.
  var json: JSON { .object(members) }

  /// The shape of ``members``.
  static let properties: [Schema.Property] =
    [
      "impressions", "views", "acceptances", "dismissals", "redemptions", "expiries",
    ].map { .init($0, .integer) } + ["spend", "revenue", "refunded"].map { .init($0, .number) }

  /// The shape of ``json``.
  static let schema: Schema = .object(properties)
}

extension MetricReading {
  /// The figure as in every document: money that somebody pays rounded to the minor unit, all else with every digit.
  var number: JSON {
    if let cents { return .amount(cents: cents) }
    if metric.unit == .count, let value, value.magnitude < 9e15 { return .integer(Int64(value)) }
    return .optional(value)
  }

  /// Its interval in the same digits.
  var bounds: JSON {
    guard metric.unit == .count, let interval, interval.high.magnitude < 9e15, interval.low.magnitude < 9e15 else {
      return .bounds(interval, isMoney: cents != nil)
    }
    return [.integer(Int64(interval.low)), .integer(Int64(interval.high))]
  }

  /// The figure with everything behind it.
  var json: JSON {
    [
      "value": number, "reason": .optional(reason), "numerator": numerator.json,
      "denominator": denominator?.json ?? .null, "interval": bounds, "confidence": .number(confidence),
      "interval_reason": .optional(intervalReason), "method": .string(method), "definition": .string(metric.definition),
    ]
  }

  /// The shape of ``json``.
  static let schema: Schema = .fields([
    "value": .measure, "reason": .nullable(.string), "numerator": Part.schema, "denominator": .nullable(Part.schema),
    "interval": .interval, "confidence": .number, "interval_reason": .nullable(.string), "method": .string,
    "definition": .string,
  ])
}

extension MetricReading.Part {
  fileprivate var json: JSON {
    ["name": .string(name), "value": isMoney ? .amount(micros: amount) : .integer(amount)]
  }

  fileprivate static let schema: Schema = .fields(["name": .string, "value": .number])
}

extension CampaignTotals {
  /// Every figure under its name.
  var metrics: JSON {
    .object(CampaignMetric.allCases.map { JSON.Member($0.rawValue, reading($0).json) })
  }

  /// The shape of ``metrics``.
  static let metricsSchema: Schema = .object(
    CampaignMetric.allCases.map { Schema.Property($0.rawValue, MetricReading.schema) })

  /// Every figure for people: what it is, its interval, what it is made of.
  func text(_ currency: Currency) -> String {
    var table = TextTable([
      .whole("metric"), .numbers("value"), .whole("95 % interval"), .sentence("made of"),
    ])
    for metric in CampaignMetric.allCases {
      let reading = reading(metric)
      let why = reading.reason ?? reading.intervalReason
      table.add([
        metric.title, CampaignWords.value(reading.value, metric, currency),
        CampaignWords.interval(reading.interval, metric, currency),
        CampaignWords.parts(reading, currency) + (why.map { " (\($0))" } ?? ""),
      ])
    }
    return table.text(empty: "")
  }
}

extension Campaign {
  /// Whose figures a document has, and in which money.
  var members: [JSON.Member] {
    [
      .init("campaign_id", .id(id)), .init("name", .string(name)), .init("currency", .string(currency.code)),
      .init("zone", .string(zone)),
    ]
  }

  /// The shape of ``members``.
  static let properties: [Schema.Property] = [
    .init("campaign_id", .integer), .init("name", .string), .init("currency", .string), .init("zone", .string),
  ]

  /// For people, above figures of some days.
  func heading(_ span: DateSpan) -> String {
    FieldList(["campaign": "\(id) \(name)", "days": "\(span), \(zone)"]).text
  }
}
