/// A moment of a running town that one can go back to.
package struct TownBookmark: Hashable, Sendable {
  /// 1, 2, 3 …, in the order in which they were set; 0 is the start of the run.
  package let number: Int
  package let title: String
  package let at: Timestamp
  /// All that had happened until then.
  package let hash: EventHash

  package init(number: Int, title: String, at: Timestamp, hash: EventHash) {
    self.number = number
    self.title = title
    self.at = at
    self.hash = hash
  }
}
