/// The parts in which help and the keys page list the commands.
package enum KeySection: Sendable, CaseIterable {
  case overview, partners, discover, experiments, campaigns, deals, gallery, moving, everywhere, dialogs, forms,
    finding, counter, typing

  /// The heading over it.
  package var title: String {
    switch self {
    case .overview: "On the Overview"
    case .partners: "On Partners"
    case .discover: "On Discover"
    case .experiments: "On Experiments"
    case .campaigns: "On Campaigns"
    case .deals: "On Rules"
    case .gallery: "In the gallery"
    case .moving: "Moving"
    case .everywhere: "Everywhere"
    case .dialogs: "In dialogs"
    case .forms: "In forms"
    case .finding: "In the palette, the search and on cards"
    case .counter: "At the counter"
    case .typing: "While text is typed"
    }
  }

  /// Its commands, in the order of the table. Each command is in one section.
  package var commands: [Command] { CommandTable.all.filter { Self(of: $0) == self } }

  /// The section of a command: by what it does if it only moves, else by the widest place it works in.
  package init(of command: Command) {
    let moves = ["move.", "pane."].contains { command.id.hasPrefix($0) }
    let places = Set(command.scopes.map { Self(of: $0) })
    self = moves ? .moving : Self.widestFirst.first(where: places.contains) ?? .dialogs
  }

  private static let widestFirst: [KeySection] = [
    .everywhere, .discover, .partners, .experiments, .campaigns, .deals, .overview, .gallery, .finding, .forms,
    .counter, .typing, .dialogs,
  ]

  private init(of scope: Scope) {
    self =
      switch scope {
      case .screen: .everywhere
      case .discover, .presentation: .discover
      case .overview: .overview
      case .experiments: .experiments
      case .campaigns, .number: .campaigns
      case .deals: .deals
      case .partners, .keys, .newKey, .statement: .partners
      case .gallery: .gallery
      case .palette, .search, .card: .finding
      case .counter: .counter
      case .form, .picking, .map: .forms
      case .entry, .line: .typing
      case .dialog, .choice, .question, .order, .offer, .claim, .help, .welcome: .dialogs
      }
  }
}
