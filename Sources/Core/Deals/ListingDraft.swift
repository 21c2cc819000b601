/// A listing as a file or a document gives it, before the store has given it a number.
package struct ListingDraft: Hashable, Sendable {
  package var source: String
  package var externalID: String
  package var title: String
  package var description: String
  package var tags: [String]
  package var price: Money?
  package var category: String?
  package var condition: ListingCondition?
  package var place: String?
  package var position: Coordinate?
  package var seller: String?
  /// From 0 to 5.
  package var sellerRating: Double?
  package var url: String?
  package var imageURL: String?
  package var postedAt: Timestamp?

  /// Short texts become one line without control signs, and empty ones nil: what stands on the web is taken as it is,
  /// not sent back for a stray sign. Descriptions keep their lines.
  package init(
    source: String, externalID: String, title: String, description: String = "", tags: [String] = [],
    price: Money? = nil, category: String? = nil, condition: ListingCondition? = nil, place: String? = nil,
    position: Coordinate? = nil, seller: String? = nil, sellerRating: Double? = nil, url: String? = nil,
    imageURL: String? = nil, postedAt: Timestamp? = nil
  ) {
    self.source = Self.line(source)
    self.externalID = Self.line(externalID)
    self.title = Self.line(title)
    self.description = description
    self.tags = tags.map(Self.line).filter { !$0.isEmpty }
    self.price = price
    self.category = Self.optional(category)?.lowercased()
    self.condition = condition
    self.place = Self.optional(place)
    self.position = position
    self.seller = Self.optional(seller)
    self.sellerRating = sellerRating
    self.url = Self.optional(url)
    self.imageURL = Self.optional(imageURL)
    self.postedAt = postedAt
  }

  /// Longest title in characters, and longest description in bytes of UTF-8.
  package static let longestTitle = 500
  package static let longestDescription = 4_000_000
  /// The largest price in minor units: a hundred million.
  package static let mostCents: Int64 = 10_000_000_000

  /// - Throws: ``InvalidInput`` naming the first field that breaks a rule.
  package func check() throws(InvalidInput) {
    _ = try PlainText.checked(source, field: "source", limit: 60)
    _ = try PlainText.checked(externalID, field: "external_id", limit: 200)
    _ = try PlainText.checked(title, field: "title", limit: Self.longestTitle)
    guard description.utf8.count <= Self.longestDescription else {
      throw InvalidInput(field: "description", "is longer than 4 MB; shorten it")
    }
    guard tags.count <= 100 else { throw InvalidInput(field: "tags", "holds \(tags.count); at most 100") }
    for tag in tags { _ = try PlainText.checked(tag, field: "tags", limit: 120) }
    if let price, !(0...Self.mostCents).contains(price.cents) {
      throw InvalidInput(field: "price", "must be between 0 and 100,000,000.00")
    }
    for (field, text, limit) in [
      ("category", category, 60), ("place", place, 200), ("seller", seller, 200), ("url", url, 2000),
      ("image_url", imageURL, 2000),
    ] {
      if let text { _ = try PlainText.checked(text, field: field, limit: limit) }
    }
    if let sellerRating, !(0...5).contains(sellerRating) {
      throw InvalidInput(field: "seller_rating", "must be between 0 and 5, not \(sellerRating)")
    }
  }

  private static func line(_ text: String) -> String {
    let words = text.split { $0.isWhitespace || $0.isNewline }
    return String(
      String.UnicodeScalarView(words.joined(separator: " ").unicodeScalars.filter { !PlainText.isForbidden($0) }))
  }

  private static func optional(_ text: String?) -> String? {
    guard let line = text.map(line), !line.isEmpty else { return nil }
    return line
  }
}
