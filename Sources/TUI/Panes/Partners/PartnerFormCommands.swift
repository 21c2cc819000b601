import Core

extension CommandTable {
  /// Forms of partners and offers.
  static let partnerForms = [
    Command(
      id: "partners.new", title: "New partner or offer",
      explanation:
        "Partners: a form for a new one. Offers: a form for a new offer of the partner; it begins as a draft.",
      scopes: [.partners], keys: [.character("n")], hint: "new", intent: .partnerForms(.new), availability: canBegin),
    Command(
      id: "partners.edit", title: "Edit",
      explanation:
        "Partners: the partner's form. Offers: the offer's form, with whom it would reach while it is written.",
      scopes: [.partners], keys: [.character("e")], hint: "edit", intent: .partnerForms(.edit), availability: canEdit),
  ]

  /// Keys and statements of partners.
  static let partnerBoxes = [
    Command(
      id: "partners.keys", title: "Keys of the partner",
      explanation: "The keys the partner acts by, with their last use; makes, rotates and revokes them.",
      scopes: [.partners], keys: [.character("K")], hint: "keys", intent: .partnerForms(.keys), availability: hasPartner
    ),
    Command(
      id: "partners.statement", title: "Statement of the partner",
      explanation: "What the partner redeemed, what commission is due on it and what was settled, month by month.",
      scopes: [.partners], keys: [.character("M")], hint: "statement", intent: .partnerForms(.statement),
      availability: hasPartner),
    Command(
      id: "key.make", title: "New key", explanation: "Makes a key and shows it, this one time.",
      scopes: [.keys], keys: [.character("n")], hint: "new", intent: .partnerForms(.makeKey),
      availability: { $0.canMakeKey }),
    Command(
      id: "key.rotate", title: "Rotate the key",
      explanation: "Makes a key in the place of this one, which goes on opening for a day.",
      scopes: [.keys], keys: [.character("R")], hint: "rotate", intent: .partnerForms(.rotateKey),
      availability: { $0.canRotateKey }),
    Command(
      id: "key.revoke", title: "Revoke the key", explanation: "Nothing opens by it any more, at once. Asks first.",
      scopes: [.keys], keys: [.character("d")], hint: "revoke", danger: .asks, intent: .partnerForms(.revokeKey),
      availability: { $0.canRevokeKey }),
    Command(
      id: "key.copy", title: "Copy the key", explanation: "Puts the key on the clipboard, by OSC 52.",
      scopes: [.newKey], keys: [.character("y")], hint: "copy", intent: .partnerForms(.copyKey)),
    Command(
      id: "statement.earlier", title: "Month before", explanation: "To the statement of the month before.",
      scopes: [.statement], keys: [.left, .character("h")], hint: "month before",
      intent: .partnerForms(.earlierMonth), availability: { $0.canTurnStatement(by: 1) }),
    Command(
      id: "statement.later", title: "Month after", explanation: "To the statement of the month after.",
      scopes: [.statement], keys: [.right, .character("l")], hint: "month after",
      intent: .partnerForms(.laterMonth), availability: { $0.canTurnStatement(by: -1) }),
    Command(
      id: "statement.export", title: "Export the statement", explanation: "Writes its lines to a file, as CSV or JSON.",
      scopes: [.statement], keys: [.character("x")], hint: "export", intent: .partnerForms(.exportStatement),
      availability: { $0.canExportStatement }),
  ]

  private static let hasPartner: @Sendable (State) -> Availability = { state in
    state.partnerInQuestion == nil ? .unavailable("no partner is selected") : .available
  }

  private static let canBegin: @Sendable (State) -> Availability = { state in
    guard state.editing.isAvailable else { return state.editing }
    if state.partners.focus == .partners {
      return state.actor.role == .partner ? .unavailable("only operators add partners") : .available
    }
    return state.partnerInQuestion == nil ? .unavailable("choose a partner first, it is theirs") : .available
  }

  private static let canEdit: @Sendable (State) -> Availability = { state in
    guard state.editing.isAvailable else { return state.editing }
    if state.partners.focus == .partners {
      return state.partners.selectedPartnerID == nil ? .unavailable("no partner is selected") : .available
    }
    guard let row = state.partners.selectedOffer else { return .unavailable("no offer is selected") }
    let isOver = row.offer.state == .ended || row.offer.state == .archived
    return isOver
      ? .unavailable("what is \(row.offer.state.rawValue) stays as it was; a clone can be edited") : .available
  }
}

extension State {
  /// The partner that is spoken of: the selected one, else that of the selected offer.
  var partnerInQuestion: Partner? {
    let offers = partners.focus == .partners ? nil : partners.selectedOffer?.offer.partnerID
    guard let id = partners.selectedPartnerID ?? offers else { return nil }
    return partners.board?.partners.first { $0.partner.id == id }?.partner
  }
}
