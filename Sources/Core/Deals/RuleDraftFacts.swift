extension RuleDraft {
  /// Everything that was decided, by the names that documents, edits and the command log use. Amounts are decimal
  /// numbers; keywords stand as in a rule line.
  package var facts: [JSON.Member] {
    [
      .init("name", .optional(name)), .init("keywords", .array(terms.keywords.map { .string($0.text) })),
      .init("exclude_keywords", .array(terms.excludes.map { .string($0.text) })),
      .init("categories", .array(terms.categories.map(JSON.string))),
      .init("condition", .optional(terms.condition?.rawValue)),
      .init("min_condition", .optional(terms.minCondition?.rawValue)),
      .init("min_price", .amount(cents: terms.minPriceCents)), .init("max_price", .amount(cents: terms.maxPriceCents)),
      .init("currency", .optional(terms.currency?.code)), .init("place", .optional(terms.area?.place)),
      .init("latitude", .optional(terms.area?.center.latitude)),
      .init("longitude", .optional(terms.area?.center.longitude)), .init("radius", .optional(terms.area?.radius)),
      .init("radius_unit", .optional(terms.area?.unit.rawValue)),
      .init("min_deal_score", .optional(terms.minDealScore)),
      .init("channels", .array(channels.map { .string($0.rawValue) })),
      .init("frequency", .optional(frequency?.rawValue)), .init("urgent", .bool(isUrgent)),
      .init("enabled", .bool(isEnabled)),
    ]
  }

  /// The names of the facts in which two differ, in the order of ``facts``.
  package func differences(from other: RuleDraft) -> [String] {
    zip(facts, other.facts).filter { $0 != $1 }.map(\.0.name)
  }

  /// Reads ``facts`` back; what may be left out has its usual value.
  /// - Throws: ``InvalidInput`` naming the first field that is unknown or of the wrong kind.
  package init(facts: JSON) throws(InvalidInput) {
    var fields = try JSONFields(facts)
    try self.init(reading: &fields)
    try fields.finish()
  }

  /// Reads the members of ``facts`` and leaves others to whoever asked.
  package init(reading fields: inout JSONFields) throws(InvalidInput) {
    var terms = RuleTerms()
    let name = try fields.string("name")
    terms.keywords = try Self.keywords(fields.strings("keywords"), field: "keywords")
    terms.excludes = try Self.keywords(fields.strings("exclude_keywords"), field: "exclude_keywords")
    terms.categories = (try fields.strings("categories") ?? []).map { $0.lowercased() }
    terms.condition = try Self.condition(fields.string("condition"), field: "condition")
    terms.minCondition = try Self.condition(fields.string("min_condition"), field: "min_condition")
    terms.minPriceCents = try Money.cents(ofAmount: fields.number("min_price"), field: "min_price")
    terms.maxPriceCents = try Money.cents(ofAmount: fields.number("max_price"), field: "max_price")
    terms.currency = try fields.string("currency").map { text throws(InvalidInput) in
      try Currency(text, field: "currency")
    }
    terms.area = try Self.area(&fields)
    terms.minDealScore = try fields.number("min_deal_score")
    let channels = try (fields.strings("channels") ?? []).map { text throws(InvalidInput) in
      try Preferences.Channel.parsing(text, field: "channels")
    }
    let frequency = try fields.string("frequency").map { text throws(InvalidInput) in
      try Preferences.AlertFrequency.parsing(text, field: "frequency")
    }
    self.init(
      name: name, terms: terms, channels: channels, frequency: frequency,
      isUrgent: try fields.bool("urgent") ?? false, isEnabled: try fields.bool("enabled") ?? true)
  }

  private static func area(_ fields: inout JSONFields) throws(InvalidInput) -> RuleArea? {
    let place = try fields.string("place")
    let (latitude, longitude) = (try fields.number("latitude"), try fields.number("longitude"))
    let (asked, unit) = (try fields.number("radius"), try fields.string("radius_unit"))
    // As documents of `rule match` have it.
    let kilometres = try fields.number("radius_km")
    guard kilometres == nil || asked == nil && unit == nil else {
      throw InvalidInput(field: "radius_km", "cannot stand beside radius; give one of them")
    }
    guard let radius = asked ?? kilometres else {
      guard latitude == nil, longitude == nil, place == nil else {
        throw InvalidInput(.missingField, field: "radius", "is missing; say how far from the place")
      }
      return nil
    }
    guard let latitude, let longitude else {
      throw InvalidInput(.missingField, field: "latitude", "is missing; a radius needs a place to be around")
    }
    guard let known = RuleArea.Unit(rawValue: unit ?? RuleArea.Unit.kilometres.rawValue) else {
      throw InvalidInput(field: "radius_unit", "must be mi or km")
    }
    let centre = try Coordinate(
      latitude: latitude, longitude: longitude, latitudeField: "latitude", longitudeField: "longitude")
    return RuleArea(center: centre, radius: radius, unit: known, place: place)
  }

  private static func keywords(_ texts: [String]?, field: String) throws(InvalidInput) -> [RuleKeyword] {
    try (texts ?? []).map { text throws(InvalidInput) in try RuleKeyword(parsing: text, field: field) }
  }

  private static func condition(_ text: String?, field: String) throws(InvalidInput) -> ListingCondition? {
    try text.map { text throws(InvalidInput) in try ListingCondition.parsing(text, field: field) }
  }
}
