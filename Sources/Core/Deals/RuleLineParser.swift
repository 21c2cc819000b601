/// Reads a rule line from left to right.
struct RuleLineParser {
  private var reader: RuleLineReader
  private let places: KnownPlaces
  private var draft = RuleDraft()
  /// Where each field was given first, by the name documents have for it.
  private var columns: [String: Int] = [:]

  init(_ line: String, places: KnownPlaces) {
    reader = RuleLineReader(line)
    self.places = places
  }

  /// The rule of the whole line.
  mutating func parse() throws(RuleLineError) -> RuleDraft {
    while reader.skipBlanks() { try term() }
    draft.channels = Preferences.Channel.allCases.filter(draft.channels.contains)
    do throws(InvalidInput) {
      try draft.check()
    } catch {
      // A field that was never given is one that is missing: it would stand at the end.
      guard let column = columns[error.field] else {
        throw RuleLineError(column: reader.column, expected: "the line \(error.message)")
      }
      throw RuleLineError(column: column, expected: "\(error.field) \(error.message)")
    }
    return draft
  }

  /// What a key begins; the longer of two that begin alike comes first.
  private enum Key: String, CaseIterable {
    case category = "in:"
    case price = "price:"
    case score = "score>="
    case leastCondition = "condition>="
    case condition = "condition:"
    case channels = "via:"
    case frequency = "every:"
    case name = "name:"
    case area = "within:"
  }

  /// One term; the reader stands at its first character.
  private mutating func term() throws(RuleLineError) {
    let column = reader.column
    if let key = Key.allCases.first(where: { reader.isAt($0.rawValue) }) {
      _ = reader.take(key.rawValue)
      try value(of: key, column)
    } else if reader.take(word: "urgent") {
      draft.isUrgent = true
    } else if reader.take(word: "paused") {
      draft.isEnabled = false
    } else if reader.take("-") {
      guard !reader.isAtBlank else { throw reader.expected("a word right after '-'") }
      note("exclude_keywords", column)
      draft.terms.excludes.append(try keyword("exclude_keywords"))
    } else {
      note("keywords", column)
      draft.terms.keywords.append(try keyword("keywords"))
    }
    guard reader.isAtBlank else { throw reader.expected("a blank") }
  }

  private mutating func value(of key: Key, _ column: Int) throws(RuleLineError) {
    switch key {
    case .category:
      note("categories", column)
      for item in try list({ reader throws(RuleLineError) in try Self.category(&reader) }) {
        draft.terms.categories.append(item)
      }
    case .price: try price(column)
    case .score:
      try once("min_deal_score", key, column)
      draft.terms.minDealScore = try reader.number("a number from 0 to 1 after 'score>='")
    case .leastCondition:
      try once("min_condition", key, column)
      draft.terms.minCondition = try Self.name(&reader, of: ListingCondition.self)
    case .condition:
      try once("condition", key, column)
      draft.terms.condition = try Self.name(&reader, of: ListingCondition.self)
    case .channels:
      draft.channels += try list { reader throws(RuleLineError) in
        try Self.name(&reader, of: Preferences.Channel.self)
      }
    case .frequency:
      try once("frequency", key, column)
      draft.frequency = try Self.name(&reader, of: Preferences.AlertFrequency.self)
    case .name:
      try once("name", key, column)
      draft.name = try reader.quoted()
    case .area: try area(column)
    }
  }

  private mutating func keyword(_ field: String) throws(RuleLineError) -> RuleKeyword {
    let column = reader.column
    if reader.isAt("\"") { return try keyword(.words, try reader.quoted(), column, field) }
    if reader.take(RuleKeyword.stemMark) { return try keyword(.stem, try bare(), column, field) }
    let text = try bare()
    return try keyword(reader.take("*") ? .prefix : .words, text, column, field)
  }

  private func keyword(
    _ kind: RuleKeyword.Kind, _ text: String, _ column: Int, _ field: String
  ) throws(RuleLineError) -> RuleKeyword {
    do throws(InvalidInput) {
      return try RuleKeyword(kind, text, field: field)
    } catch {
      throw RuleLineError(column: column, expected: error.message)
    }
  }

  /// A word without quotes. What looks like a key is no word: a mistyped key must not become a wish.
  private mutating func bare() throws(RuleLineError) -> String {
    let start = reader
    let text = reader.take { !RuleToken.isSpecial($0) }
    if reader.isAtBlank || reader.isAt("*") {
      // A comma between words is how people write lists.
      let word = String(text.reversed().drop { $0 == "," }.reversed())
      return word.isEmpty ? text : word
    }
    guard !text.isEmpty, reader.isAt(":") || reader.isAt("<") || reader.isAt(">") || reader.isAt("=") else {
      throw reader.expected("a blank before this")
    }
    let keys = Key.allCases.map(\.rawValue)
    let meant = NearestName.among(keys.map { String($0.prefix { $0.isLetter }) }, to: text)
    let hint = meant.flatMap { word in keys.first { $0.hasPrefix(word) } }.map { "did you mean '\($0)'?" }
    throw start.expected(hint ?? "a word, or one of \(keys.joined(separator: " "))")
  }

