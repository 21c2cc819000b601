import Core

/// Keeps the reloads of one pane in order: at most one is under way and one waits; the waiting one takes in whatever is
/// asked meanwhile, and results nobody waits for are told apart by their job.
package struct Reloads<Request: Hashable & Sendable>: Hashable, Sendable {
  /// One reload that was handed out.
  package struct Flight: Hashable, Sendable {
    package let job: Job
    package let request: Request
    /// What of the world had changed.
    package let topics: Set<Topic>
  }

  /// The one under way.
  package private(set) var inFlight: Flight?

  /// What has to be read beside it or after it; nil if nothing.
  package private(set) var pending: Set<Topic>?

  /// Since when the shown data is known to be old.
  package private(set) var dirtySince: Timestamp?

  package init() {}

  /// Whether something waits and nothing is under way.
  package var canBegin: Bool { inFlight == nil && pending != nil }

  /// Notes that these topics have to be read, now or later.
  package mutating func note(_ topics: Set<Topic>, at now: Timestamp) {
    pending = (pending ?? []).union(topics)
    if dirtySince == nil { dirtySince = now }
  }

  /// Begins a reload of all that waits; nil while another is under way or when nothing waits.
  package mutating func begin(_ job: Job, _ make: (Set<Topic>) -> Request) -> Request? {
    guard inFlight == nil, let topics = pending else { return nil }
    let request = make(topics)
    inFlight = Flight(job: job, request: request, topics: topics)
    pending = nil
    return request
  }

  /// What a result answers; nil if nobody waits for it.
  package mutating func finish(_ job: Job, at now: Timestamp) -> Request? {
    guard let flight = inFlight, flight.job == job else { return nil }
    inFlight = nil
    dirtySince = pending == nil ? nil : now
    return flight.request
  }

  /// Puts what failed back among what waits. False if nobody waits for the job.
  package mutating func fail(_ job: Job) -> Bool {
    guard let flight = inFlight, flight.job == job else { return false }
    inFlight = nil
    pending = (pending ?? []).union(flight.topics)
    return true
  }
}
