import Core

/// The Partners screen's part of the state: the last board, the last offer, and what is selected, by id.
package struct PartnersState: Equatable, Sendable {
  package private(set) var board: PartnersBoard?
  /// All of the selected offer, as far as it is read.
  package private(set) var sheet: OfferSheet?
  /// The pane with the keyboard.
  package internal(set) var focus = PartnersPane.partners
  /// The pane with the keyboard takes the whole screen.
  package var isZoomed = false
  /// Lines of the offer above the first in sight.
  package internal(set) var scroll = 0
  /// The panes that Enter led away from, the latest last.
  package internal(set) var wayBack: [PartnersPane] = []

  package private(set) var partnerTable = TableState<PartnerRow>()
  package private(set) var offerTable = TableState<OfferRow>()

  package var reloads = Reloads<PartnersRequest>()
  package var sheetReloads = Reloads<Offer.ID>()
  /// When, by the machine's clock, the lists were read last.
  package internal(set) var readAt: Timestamp?
  /// Why the last read failed.
  package var failure: String?

  /// An offer to be selected as soon as it is in the list.
  private var awaitedOffer: Offer.ID?

  package init() {}

  /// The list of a pane, whatever its rows are; one offer has that of the offers.
  package subscript(table pane: PartnersPane) -> any TableControl {
    get { pane == .partners ? partnerTable : offerTable }
    set {
      switch newValue {
      case let table as TableState<PartnerRow>: partnerTable = table
      case let table as TableState<OfferRow>: offerTable = table
      default: break
      }
    }
  }

  /// The partner whose offers are listed; nil is every partner.
  package var selectedPartnerID: Partner.ID? { partnerTable.selectedID?.partnerID }

  /// The selected offer, if it is in the list.
  package var selectedOffer: OfferRow? { offerTable.selected }

  /// The offers a command speaks of: the marked ones, else the selected one.
  package var offersInQuestion: [OfferRow] {
    let marked = offerTable.markCount > 0 ? offerTable.rows.filter { offerTable.marks.contains($0.id) } : []
    return marked.isEmpty ? selectedOffer.map { [$0] } ?? [] : marked
  }

  /// Whether the offers of the selected partner have yet to be read.
  package var isReadingOffers: Bool {
    board.map { $0.listedPartnerID != nil && $0.listedPartnerID != selectedPartnerID } ?? true
  }

  /// The sheet of the selected offer; nil while it is being read.
  package var currentSheet: OfferSheet? { sheet?.offer.id == offerTable.selectedID ? sheet : nil }

  /// What to read for the lists as they are now.
  var request: PartnersRequest {
    PartnersRequest(partnerTable.selectedID.map { $0.partnerID.map { .partner($0) } ?? .everybody } ?? .first)
  }

  /// Whether the way back has something to take away here before it leads elsewhere.
  package var canGoBack: Bool {
    isZoomed || !wayBack.isEmpty || self[table: focus].isFiltering || self[table: focus].canBeCleared
  }

  /// Takes in a board. Selections stay on what they were on, wherever it stands now; the first board selects whose
  /// offers it lists.
  /// - Parameter now: the town's time, for where offers stand.
  mutating func show(_ new: PartnersBoard, now: Timestamp) {
    board = new
    failure = nil
    partnerTable.show(PartnerRow.rows(of: new.partners))
    if partnerTable.selectedID == nil { partnerTable.select(new.listedPartnerID.map { .one($0) } ?? .all) }
    if partnerTable.selectedRow == nil, let row = partnerTable.startingRow { partnerTable.select(row: row) }
    listOffers(now: now)
  }

  /// Lists the offers of the selected partner as they stand at an instant.
  mutating func listOffers(now: Timestamp) {
    guard let board, !isReadingOffers else {
      offerTable.show([])
      return
    }
    let partner = selectedPartnerID
    offerTable.show(
      board.offers.lazy.filter { partner == nil || $0.offer.partnerID == partner }.map { OfferRow($0, now: now) })
    if let awaitedOffer, offerTable.all.contains(where: { $0.id == awaitedOffer }) {
      if offerTable.isFiltered, !offerTable.rows.contains(where: { $0.id == awaitedOffer }) {
        offerTable.editFilter { $0.clear() }
      }
      offerTable.select(awaitedOffer)
      self.awaitedOffer = nil
    }
    if offerTable.selectedRow == nil, let row = offerTable.startingRow { offerTable.select(row: row) }
  }

  /// Selects an offer as soon as it is in the list.
  mutating func expect(_ id: Offer.ID) { awaitedOffer = id }

  /// Takes in all of one offer; nil if it is no more.
  mutating func show(_ new: OfferSheet?) {
    if sheet?.offer.id != new?.offer.id { scroll = 0 }
    sheet = new
  }

  /// Selects a partner, or all of them.
  mutating func select(_ key: PartnerRow.Key, now: Timestamp) {
    guard key != partnerTable.selectedID else { return }
    partnerTable.select(key)
    offerTable.clearMarks()
    listOffers(now: now)
  }
}
