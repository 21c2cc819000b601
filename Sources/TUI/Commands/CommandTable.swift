/// Every command there is, in the order of use. Nothing else binds a key.
package enum CommandTable {
  package static let all: [Command] =
    partnerForms + partners + partnerBoxes + experiments + campaigns + deals + discovery + clock + tables + editing
    + views
    + dialogs
    + forms + finding
    + counter + welcome + moving + general + gallery + entry

  /// The command with an id; nil if there is none.
  package static func command(_ id: String) -> Command? { all.first { $0.id == id } }

  /// The commands of some scopes, in the order of the table.
  package static func commands(in scopes: [Scope]) -> [Command] {
    all.filter { !$0.scopes.allSatisfy { !scopes.contains($0) } }
  }
}
