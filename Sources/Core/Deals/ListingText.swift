/// The words of a listing, folded, by field: its title, its description and each tag stand apart.
package struct ListingText: Hashable, Sendable {
  /// O(length).
  package init(title: String, description: String = "", tags: [String] = []) {}
}
