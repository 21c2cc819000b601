/// What a rule asks for as a document, by the names of the contract; prices are decimal numbers.
extension RuleTerms {
  /// Every term, null where nothing is asked for.
  package var facts: [JSON.Member] {
    [
      .init("keywords", .array(keywords.map { .string($0.text) })),
      .init("exclude_keywords", .array(excludes.map { .string($0.text) })),
      .init("categories", .array(categories.map { .string($0) })),
      .init("condition", .optional(condition?.rawValue)), .init("min_condition", .optional(minCondition?.rawValue)),
      .init("min_price", .amount(cents: minPriceCents)),
      .init("max_price", .amount(cents: maxPriceCents)),
      .init("currency", .optional(currency?.code)), .init("place", .optional(area?.place)),
      .init("latitude", .optional(area?.center.latitude)), .init("longitude", .optional(area?.center.longitude)),
      .init("radius_km", .optional(area.map { $0.unit == .kilometres ? $0.radius : $0.reach.value / 1000 })),
      .init("radius_mi", .optional(area.flatMap { $0.unit == .miles ? $0.radius : nil })),
      .init("min_deal_score", .optional(minDealScore)),
    ]
  }

  /// Reads ``facts`` back, whichever of them are there; of two radii the one in miles holds.
  /// - Throws: ``InvalidInput`` naming the first field of the wrong kind. Rules about rules are left to ``check()``.
  package init(_ fields: inout JSONFields) throws(InvalidInput) {
    self.init()
    for text in try fields.strings("keywords") ?? [] {
      keywords.append(try RuleKeyword(parsing: text, field: fields.name("keywords")))
    }
    for text in try fields.strings("exclude_keywords") ?? [] {
      excludes.append(try RuleKeyword(parsing: text, field: fields.name("exclude_keywords")))
    }
    categories = try fields.strings("categories")?.map { $0.lowercased() } ?? []
    condition = try Self.condition(&fields, "condition")
    minCondition = try Self.condition(&fields, "min_condition")
    minPriceCents = try Self.cents(&fields, "min_price")
    maxPriceCents = try Self.cents(&fields, "max_price")
    if let code = try fields.string("currency") { currency = try Currency(code, field: fields.name("currency")) }
    area = try Self.area(&fields)
    minDealScore = try fields.number("min_deal_score")
  }

  private static func condition(_ fields: inout JSONFields, _ name: String) throws(InvalidInput) -> ListingCondition? {
    guard let text = try fields.string(name) else { return nil }
    return try ListingCondition.parsing(text, field: fields.name(name))
  }

  /// Decimal money as whole minor units, rounded half up.
  static func cents(_ fields: inout JSONFields, _ name: String) throws(InvalidInput) -> Int64? {
    guard let amount = try fields.number(name) else { return nil }
    guard abs(amount) < 1e13 else { throw InvalidInput(field: fields.name(name), "is no price") }
    return Int64((amount * 100 + 1e-9).rounded())
  }

  private static func area(_ fields: inout JSONFields) throws(InvalidInput) -> RuleArea? {
    let place = try fields.string("place")
    let (latitude, longitude) = (try fields.number("latitude"), try fields.number("longitude"))
    let (kilometres, miles) = (try fields.number("radius_km"), try fields.number("radius_mi"))
    guard let radius = miles ?? kilometres else {
      guard place == nil, latitude == nil, longitude == nil else {
        throw InvalidInput(.missingField, field: fields.name("radius_km"), "is missing; a place needs a radius")
      }
      return nil
    }
    let center = try Coordinate(
      latitude: fields.require(latitude, "latitude"), longitude: fields.require(longitude, "longitude"),
      latitudeField: fields.name("latitude"), longitudeField: fields.name("longitude"))
    return RuleArea(center: center, radius: radius, unit: miles == nil ? .kilometres : .miles, place: place)
  }
}

extension PackedListing {
  /// Reads a listing by the names of the contract, whichever of them are there.
  /// - Throws: ``InvalidInput`` naming the first field of the wrong kind.
  package init(_ fields: inout JSONFields) throws(InvalidInput) {
    let text = ListingText(
      title: try fields.string("title") ?? "", description: try fields.string("description") ?? "",
      tags: try fields.strings("tags") ?? [])
    let cents = try RuleTerms.cents(&fields, "price")
    if let cents, cents < 0 { throw InvalidInput(field: fields.name("price"), "must not be negative") }
    var currency = Currency.usd
    if let code = try fields.string("currency") { currency = try Currency(code, field: fields.name("currency")) }
    var condition: ListingCondition?
    if let name = try fields.string("condition") { condition = try .parsing(name, field: fields.name("condition")) }
    var position: Coordinate?
    let (latitude, longitude) = (try fields.number("latitude"), try fields.number("longitude"))
    if latitude != nil || longitude != nil {
      position = try Coordinate(
        latitude: fields.require(latitude, "latitude"), longitude: fields.require(longitude, "longitude"),
        latitudeField: fields.name("latitude"), longitudeField: fields.name("longitude"))
    }
    let category = try fields.string("category")?.lowercased()
    self.init(
      text: text, price: cents.map { Money(cents: $0, currency) }, category: category, condition: condition,
      position: position, dealScore: try fields.number("deal_score"))
  }
}
