import Canvas
import Core

extension State {
  /// The list of partners.
  var partnersList: ListPane<PartnerRow> {
    ListPane(
      state: self, isFocused: partners.focus == .partners, isRead: partners.board != nil, title: "Partners",
      table: partners.partnerTable,
      columns: PartnerRow.columns.filter(\.isDrawn),
      noun: "partners, last \(partners.board?.days ?? 30) days",
      // The line of all together is no partner.
      total: partners.board?.partners.count,
      emptyText: readingText ?? "No partner is known yet. 'opportune import offers FILE' brings partners and offers in."
    )
  }

  /// The list of the selected partner's offers.
  var offersList: ListPane<OfferRow> {
    let one = partners.partnerTable.selected.flatMap { $0.id == .all ? nil : $0.name }
    return ListPane(
      state: self, isFocused: partners.focus == .offers, isRead: partners.board != nil,
      title: one.map { "Offers of \($0)" } ?? "Offers", table: partners.offerTable,
      columns: OfferRow.columns(ofOnePartner: one != nil), noun: "offers",
      emptyText: readingText
        ?? (partners.isReadingOffers
          ? "Reading …" : one.map { "\($0) has no offers yet." } ?? "Nobody has offered anything yet."))
  }

  /// What stands in the place of lists that are not read yet.
  private var readingText: String? {
    guard partners.board == nil else { return nil }
    return partners.failure == nil ? "Reading …" : "Could not be read; r tries again."
  }
}
