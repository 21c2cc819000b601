import Canvas

/// What is kept from one run to the next of how things were seen, whatever was chosen at run time.
package struct ViewMemory: Hashable, Sendable {
  /// Nil is the configuration's.
  package var theme: Theme?
  package var discoverPreset = DiscoverPreset.balanced
  package var showsHeldBack = true
  /// By the lists' names.
  package var sorts: [String: TableSort] = [:]
  /// The columns that were chosen, by the lists' names; a list that is not here has its usual ones.
  package var columns: [String: Set<String>] = [:]

  package init() {}
}

extension State {
  /// Tells what was wrong before the first picture.
  package mutating func warn(_ problem: String) { notify(.warning, problem) }

  /// What there is to keep now.
  package var memory: ViewMemory {
    var memory = ViewMemory()
    memory.theme = view.chosenTheme
    memory.discoverPreset = view.discoverPreset
    memory.showsHeldBack = discovery.showsHeldBack
    for place in ListPlace.all {
      let table = self[list: place]
      if let sort = table.sort { memory.sorts[table.name] = sort }
    }
    if let chosen = campaigns.columns { memory.columns[CampaignListRow.listName] = chosen }
    return memory
  }

  /// Brings back what was kept. Columns that are no more are left out.
  /// - Parameters:
  ///   - fixesTheme: whether the colours were asked for in a way that stands above what was chosen last time.
  ///   - problem: why nothing could be read, to be told.
  package mutating func recall(_ memory: ViewMemory, fixesTheme: Bool = false, problem: String? = nil) {
    if let problem { warn(problem) }
    if !fixesTheme { view.chosenTheme = memory.theme == view.configuredTheme ? nil : memory.theme }
    view.discoverPreset = memory.discoverPreset
    discovery.showsHeldBack = memory.showsHeldBack
    campaigns.columns = memory.columns[CampaignListRow.listName].map { chosen in
      chosen.intersection(CampaignListRow.columns.map(\.id))
    }
    for place in ListPlace.all {
      let table = self[list: place]
      guard let sort = memory.sorts[table.name], table.sortChoices.contains(where: { $0.column == sort.column })
      else { continue }
      self[list: place].sort(by: sort)
    }
  }
}
