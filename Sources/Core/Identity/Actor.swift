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

  /// The town's own made-up people.
  package static let simulator = Actor(.simulator, "town")

  /// Whoever holds a partner's key.
  package init(_ partner: Partner.ID) {
    self.init(.partner, partner.description)
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

  /// The partner it acts for; nil for everybody who is no partner. A partner of no number is nobody's.
  package var partnerID: Partner.ID? {
    role == .partner ? Partner.ID(Int64(name) ?? -1) : nil
  }

  /// Whether it may change anything at all; what exactly is up to each change.
  package var edits: Bool { role == .operator || role == .partner || role == .simulator }

  /// Whether a partner's things exist for this actor: a partner has only its own.
  package func sees(_ partner: Partner.ID) -> Bool {
    role != .partner || partnerID == partner
  }
}
