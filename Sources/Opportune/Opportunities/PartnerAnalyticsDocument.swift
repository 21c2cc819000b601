import Core

extension PartnerAnalytics {
  /// As in the document of `partner analytics`.
  func json(in zone: ZoneTable) -> JSON {
    [
      "partner": ["id": .id(partner.id), "name": .string(partner.name)], "zone": .string(zone.name),
      "currency": .string(partner.currency.code), "from": .string(first.description), "to": .string(last.description),
      "by": .string(grain.rawValue), "total": .object(total.members),
      "parts": .array(parts.map { .object($0.label.members(in: zone) + $0.figures.members) }),
    ]
  }

  /// The shape of ``json(in:)``.
  static let schema = Schema.fields([
    "partner": .named, "zone": .string, "currency": .string, "from": .string, "to": .string,
    "by": .choice(Grain.allCases.map(\.rawValue)), "total": .object(PartnerFigures.properties),
    "parts": .array(
      .oneOf([
        .object([.init("hour", .instant), .init("local_time", .string)] + PartnerFigures.properties),
        .object([.init("day", .string)] + PartnerFigures.properties),
        .object([.init("offer", .fields(["id": .integer, "title": .string]))] + PartnerFigures.properties),
      ])),
  ])
}

extension PartnerAnalytics.Label {
  fileprivate func members(in zone: ZoneTable) -> [JSON.Member] {
    switch self {
    case .hour(let start): [.init("hour", .instant(start)), .init("local_time", .string(start.text(in: zone)))]
    case .day(let date): [.init("day", .string(date.description))]
    case .offer(let id, let title): [.init("offer", ["id": .id(id), "title": .string(title)])]
    }
  }
}

extension PartnerFigures {
  fileprivate var members: [JSON.Member] {
    [
      .init("impressions", .integer(impressions)), .init("views", .integer(views)),
      .init("acceptances", .integer(acceptances)), .init("dismissals", .integer(dismissals)),
      .init("redemptions", .integer(redemptions)), .init("expiries", .integer(expiries)),
      .init("view_rate", viewRate.json), .init("acceptance_rate", acceptanceRate.json),
      .init("redemption_rate", redemptionRate.json), .init("value_claimed_cents", .integer(claimedCents)),
      .init("value_delivered_cents", .integer(redeemedCents)), .init("revenue_cents", .integer(revenueCents)),
      .init("refunded_cents", .integer(refundedCents)), .init("commission_cents", .integer(commissionCents)),
      .init("seconds_to_accept", Self.json(secondsToAccept, "nobody accepted an offer after it was shown")),
      .init("metres_to_walk", Self.json(metresToWalk, "nobody accepted an offer from a known place")),
    ]
  }

  fileprivate static let properties: [Schema.Property] = {
    let rate = Schema.fields([
      "count": .integer, "n": .integer, "value": .nullable(.number), "low": .nullable(.number),
      "high": .nullable(.number), "reason": .nullable(.string),
    ])
    let values = Schema.fields([
      "n": .integer, "median": .nullable(.number), "p90": .nullable(.integer), "reason": .nullable(.string),
    ])
    let counts = ["impressions", "views", "acceptances", "dismissals", "redemptions", "expiries"]
    let amounts = [
      "value_claimed_cents", "value_delivered_cents", "revenue_cents", "refunded_cents", "commission_cents",
    ]
    return counts.map { Schema.Property($0, .integer) }
      + ["view_rate", "acceptance_rate", "redemption_rate"].map { Schema.Property($0, rate) }
      + amounts.map { Schema.Property($0, .integer) }
      + ["seconds_to_accept", "metres_to_walk"].map { Schema.Property($0, values) }
  }()

  private static func json(_ values: ValueSummary?, _ reason: String) -> JSON {
    [
      "n": .integer(values?.n ?? 0), "median": .optional(values?.median), "p90": .optional(values?.p90),
      "reason": .optional(values == nil ? reason : nil),
    ]
  }
}

extension Rate {
  /// The share with its n and its interval at 95 %, null with a reason where there is none.
  var json: JSON {
    [
      "count": .integer(count), "n": .integer(base), "value": .optional(value), "low": .optional(interval?.low),
      "high": .optional(interval?.high), "reason": .optional(reason),
    ]
  }
}
