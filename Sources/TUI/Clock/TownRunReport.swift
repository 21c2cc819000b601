import Core

/// How a simulated run stands, as its owner tells it after every order.
package struct TownRunReport: Equatable, Sendable {
  /// The town's time.
  package var now: Timestamp
  /// When the run began: where going back to the start leads.
  package var start: Timestamp
  package var seed: UInt64
  package var story: TownStory
  /// The database is live: this is a copy in memory, and nothing of it is kept.
  package var isCopy: Bool
  package var bookmarks: [TownBookmark] = []
  /// The session whose driver the person at the screen decides for.
  package var takenOver: ParkingSession.ID?
  /// What the last step let happen.
  package var event: TownEvent?

  package init(
    now: Timestamp, start: Timestamp, seed: UInt64, story: TownStory = .ordinaryDays, isCopy: Bool = false
  ) {
    self.now = now
    self.start = start
    self.seed = seed
    self.story = story
    self.isCopy = isCopy
  }
}
