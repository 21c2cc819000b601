import Core

/// Lists that stay readable while the town lives on hundreds of times as fast as the eye reads: for a moment every row
/// keeps its place and only what stands in it changes.
enum CalmRows {
  /// How long rows keep their places.
  static let pause = TimeSpan.seconds(1)

  /// The sessions of a list in its order, as they are now: who has gone stays as they were, and who has come waits. O(n).
  static func held(
    _ shown: [DiscoverBoard.SessionRow], _ new: [DiscoverBoard.SessionRow]
  ) -> [DiscoverBoard.SessionRow] {
    let now = Dictionary(new.map { ($0.session.id, $0) }, uniquingKeysWith: { first, _ in first })
    return shown.map { now[$0.session.id] ?? $0 }
  }
}
