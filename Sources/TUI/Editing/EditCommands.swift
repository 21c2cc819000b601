extension CommandTable {
  /// Taking back what was changed, on every screen.
  static let editing = [
    Command(
      id: "edit.undo", title: "Undo",
      explanation:
        "Takes back the last change you made to an offer, a partner, a campaign, a draft of a test, a rule, a watch or preferences, also after a restart. Money, claims and keys stay.",
      scopes: [.screen], keys: [.character("u")], intent: .edit(.undo), availability: canEdit),
    Command(
      id: "edit.redo", title: "Redo",
      explanation: "Makes the change again that was taken back last, as long as you changed nothing since.",
      scopes: [.screen], keys: [.control("r")], intent: .edit(.redo), availability: canEdit),
  ]

  private static let canEdit: @Sendable (State) -> Availability = { state in
    guard state.editing.isAvailable else { return state.editing }
    guard state.welcome == nil else { return .unavailable("there is no database yet") }
    return state.edits.isEmpty ? .available : .soon("the last change is still under way")
  }
}
