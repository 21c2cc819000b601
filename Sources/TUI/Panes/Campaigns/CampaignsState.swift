import Canvas
import Core

/// The Campaigns screen's part of the state: the last board, the selected campaign, and what of it is looked at.
package struct CampaignsState: Equatable, Sendable {
  /// The pane with the keyboard.
  package private(set) var focus = CampaignsPane.list
  /// The page that is in sight below the list.
  package private(set) var page = CampaignsPane.metrics
  /// The pane with the keyboard takes the whole screen.
  package var isZoomed = false
  /// The panes that Enter led away from, the latest last.
  package internal(set) var wayBack: [CampaignsPane] = []

  package internal(set) var table = TableState<CampaignRow>()

  package init() {}

  /// Whether there is anything to show.
  package var isRead: Bool { false }

  /// The selected campaign, if it is in the list.
  package var selected: CampaignRow? { table.selected }

  /// Whether the way back has something to take away here before it leads elsewhere.
  package var canGoBack: Bool {
    isZoomed || !wayBack.isEmpty || focus == .list && (table.isFiltering || table.canBeCleared)
  }

  /// Gives the keyboard to a pane.
  mutating func focus(on pane: CampaignsPane) {
    guard pane != focus else { return }
    focus = pane
    if CampaignsPane.pages.contains(pane) { page = pane }
  }
}
