import Core

extension CommandTable {
  /// What can be done with campaigns.
  static let campaigns = [
    Command(
      id: "campaigns.open", title: "Open",
      explanation: "List: goes to the pages about the campaign. A number: what it means, and the rows behind it.",
      scopes: [.campaigns], keys: [.enter], hint: "open", intent: .open, availability: canOpenCampaign),
    Command(
      id: "campaign.range", title: "Days",
      explanation: "The days to look at: the last 7, 30, 90 or 365, or any from one day to another.",
      scopes: [.campaigns], keys: [.character("t")], hint: "days", intent: .campaigns(.range),
      availability: campaignsAreRead),
    Command(
      id: "campaign.new", title: "New campaign",
      explanation: "A form for a new campaign: its offers, what it pays for, its budget, its days and whom it is for.",
      scopes: [.campaigns], keys: [.character("n")], hint: "new", intent: .campaigns(.new), availability: canBegin),
    Command(
      id: "campaign.edit", title: "Edit", explanation: "The form of the selected campaign.",
      scopes: [.campaigns], keys: [.character("e")], hint: "edit", intent: .campaigns(.edit),
      availability: canChange),
    Command(
      id: "campaign.pause", title: "Pause or resume",
      explanation: "Nobody is shown the offers of a paused campaign until it is resumed; open claims stay redeemable.",
      scopes: [.campaigns], keys: [.character("p")], hint: "pause", intent: .campaigns(.pause),
      availability: canChange),
    Command(
      id: "campaign.end", title: "End",
      explanation: "Ends it for good: nobody is shown its offers any more, and nothing is spent. Asks first.",
      scopes: [.campaigns], keys: [.character("d")], hint: "end", danger: .asks, intent: .campaigns(.end),
      availability: canChange),
    Command(
      id: "campaign.what-if", title: "What if",
      explanation: "Supposes that some of the budget went to another campaign. Writes nothing.",
      scopes: [.campaigns], keys: [.character("w")], hint: "what if", intent: .campaigns(.whatIf),
      availability: campaignsAreRead),
    Command(
      id: "campaign.measure", title: "Another number",
      explanation: "Chooses the number that the trend, the hours and the comparison draw.",
      scopes: [.campaigns], keys: [.character("M")], intent: .campaigns(.measure), availability: campaignsAreRead),
    Command(
      id: "campaign.rank", title: "Rank by",
      explanation: "Chooses what the list is ranked by: the lower bound of its interval, so that luck does not win.",
      scopes: [.campaigns], keys: [.character("K")], intent: .campaigns(.rank), availability: campaignsAreRead),
    Command(
      id: "campaign.finer", title: "Finer steps", explanation: "Month to week, week to day, day to hour.",
      scopes: [.campaigns], keys: [.character("[")], intent: .campaigns(.finer), availability: campaignsAreRead),
    Command(
      id: "campaign.coarser", title: "Coarser steps", explanation: "Hour to day, day to week, week to month.",
      scopes: [.campaigns], keys: [.character("]")], intent: .campaigns(.coarser), availability: campaignsAreRead),
    Command(
      id: "campaign.columns", title: "Columns",
      explanation: "Chooses which numbers the list shows; remembered for the next time.",
      scopes: [.campaigns], keys: [.character("C")], intent: .campaigns(.columns), availability: campaignsAreRead),
    Command(
      id: "campaign.views", title: "Saved views",
      explanation: "Goes to a view that was kept, or keeps this one: its days, steps, number, columns and order.",
      scopes: [.campaigns], keys: [.character("L")], intent: .campaigns(.views), availability: campaignsAreRead),
    Command(
      id: "campaign.report", title: "Report",
      explanation: "Writes what is shown to a file to read, as Markdown or HTML. Asks first.",
      scopes: [.campaigns], keys: [.character("R")], hint: "report", intent: .campaigns(.report),
      availability: campaignsAreRead),
    Command(
      id: "campaign.monitor", title: "Tell me when",
      explanation: "Watches a number, such as a return below 1, and puts an alert on this screen once it is so.",
      scopes: [.campaigns], keys: [.character("A")], hint: "alert", intent: .campaigns(.monitor),
      availability: campaignsAreRead),
    Command(
      id: "campaign.follow", title: "Go to its offers",
      explanation: "Goes to the offers of the campaign on the Partners screen; esc returns.",
      scopes: [.campaigns], keys: [.character("o")], hint: "offers", intent: .campaigns(.follow),
      availability: hasOffers),
    Command(
      id: "number.export", title: "Export the rows",
      explanation: "Writes the rows behind the number to a CSV or JSON file.",
      scopes: [.number], keys: [.character("x")], hint: "export", intent: .campaigns(.exportNumber),
      availability: { $0.canExportNumber }),
  ]

  private static let campaignsAreRead: @Sendable (State) -> Availability = { state in
    state.campaigns.isRead ? .available : .unavailable("nothing is loaded yet")
  }

  private static let canOpenCampaign: @Sendable (State) -> Availability = { state in
    guard state.campaigns.isRead else { return .unavailable("nothing is loaded yet") }
    guard state.campaigns.focus == .list || state.campaigns.focus == .returns else {
      return state.campaignNumber != nil ? .available : .unavailable("no number is here")
    }
    return state.campaigns.selected != nil ? .available : .unavailable("no campaign is selected")
  }

  private static let canBegin: @Sendable (State) -> Availability = { $0.campaigning }

  private static let canChange: @Sendable (State) -> Availability = { state in
    guard state.campaigning.isAvailable else { return state.campaigning }
    guard let row = state.campaigns.selected else { return .unavailable("no campaign is selected") }
    guard state.campaignOrders.isEmpty else { return .soon("the last step is still under way") }
    return row.campaign.state == .ended ? .unavailable("it has ended") : .available
  }

  private static let hasOffers: @Sendable (State) -> Availability = { state in
    state.campaigns.selected != nil ? .available : .unavailable("no campaign is selected")
  }
}
