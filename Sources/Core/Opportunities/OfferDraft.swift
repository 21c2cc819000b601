/// What the form of an offer begins with: the offer, whose it is, and what its fields need to know.
package struct OfferDraft: Equatable, Sendable {
  /// What is to be opened.
  package enum Wish: Hashable, Sendable {
    /// A new offer of a partner.
    case new(Partner.ID)
    case edit(Offer.ID)
  }

  /// As it is stored; a new one has number 0, no title and no value yet.
  package let offer: Offer
  package let partner: Partner
  /// The partner's clock.
  package let zone: ZoneTable
  /// What other offers and partners are filed under.
  package let categories: [String]

  package init(offer: Offer, partner: Partner, zone: ZoneTable, categories: [String]) {
    self.offer = offer
    self.partner = partner
    self.zone = zone
    self.categories = categories
  }

  /// A draft without an offer: where the partner is, in its currency and category, for whoever parks near.
  package init(newFor partner: Partner, zone: ZoneTable, categories: [String]) {
    self.init(
      offer: Offer(
        id: Offer.ID(0), partnerID: partner.id, title: "", category: partner.category, value: ValueProposition(),
        currency: partner.currency, position: partner.position, state: .draft),
      partner: partner, zone: zone, categories: categories)
  }

  /// Whether there is no such offer yet.
  package var isNew: Bool { offer.id.value == 0 }
}
