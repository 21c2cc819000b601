/// The parts in which help and the keys page list the commands.
package enum KeySection: Sendable, CaseIterable {
  case overview, discover, gallery, moving, everywhere, dialogs, finding, typing

  /// The heading over it.
  package var title: String {
    switch self {
    case .overview: "On the Overview"
    case .discover: "On Discover"
    case .gallery: "In the gallery"
    case .moving: "Moving"
    case .everywhere: "Everywhere"
    case .dialogs: "In dialogs"
    case .finding: "In the palette, the search and on cards"
    case .typing: "While text is typed"
    }
  }

  /// Its commands, in the order of the table. Each command is in one section.
  package var commands: [Command] { CommandTable.all.filter { Self(of: $0) == self } }

  /// The section of a command: by what it does if it only moves, else by where it works.
  package init(of command: Command) {
    let moves = ["move.", "pane."].contains { command.id.hasPrefix($0) }
    let places: [(Scope, KeySection)] = [
      (.screen, .everywhere), (.discover, .discover), (.overview, .overview), (.gallery, .gallery),
      (.palette, .finding), (.search, .finding), (.card, .finding), (.entry, .typing), (.line, .typing),
    ]
    let place = places.first { command.scopes.contains($0.0) }?.1
    self = moves ? .moving : place ?? .dialogs
  }
}
