/// A listing as rules look at it: its folded words and the facts that are compared, made once and matched many times.
package struct PackedListing: Sendable {
  package let text: ListingText
  package let priceCents: Int64?
  package let currency: Currency
  /// In lower case.
  package let category: String?
  package let condition: ListingCondition?
  package let position: Coordinate?
  package let dealScore: Double?

  package init(
    text: ListingText, price: Money? = nil, category: String? = nil, condition: ListingCondition? = nil,
    position: Coordinate? = nil, dealScore: Double? = nil
  ) {
    self.text = text
    priceCents = price?.cents
    currency = price?.currency ?? .usd
    self.category = category
    self.condition = condition
    self.position = position
    self.dealScore = dealScore
  }

  package init(_ listing: Listing) {
    self.init(
      text: ListingText(title: listing.title, description: listing.description, tags: listing.tags),
      price: listing.price, category: listing.category, condition: listing.condition, position: listing.position,
      dealScore: listing.dealScore)
  }
}
