import Core

/// A listing as in every document.
struct ListingDocument {
  let listing: Listing

  init(_ listing: Listing) {
    self.listing = listing
  }

  /// For scripts.
  var json: JSON {
    [
      "id": .id(listing.id), "source": .string(listing.source), "external_id": .string(listing.externalID),
      "title": .string(listing.title), "tags": .array(listing.tags.map(JSON.string)),
      "price": .optional(listing.price?.amount), "currency": .optional(listing.price?.currency.code),
      "category": .optional(listing.category), "condition": .optional(listing.condition?.rawValue),
      "place": .optional(listing.place), "latitude": .optional(listing.position?.latitude),
      "longitude": .optional(listing.position?.longitude), "seller": .optional(listing.seller),
      "seller_rating": .optional(listing.sellerRating), "url": .optional(listing.url),
      "image_url": .optional(listing.imageURL), "posted_at": .instant(listing.postedAt),
      "first_seen_at": .instant(listing.firstSeenAt), "seen_at": .instant(listing.seenAt),
      "deal_score": .optional(listing.dealScore), "group": .optional(listing.group),
    ]
  }

  /// The shape of ``json``.
  static let properties: [Schema.Property] = [
    .init("id", .integer), .init("source", .string), .init("external_id", .string), .init("title", .string),
    .init("tags", .array(.string)), .init("price", .nullable(.number)), .init("currency", .nullable(.string)),
    .init("category", .nullable(.string)),
    .init("condition", .nullable(.choice(ListingCondition.allCases.map(\.rawValue)))),
    .init("place", .nullable(.string)), .init("latitude", .nullable(.number)), .init("longitude", .nullable(.number)),
    .init("seller", .nullable(.string)), .init("seller_rating", .nullable(.number)), .init("url", .nullable(.string)),
    .init("image_url", .nullable(.string)), .init("posted_at", .nullable(.instant)), .init("first_seen_at", .instant),
    .init("seen_at", .instant), .init("deal_score", .nullable(.number)), .init("group", .nullable(.integer)),
  ]

  /// The same as one shape.
  static let schema: Schema = .object(properties)

  /// Some of them one below the other, for people.
  static func table(_ listings: [Listing], empty: String) -> String {
    var table = TextTable([
      .numbers("listing"), .words("title"), .numbers("price"), .whole("condition"), .words("category"),
      .numbers("score"), .words("source"),
    ])
    for listing in listings {
      table.add([
        "\(listing.id)", PlainText.printable(listing.title, limit: 80), listing.price?.description ?? "",
        listing.condition?.words ?? "", listing.category ?? "",
        listing.dealScore.map(DealScore.words) ?? "", listing.source,
      ])
    }
    return table.text(empty: empty)
  }
}

/// A listing with all that is known of it.
struct ListingSheetDocument {
  let sheet: ListingSheet

  init(_ sheet: ListingSheet) {
    self.sheet = sheet
  }

  /// For scripts.
  var json: JSON {
    guard case .object(let members) = ListingDocument(sheet.listing).json else { return .null }
    return .object(
      members + [
        .init("description", .string(sheet.listing.description)),
        .init(
          "score",
          [
            "value": .optional(sheet.score.value), "unknown_because": .optional(sheet.score.unknownBecause),
            "parts": .array(
              sheet.score.parts.map { part in
                [
                  "factor": .string(part.factor.rawValue), "points": .number(part.points.points),
                  "maximum": .number(part.points.maximum), "reason": .string(part.points.reason),
                ]
              }),
          ]),
        .init(
          "prices",
          .array(
            sheet.history.points.map { point in
              ["at": .instant(point.at), "price": .amount(cents: point.cents)]
            })),
        .init("elsewhere", .array(sheet.elsewhere.map { .id($0.id) })),
      ])
  }

  /// The shape of ``json``.
  static let schema: Schema = .object(
    ListingDocument.properties + [
      .init("description", .string),
      .init(
        "score",
        .fields([
          "value": .nullable(.number), "unknown_because": .nullable(.string),
          "parts": .array(
            .fields(["factor": .string, "points": .number, "maximum": .number, "reason": .string])),
        ])), .init("prices", .array(.fields(["at": .instant, "price": .nullable(.number)]))),
      .init("elsewhere", .array(.integer)),
    ])

  /// For people.
  func text(zone: ZoneTable?) -> String {
    let listing = sheet.listing
    var fields = FieldList([
      "listing": "\(listing.id)", "title": listing.title, "price": listing.price?.description ?? "none is given",
    ])
    fields.add("category", listing.category)
    fields.add("condition", listing.condition?.words)
    fields.add("tags", listing.tags.isEmpty ? nil : listing.tags.joined(separator: ", "))
    fields.add("place", listing.place)
    fields.add(
      "seller", listing.seller.map { $0 + (listing.sellerRating.map { ", rated \(Words.number($0)) of 5" } ?? "") })
    fields.add("address", listing.url)
    fields.add("source", "\(listing.source), \(listing.externalID) there")
    fields.add("first seen", listing.firstSeenAt.text(in: zone))
    fields.add("last seen", listing.seenAt.text(in: zone))
    fields.add(
      "elsewhere",
      sheet.elsewhere.isEmpty ? nil : sheet.elsewhere.map { "listing \($0.id) (\($0.source))" }.joined(separator: ", "))
    fields.add(
      "deal score",
      sheet.score.value.map(DealScore.words) ?? sheet.score.unknownBecause ?? "unknown")
    fields.add("deal score then", sheet.scoreWhenItCameIn)
    var score = TextTable([.words("factor"), .numbers("points"), .numbers("of"), .sentence("why")])
    for part in sheet.score.parts {
      score.add([
        part.factor.rawValue, Words.number(part.points.points), Words.number(part.points.maximum), part.points.reason,
      ])
    }
    var prices = TextTable([.whole("from"), .numbers("price")])
    for point in sheet.history.points {
      prices.add([
        point.at.text(in: zone), point.cents.map { Money(cents: $0, sheet.history.currency).description } ?? "none",
      ])
    }
    return fields.text + "\n" + score.text(empty: "") + "\n" + prices.text(empty: "No price was ever given.")
      + (listing.description.isEmpty
        ? "" : "\n" + PageWidth.wrapped(PlainText.printable(listing.description, limit: 2000), used: 0, hanging: 0))
  }
}
