/// What the form of a partner begins with.
package struct PartnerDraft: Equatable, Sendable {
  /// As it is stored; a new one has number 0 and no name yet.
  package let partner: Partner
  /// What other offers and partners are filed under.
  package let categories: [String]
  /// Whether the terms may be changed: commission, approval, limit. They are the operators' matter.
  package let changesTerms: Bool

  package init(partner: Partner, categories: [String], changesTerms: Bool) {
    self.partner = partner
    self.categories = categories
    self.changesTerms = changesTerms
  }

  /// Whether there is no such partner yet.
  package var isNew: Bool { partner.id.value == 0 }
}
