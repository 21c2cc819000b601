/// A list on one of the screens.
package enum ListPlace: Hashable, Sendable {
  case discover(Pane)
  case partners(PartnersPane)
  case experiments
  case campaigns
  case deals(DealsPane)

  /// Every list there is; the map of Discover has that of the ranking.
  package static let all: [ListPlace] =
    Pane.allCases.filter { $0 != .map }.map(ListPlace.discover) + [
      .partners(.partners), .partners(.offers), .experiments, .campaigns,
    ] + DealsPane.lists.map(ListPlace.deals)

  /// The list it speaks of, where it has none of its own.
  var ofRows: ListPlace {
    switch self {
    case .discover(.map): .discover(.ranked)
    case .partners(.offer): .partners(.offers)
    default: self
    }
  }

  /// The word on its border.
  package var title: String {
    switch self {
    case .discover(let pane): pane.title
    case .partners(let pane): pane.title
    case .experiments: ExperimentsPane.list.title
    case .campaigns: CampaignsPane.list.title
    case .deals(let pane): pane.title
    }
  }

  /// The order in which it comes, in words.
  package var orderWords: String {
    switch self {
    case .discover(let pane): pane.orderWords
    case .partners(let pane): pane.orderWords
    case .experiments: ExperimentsPane.list.orderWords
    case .campaigns: CampaignsPane.orderWords
    case .deals(let pane): pane.orderWords
    }
  }
}

extension State {
  /// The list that has the keyboard, or belongs to what has it; nil on screens without lists.
  package var list: ListPlace? {
    switch screen {
    case .discover: .discover(discovery.focus)
    case .partners: .partners(partners.focus)
    case .experiments: .experiments
    case .campaigns: .campaigns
    case .deals: .deals(deals.list)
    case .overview, .gallery: nil
    }
  }

  /// The list of a place, whatever its rows are.
  package subscript(list place: ListPlace) -> any TableControl {
    get {
      switch place {
      case .discover(let pane): discovery[table: pane]
      case .partners(let pane): partners[table: pane]
      case .experiments: experiments.table
      case .campaigns: campaigns.table
      case .deals(let pane): deals[table: pane]
      }
    }
    set {
      switch place {
      case .discover(let pane): discovery[table: pane] = newValue
      case .partners(let pane): partners[table: pane] = newValue
      case .experiments: if let table = newValue as? TableState<ExperimentRow> { experiments.table = table }
      case .campaigns: if let table = newValue as? TableState<CampaignListRow> { campaigns.table = table }
      case .deals(let pane): deals[table: pane] = newValue
      }
    }
  }

  /// Whether the keyboard types into a list's filter.
  var isFiltering: Bool { list.map { self[list: $0].isFiltering } ?? false }

  /// Rows that can be chosen in the list with the keyboard; none while they are being read.
  var listCount: Int {
    switch list {
    case .discover(let pane): discovery.selection(in: pane).count
    case .partners(let pane): partners[table: pane].count
    case .experiments: experiments.table.count
    case .campaigns: campaigns.table.count
    case .deals(let pane): deals[table: pane].count
    case nil: 0
    }
  }

  /// Selects a row of the list with the keyboard, with what follows from it.
  mutating func selectRow(_ row: Int) -> [Effect] {
    switch screen {
    case .partners: selectPartnersRow(row)
    case .experiments: selectExperimentsRow(row)
    case .campaigns: selectCampaignsRow(row)
    case .deals: selectDealsRow(row)
    case .overview, .discover, .gallery: moveSelection(to: row)
    }
  }

  /// Moves within the list with the keyboard by rows, as far as there are any.
  mutating func moveRows(by rows: Int) -> [Effect] {
    switch screen {
    case .discover: moveSelection(by: rows)
    case .partners: movePartners(by: rows)
    case .experiments: moveExperiments(by: rows)
    case .campaigns: moveCampaigns(by: rows)
    case .deals: moveDeals(by: rows)
    case .overview, .gallery: []
    }
  }

  /// How many rows of a list have room at once.
  func listHeight(of place: ListPlace) -> Int {
    switch place {
    case .discover(let pane): DiscoverLayout(self).listHeight(of: pane, self)
    case .partners(let pane): PartnersLayout(self).listHeight(of: pane, self)
    case .experiments: ExperimentsLayout(self).listHeight(self)
    case .campaigns: CampaignsLayout(self).listHeight(self)
    case .deals(let pane): DealsLayout(self).listHeight(of: pane, self)
    }
  }
}
