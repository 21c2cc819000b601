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

  package init(_ job: Job, _ title: String, part: Double? = nil, detail: String = "", isCancellable: Bool = true) {
    self.job = job
    self.title = title
    self.part = part
    self.detail = detail
    self.isCancellable = isCancellable
  }
}
