/// Offers that are run and judged together. An offer belongs to one campaign at most.
package struct Campaign: Hashable, Sendable {
  package typealias ID = Core.ID<Campaign>

  package let id: ID
  package let name: String
  /// By number.
  package let offers: [Offer.ID]
  package let createdAt: Timestamp

  package init(id: ID, name: String, offers: [Offer.ID], createdAt: Timestamp) {
    self.id = id
    self.name = name
    self.offers = offers
    self.createdAt = createdAt
  }
}
