import Core

extension State {
  /// What is looked at in a dialog and has a place on the Partners screen: an offer, or a partner.
  var partnersTarget: (partner: Partner.ID, offer: Offer.ID?)? {
    switch dialogs.last {
    case .offer(let target, _): discovery.offer(target.offerID).map { ($0.partnerID, $0.id) }
    case .card(let open):
      switch open.card {
      case .offer(let card): (card.offer.partnerID, card.offer.id)
      case .partner(let card): (card.partner.id, nil)
      case .claim(let card): (card.offer.partnerID, card.offer.id)
      case .person, nil: nil
      }
    default: nil
    }
  }

  /// Goes to the Partners screen with what was looked at selected, and remembers the way.
  mutating func showOnPartners() -> [Effect] {
    guard let target = partnersTarget else { return [] }
    rememberPlace()
    dialogs.removeAll()
    screen = .partners
    partners.isZoomed = false
    partners.wayBack = []
    partners.focus = target.offer == nil ? .offers : .offer
    return goTo(partner: target.partner, offer: target.offer)
  }

  /// Selects a partner and one of its offers, as soon as they are read.
  mutating func goTo(partner: Partner.ID?, offer: Offer.ID?) -> [Effect] {
    if let offer { partners.expect(offer) }
    partners.select(partner.map(PartnerRow.Key.one) ?? .all, now: now)
    if partners.isReadingOffers || offer.map({ $0 != partners.offerTable.selectedID }) ?? false {
      partners.reloads.note([], at: wall)
    }
    return continuePartners()
  }
}
