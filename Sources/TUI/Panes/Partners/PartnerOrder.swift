import Core

/// What the forms and boxes of the Partners screen ask for; each is answered by a ``PartnerAnswer``, and what is saved
/// as every form is.
package enum PartnerOrder: Equatable, Sendable {
  case openOffer(OfferDraft.Wish)
  /// Nil is a new partner.
  case openPartner(Partner.ID?)
  /// Keep what stands in a form, if the rest still is what was seen when it was opened.
  case saveOffer(OfferDraft, [String: FieldValue], seen: [String: FieldValue])
  case savePartner(PartnerDraft, [String: FieldValue], seen: [String: FieldValue])
  /// Whom an offer that is being written would reach.
  case reach(Offer)
  case keys(Partner.ID)
  /// Make a key, in the place of another where that is named.
  case makeKey(Partner.ID, replacing: StoredKey.ID?)
  case revokeKey(StoredKey.ID)
  /// A statement; nil is of the latest month there is.
  case statement(Partner.ID, SettlementPeriod?)

  /// Whether it changes nothing that stays.
  package var onlyShows: Bool {
    switch self {
    case .openOffer, .openPartner, .reach, .keys, .statement: true
    case .saveOffer, .savePartner, .makeKey, .revokeKey: false
    }
  }
}

/// What became of a ``PartnerOrder``.
package enum PartnerAnswer: Equatable, Sendable {
  case offerDraft(OfferDraft)
  case partnerDraft(PartnerDraft)
  case offerSaved(Offer.ID)
  case reach(ReachEstimate)
  /// The latest first.
  case keys([StoredKey])
  case keyMade(NewKey)
  case keyRevoked(StoredKey)
  case statement(StatementPage)
}

/// A partner's statement of one month, and the months there are.
package struct StatementPage: Equatable, Sendable {
  package let statement: PartnerStatement
  /// The latest first; the month that runs is among them.
  package let months: [SettlementPeriod]
  /// The partner's clock.
  package let zone: ZoneTable

  package init(statement: PartnerStatement, months: [SettlementPeriod], zone: ZoneTable) {
    self.statement = statement
    self.months = months
    self.zone = zone
  }
}
