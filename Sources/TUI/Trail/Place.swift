import Core

extension Trail {
  /// Where the keyboard was: the screen with what was selected in it, and what lay over it.
  package struct Place: Equatable, Sendable {
    let screen: Screen
    let pane: Pane
    let sessionID: ParkingSession.ID?
    let offerID: Offer.ID?
    /// What the pane's list was narrowed to.
    let filter: String
    let isZoomed: Bool
    /// The pane of the Partners screen, the partner and the offer that were selected there.
    let partnersPane: PartnersPane
    let partnerID: Partner.ID?
    let partnersOfferID: Offer.ID?
    /// The pane of the Experiments screen, and the experiment that was selected there.
    let experimentsPane: ExperimentsPane
    let experimentID: Experiment.ID?
    /// The pane of the Campaigns screen, and the campaign that was selected there.
    let campaignsPane: CampaignsPane
    let campaignID: Campaign.ID?
    /// The pane of the Rules screen, the rule that was selected there, and what its page was about.
    let dealsPane: DealsPane
    let ruleID: AlertRule.ID?
    let dealsSubject: DealsSubject?
    var dialogs: [Dialog]

    /// How the place is spoken of on the way back: `Session 8841`.
    package var title: String {
      switch dialogs.last {
      case .search: return "Search"
      case .card(let card): return card.title
      default: break
      }
      guard screen == .discover, let sessionID else { return screen.title }
      return "Session \(sessionID)"
    }
  }
}