  private static func category(_ reader: inout RuleLineReader) throws(RuleLineError) -> String {
    if reader.isAt("\"") { return try reader.quoted() }
    let text = reader.take { !RuleToken.isSpecial($0) && $0 != "," }
    guard !text.isEmpty else { throw reader.expected("a category") }
    return text
  }

  private mutating func price(_ column: Int) throws(RuleLineError) {
    try once("min_price", .price, column)
    note("max_price", column)
    let terms = (least: try amount(), dots: reader.take(".."), most: try amount())
    guard terms.dots else { throw reader.expected("'..' between the least and the most, as in price:200..800") }
    guard terms.least != nil || terms.most != nil else { throw reader.expected("an amount, as in price:..800") }
    draft.terms.minPriceCents = terms.least
    draft.terms.maxPriceCents = terms.most
    guard !reader.isAtBlank else { return }
    let start = reader
    guard let currency = Currency(reader.take(while: \.isLetter).uppercased()) else {
      throw start.expected("a currency such as USD, or a blank")
    }
    draft.terms.currency = currency
  }

  /// Minor units; nil where no amount stands here.
  private mutating func amount() throws(RuleLineError) -> Int64? {
    let start = reader
    let digits = reader.take { $0.isNumber }
    guard !digits.isEmpty else { return nil }
    var text = digits
    if reader.isAt("."), !reader.isAt("..") {
      _ = reader.take(".")
      text += "." + reader.take { $0.isNumber }
    }
    guard let cents = try? Money.cents(parsing: text, field: "price") else {
      throw start.expected("an amount such as 42.50, of at most a million")
    }
    return cents
  }

  private mutating func area(_ column: Int) throws(RuleLineError) {
    try once("radius", .area, column)
    let radius = try reader.number("a number of mi or km after 'within:'")
    guard let unit = RuleArea.Unit.allCases.first(where: { reader.isAt($0.rawValue) }), reader.take(unit.rawValue)
    else { throw reader.expected("mi or km right after the number") }
    guard reader.isAtBlank, reader.skipBlanks(), reader.take(word: "of"), reader.skipBlanks() else {
      throw reader.expected("'of' and a place, as in within:10mi of \"George Town\"")
    }
    let start = reader
    if reader.isAt("\"") {
      let name = try reader.quoted()
      guard let place = places.place(named: name) else {
        let hint = places.nearest(to: name).map { "did you mean \"\($0.name)\"?" }
        throw RuleLineError(
          column: start.column,
          expected: "no place is called \"\(name.prefix(40))\"; \(hint ?? "give it as latitude,longitude")")
      }
      draft.terms.area = RuleArea(center: place.position, radius: radius, unit: unit, place: place.name)
    } else {
      let latitude = try reader.number("a place in quotes, or latitude,longitude")
      guard reader.take(",") else { throw reader.expected("',' and a longitude") }
      let longitude = try reader.number("a longitude")
      guard let center = Coordinate(latitude: latitude, longitude: longitude) else {
        throw start.expected("a latitude within 90 degrees and a longitude within 180")
      }
      draft.terms.area = RuleArea(center: center, radius: radius, unit: unit)
    }
  }

  private mutating func list<Item>(
    _ item: (inout RuleLineReader) throws(RuleLineError) -> Item
  ) throws(RuleLineError) -> [Item] {
    var items = [try item(&reader)]
    while reader.take(",") { items.append(try item(&reader)) }
    return items
  }

  private static func name<Name: RawRepresentable & CaseIterable>(
    _ reader: inout RuleLineReader, of type: Name.Type
  ) throws(RuleLineError) -> Name where Name.RawValue == String {
    let start = reader
    let text = reader.take { $0.isLetter || $0 == "_" }
    guard let name = Name(rawValue: text.lowercased()) else {
      throw start.expected(Words.either(Name.allCases.map(\.rawValue)))
    }
    return name
  }

  private mutating func once(_ field: String, _ key: Key, _ column: Int) throws(RuleLineError) {
    guard columns[field] == nil else {
      throw RuleLineError(column: column, expected: "expected '\(key.rawValue)' only once")
    }
    note(field, column)
  }

  private mutating func note(_ field: String, _ column: Int) {
    if columns[field] == nil { columns[field] = column }
  }
}
