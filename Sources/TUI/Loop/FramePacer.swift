/// Decides when a frame is drawn: at once after a key, and about thirty times a second for data.
package struct FramePacer: Hashable, Sendable {
  /// Milliseconds between two frames that only show data.
  package static let dataInterval: Int64 = 32

  /// What makes a frame necessary.
  package enum Cause: Hashable, Sendable {
    case input, data
  }

  private var lastFrame: Int64?
  private var waiting: Cause?

  package init() {}

  /// Notes that the picture may have changed.
  package mutating func note(_ cause: Cause) {
    if waiting != .input { waiting = cause }
  }

  /// Milliseconds until a frame is due: 0 is now, nil is never as things stand.
  package func delay(at now: Int64) -> Int64? {
    switch waiting {
    case nil: return nil
    case .input: return 0
    case .data:
      guard let lastFrame else { return 0 }
      return min(Self.dataInterval, max(0, lastFrame + Self.dataInterval - now))
    }
  }

  /// Notes when the drawing of a frame began.
  package mutating func drew(at now: Int64) {
    lastFrame = now
    waiting = nil
  }
}
