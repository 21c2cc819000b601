import Core

/// What is known of people who were decided for lately, by subject: a person, or the negated session of an anonymous
/// driver. Bounded by the number of offer histories in it.
struct PersonMemories {
  /// One subject's context, with the local day and the session it was last brought up to.
  struct Entry {
    var context: PersonContext
    /// Nil is an anonymous driver.
    let name: String?
    let zone: ZoneTable
    /// The subject's local day that the counts of "today" hold for.
    var day: Int
    /// The session whose offers are marked as shown.
    var session: ParkingSession.ID?
    /// Where the subject stands in each of ``RunningExperiments/entries``.
    var arms: [PersonArm] = []
  }

  private(set) var entries: [Int64: Entry] = [:]
  private var histories = 0

  /// About 16 MB of histories.
  private static let limit = 200_000

  /// What is remembered of a subject.
  subscript(subject: Int64) -> Entry? { entries[subject] }

  /// Keeps an entry; when there are too many, all others are forgotten.
  mutating func keep(_ entry: Entry, for subject: Int64) {
    histories += entry.context.history.count + 8
    if histories > Self.limit {
      entries.removeAll(keepingCapacity: true)
      histories = entry.context.history.count + 8
    }
    entries[subject] = entry
  }

  /// Changes an entry in place; one that is not there is read from the file when it is needed.
  mutating func change(_ subject: Int64, _ body: (inout Entry) -> Void) {
    guard let index = entries.index(forKey: subject) else { return }
    body(&entries.values[index])
  }

  /// Forgets one subject.
  mutating func forget(_ subject: Int64) {
    entries[subject] = nil
  }
}
