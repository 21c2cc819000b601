extension CommandTable {
  /// The gallery of widgets. It is for those who build screens, so its key is out of the way.
  static let gallery = [
    Command(
      id: "gallery.show", title: "Widget gallery",
      explanation: "Every widget in every state with made-up values, for those who build screens.",
      scopes: [.screen], keys: [.function(12)], intent: .gallery(.show)),
    Command(
      id: "gallery.next", title: "Next page", explanation: "To the gallery's next page.",
      scopes: [.gallery], keys: [.right, .pageDown, .down, .tab], hint: "next page", intent: .gallery(.nextPage)),
    Command(
      id: "gallery.previous", title: "Previous page", explanation: "To the gallery's page before.",
      scopes: [.gallery], keys: [.left, .pageUp, .up, .backTab], hint: "previous", intent: .gallery(.previousPage)),
  ]
}
