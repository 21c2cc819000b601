/// Something that is for sale somewhere, as it stood when its source was last read.
package struct Listing: Hashable, Sendable {
  package typealias ID = Core.ID<Listing>

  package let id: ID
  /// Where it was found, as `craigslist`; with ``externalID`` it tells listings apart.
  package var source: String
  package var externalID: String
  package var title: String
  package var description: String
  package var tags: [String]
  /// Nil where the source gives none.
  package var price: Money?
  /// In lower case.
  package var category: String?
  package var condition: ListingCondition?
  /// The name of where it is, as the source writes it.
  package var place: String?
  package var position: Coordinate?
  package var seller: String?
  /// From 0 to 5.
  package var sellerRating: Double?
  package var url: String?
  package var imageURL: String?
  package var postedAt: Timestamp?
  package var firstSeenAt: Timestamp
  package var seenAt: Timestamp
  /// From 0 to 1; nil where there are too few comparables, see ``DealScore``.
  package var dealScore: Double?
  /// The same in all listings of one item; nil where it stands alone.
  package var group: Int64?
  /// From 1; one more with each drop of the price, so that a rule may tell of it again.
  package var priceEpoch: Int

  package init(
    id: ID, source: String, externalID: String, title: String, description: String = "", tags: [String] = [],
    price: Money? = nil, category: String? = nil, condition: ListingCondition? = nil, place: String? = nil,
    position: Coordinate? = nil, seller: String? = nil, sellerRating: Double? = nil, url: String? = nil,
    imageURL: String? = nil, postedAt: Timestamp? = nil, firstSeenAt: Timestamp, seenAt: Timestamp,
    dealScore: Double? = nil, group: Int64? = nil, priceEpoch: Int = 1
  ) {
    self.id = id
    self.source = source
    self.externalID = externalID
    self.title = title
    self.description = description
    self.tags = tags
    self.price = price
    self.category = category
    self.condition = condition
    self.place = place
    self.position = position
    self.seller = seller
    self.sellerRating = sellerRating
    self.url = url
    self.imageURL = imageURL
    self.postedAt = postedAt
    self.firstSeenAt = firstSeenAt
    self.seenAt = seenAt
    self.dealScore = dealScore
    self.group = group
    self.priceEpoch = priceEpoch
  }
}
