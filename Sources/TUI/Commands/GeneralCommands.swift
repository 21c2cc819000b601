extension CommandTable {
  private static let anywhere: [Scope] = [.screen, .dialog, .entry, .form]

  /// What works on every screen.
  static let general = [
    Command(
      id: "app.back", title: "Back",
      explanation:
        "Closes what lies on top; then stops the work under way, leaves the zoom, takes the filter away, then the marks, returns the way you came.",
      scopes: anywhere, keys: [.escape], hint: "back", intent: .back,
      availability: { $0.canGoBack ? .available : .unavailable("there is nothing to go back from") }),
    Command(
      id: "screen.overview", title: "Overview", explanation: "What needs you: today in numbers.",
      scopes: [.screen], keys: [.character("1")], intent: .showOverview),
    Command(
      id: "screen.partners", title: "Partners",
      explanation: "Partners and their offers: what each is, when it appears, and what it earns.",
      scopes: [.screen], keys: [.character("2")], intent: .showPartners),
    Command(
      id: "screen.discover", title: "Discover", explanation: "Who is parked, what each person is shown, and why.",
      scopes: [.screen], keys: [.character("3")], intent: .showDiscover),
    Command(
      id: "screen.experiments", title: "Experiments",
      explanation: "Tests of one offer or campaign against another: whether to stop, and which one won.",
      scopes: [.screen], keys: [.character("4")], intent: .showExperiments),
    Command(
      id: "screen.campaigns", title: "Campaigns",
      explanation: "Where the money goes: what each campaign cost, what it brought, and what to do about it.",
      scopes: [.screen], keys: [.character("5")], intent: .showCampaigns),
    Command(
      id: "screen.deals", title: "Rules",
      explanation: "Tell me when it turns up: deal rules, what they find and why, watched prices, and the inbox.",
      scopes: [.screen], keys: [.character("6")], intent: .showDeals),
    Command(
      id: "overview.open", title: "Open the tile", explanation: "Goes to the screen and the pane that say more of it.",
      scopes: [.overview], keys: [.enter], hint: "open", intent: .open),
    Command(
      id: "view.freeze", title: "Freeze",
      explanation: "Holds the view still; what happens meanwhile is shown when it is let go.",
      scopes: [.screen], keys: [.character("f")], hint: "freeze", intent: .freeze),
    Command(
      id: "view.reload", title: "Reload", explanation: "Reads everything on the screen anew.",
      scopes: [.screen], keys: [.character("r")], intent: .reload),
    Command(
      id: "app.mouse", title: "Mouse on or off",
      explanation: "Gives the mouse back to the terminal, so that text can be selected and copied, and takes it again.",
      scopes: [.screen], keys: [.character("m")], intent: .toggleMouse),
    Command(
      id: "app.help", title: "Help", explanation: "Explains what has the keyboard and lists what works there.",
      scopes: [.screen, .dialog], keys: [.character("?"), .function(1)], hint: "help", intent: .help,
      availability: { $0.isInHelp ? .unavailable("this is help") : .available }),
    Command(
      id: "app.redraw", title: "Redraw", explanation: "Draws the screen again after something else has written on it.",
      scopes: anywhere, keys: [.control("l")], intent: .redraw),
    Command(
      id: "app.suspend", title: "Suspend", explanation: "Back to the shell for a while; fg returns.",
      scopes: anywhere, keys: [.control("z")], intent: .suspend),
    Command(
      id: "app.quit", title: "Quit", explanation: "Leaves Opportune. Nothing is lost.",
      scopes: [.screen], keys: [.character("q")], hint: "quit", intent: .quit),
    Command(
      id: "app.interrupt", title: "Stop or quit",
      explanation: "Stops the work that is shown over this line; without any, leaves Opportune, also out of a dialog.",
      scopes: anywhere, keys: [.control("c")], intent: .interrupt),
  ]
}

extension State {
  fileprivate var isInHelp: Bool {
    if case .help = dialogs.last { true } else { false }
  }

  /// Whether there is anything to close or take away.
  package var canGoBack: Bool {
    if case .welcome = dialogs.last { return canCancelWork }
    return !dialogs.isEmpty || !trail.isEmpty || canCancelWork || screen == .gallery
      || (screen == .partners && partners.canGoBack) || (screen == .experiments && experiments.canGoBack)
      || (screen == .campaigns && campaigns.canGoBack) || (screen == .deals && deals.canGoBack)
      || (screen == .discover
        && (isPresenting || guise != nil || discovery.isFiltering || discovery.isZoomed
          || discovery[table: discovery.focus].canBeCleared))
  }
}
