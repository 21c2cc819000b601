import Canvas
import Core

/// Work that takes a while, as it is told over the bottom line.
package struct Progress: Equatable, Sendable {
  /// The work; its answer takes this away.
  package let job: Job
  /// What is being done: "Making George Town".
  package let title: String
  /// 0 to 1; nil when nobody knows.
  package var part: Double?
  /// How much of how much; may be empty.
  package var detail: String
  /// Whether ctrl-c and esc stop it.
  package let isCancellable: Bool
  /// Asked to stop, and not yet stopped.
  package var isStopping = false
  /// When it was handed out, by the machine's clock.
  package internal(set) var since = Timestamp(milliseconds: 0)

  /// What is done within this time is not worth a line that comes and goes.
  static let patience = TimeSpan(milliseconds: 300)
  /// How often the block of a bar without an end moves.
  static let pulse = TimeSpan(milliseconds: 100)

  package init(_ job: Job, _ title: String, part: Double? = nil, detail: String = "", isCancellable: Bool = true) {
    self.job = job
    self.title = title
    self.part = part
    self.detail = detail
    self.isCancellable = isCancellable
  }

  /// Whether it has taken long enough to be told.
  func isShown(at wall: Timestamp) -> Bool { wall - since >= Self.patience }

  /// When its line changes by itself; nil is never.
  func nextChange(at wall: Timestamp) -> Timestamp? {
    if !isShown(at: wall) { return since + Self.patience }
    return part == nil ? wall + Self.pulse : nil
  }

  /// Its line: what, how far, how much, and how to stop it.
  func bar(_ state: State) -> ProgressBar {
    let step = (state.wall - since).milliseconds / Self.pulse.milliseconds
    return ProgressBar(
      title, fraction: part, step: Int(clamping: step), detail: detail,
      cancelHint: isStopping ? "stopping" : isCancellable ? "\(state.stopKey) stops it" : "")
  }
}
