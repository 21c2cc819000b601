/// Who does something: named in decisions, edits and the audit trail.
package struct Actor: Hashable, Sendable, CustomStringConvertible {
  /// What an actor may do.
  package enum Role: String, Sendable, CaseIterable {
    case `operator`, analyst, partner, person, simulator
  }

  package let role: Role
  package let name: String

  package init(_ role: Role, _ name: String) {
    self.role = role
    self.name = name
  }

  /// Reads `operator:NAME` or `analyst:NAME`; nil for anything else, because partners act by key alone.
  package init?(parsing text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty, let role = Role(rawValue: String(parts[0])),
      role == .operator || role == .analyst
    else { return nil }
    self.init(role, String(parts[1]))
  }

  package var description: String { "\(role.rawValue):\(name)" }
}
