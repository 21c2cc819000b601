import Canvas
import Core

extension State {
  /// Whether whoever acts may plan and run campaigns: analysts may.
  var campaigning: Availability {
    if actor.role == .partner { return .unavailable("campaigns are the operators' and analysts'") }
    return isReadOnly ? .unavailable("opened read-only") : .available
  }

  /// Takes note of changes, and reads them if the screen is looked at.
  mutating func refreshCampaigns(_ topics: Set<Topic>) -> [Effect] { [] }

  /// Reads everything on the screen anew.
  mutating func reloadCampaigns() -> [Effect] { [] }

  /// Begins the reads that are due.
  mutating func continueCampaigns() -> [Effect] { [] }

  /// Does what a command on campaigns means.
  mutating func perform(_ intent: CampaignsIntent) -> [Effect] { [] }

  /// Moves within the pane with the keyboard.
  mutating func moveCampaigns(by rows: Int) -> [Effect] { [] }

  /// Selects a row of the list: another campaign is read.
  mutating func selectCampaignsRow(_ row: Int) -> [Effect] {
    campaigns.table.select(row: row)
    return continueCampaigns()
  }

  /// Gives the keyboard to another pane.
  mutating func moveCampaignsPane(_ intent: Intent) -> [Effect] {
    let panes = CampaignsPane.allCases
    let here = panes.firstIndex(of: campaigns.focus) ?? 0
    switch intent {
    case .nextPane: campaigns.focus(on: panes[(here + 1) % panes.count])
    case .previousPane: campaigns.focus(on: panes[(here + panes.count - 1) % panes.count])
    case .paneLeft: campaigns.focus(on: panes[max(0, here - 1)])
    default: campaigns.focus(on: panes[min(panes.count - 1, here + 1)])
    }
    return []
  }

  /// Goes on to the pages of the selected campaign.
  mutating func openCampaign() -> [Effect] { [] }

  /// Takes away what narrows the view, then goes back to where Enter came from.
  mutating func leaveCampaigns() -> [Effect] {
    if campaigns.isZoomed {
      campaigns.isZoomed = false
    } else if let before = campaigns.wayBack.popLast() {
      campaigns.focus(on: before)
    } else {
      return returnAlongTrail()
    }
    return []
  }

  /// Selects a campaign on its screen, as soon as it is in the list.
  mutating func goTo(campaign id: Campaign.ID) -> [Effect] { continueCampaigns() }

  /// A click gives the keyboard to what is under it; the wheel moves what has it.
  mutating func pointAtCampaigns(_ mouse: MouseEvent) -> [Effect] { [] }
}
