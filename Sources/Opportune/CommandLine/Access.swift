import Core

/// Who may run a command (contract.md, "Who acts"). It is checked once, before the command runs; what of its own things
/// a partner is then shown is the store's matter, see ``Core/Actor/sees(_:)``.
struct Access: Sendable {
  /// The roles that may.
  let roles: [Actor.Role]
  /// Whether it changes what is stored.
  let edits: Bool
  /// Flags with which it changes nothing after all, so that an analyst may.
  let harmless: [String]

  private init(_ roles: [Actor.Role], edits: Bool, harmless: [String] = []) {
    self.roles = roles
    self.edits = edits
    self.harmless = harmless
  }

  /// Shows something, to a partner only what is its own.
  static let everyone = Access([.operator, .analyst, .partner], edits: false)

  /// Shows what is no partner's: drivers, decisions, the file itself.
  static let staff = Access([.operator, .analyst], edits: false)

  /// Changes something, a partner only what is its own.
  static let owners = Access([.operator, .partner], edits: true)

  /// Changes experiments and the campaigns they compare: analysts run tests.
  static let analysts = Access([.operator, .analyst], edits: true)

  /// Changes what is no partner's.
  static let operators = Access([.operator], edits: true)

  /// The same, and open to analysts with any of these flags, with which nothing is written.
  func orAnalysts(with flags: String...) -> Access {
    Access(roles, edits: edits, harmless: flags)
  }

  /// Whether what it changes is an analyst's to change.
  var letsAnalystsWrite: Bool { edits && roles.contains(.analyst) }

  /// - Throws: ``Failure``, not allowed, where nobody in this role may run `command`.
  func demand(_ role: Actor.Role, running command: Command, _ arguments: Arguments) throws(Failure) {
    if roles.contains(role) { return }
    if role == .analyst, harmless.contains(where: arguments.has) { return }
    throw Failure(.notAllowed, code: "not_allowed", refusal(of: role, command))
  }

  private func refusal(of role: Actor.Role, _ command: Command) -> String {
    guard role == .analyst else {
      return "'\(command.name)' is not open to a partner's key, which shows and changes what is the partner's own"
    }
    let instead = harmless.isEmpty ? "" : "; add \(Words.either(harmless.map { "--\($0)" })) to write nothing"
    return "'\(command.name)' changes something, and an analyst only reads\(instead)"
  }
}
