import Canvas
import Core

/// A recording that is played again: the same events in the same order, with the work done anew where its answer came.
package struct Playback {
  /// Does the work anew: carries out an effect at a town's time; nil where it has no answer.
  package typealias Work = (Effect, Timestamp) -> Action?

  /// Why a recording cannot be played on.
  package enum Fault: Error, Hashable, Sendable {
    /// An answer came to work that nobody had asked for.
    case unasked(Job)
  }

  package let header: RecordingHeader
  package private(set) var state: State
  /// What the recording says the last frame was; nil until its end is reached.
  package private(set) var recordedFrame: String?

  private let work: Work
  /// Work that was asked for, in order; the worker is serial, so answers come in this order too.
  private(set) var asked: [(effect: Effect, now: Timestamp)] = []

  package init(_ header: RecordingHeader, work: @escaping Work) {
    self.header = header
    self.work = work
    state = header.state
  }

  /// The last frame as it is now.
  package var frame: String { Recorder.frame(of: state, theme: header.theme, glyphs: header.glyphs) }

  /// Whether the recording has ended, and in the frame it ended in when it was made.
  package var isIdentical: Bool { recordedFrame == frame }

  /// Gives the state one event, and does the work whose answer it is.
  package mutating func play(_ event: RecordedEvent) throws(Fault) {
    switch event {
    case .started: reduce(.started)
    case .tick(let instant): reduce(.tick(instant))
    case .input(let event): reduce(.input(event))
    case .device(let facts): reduce(.deviceOpened(facts))
    case .changed(let topics): reduce(.changed(topics))
    case .answer(let job): reduce(try answer(to: job))
    case .progress(let job, let part, let detail): reduce(.progressed(job, part: part, detail: detail))
    case .stopped(let job):
      asked.removeAll { $0.effect.job == job }
      reduce(.cancelled(job))
    case .clock(let job, let instant): reduce(try answer(to: job, reaching: instant))
    case .end(let frame): recordedFrame = frame
    }
  }

  private mutating func reduce(_ action: Action) {
    for effect in state.reduce(action) {
      if case .device = effect { continue }
      asked.append((effect, state.now))
    }
  }

  /// Does what was asked, in order, until the answer of a job is there.
  /// - Parameter instant: how far the town's clock got then, whatever time the work takes now.
  private mutating func answer(to job: Job, reaching instant: Timestamp? = nil) throws(Fault) -> Action {
    while !asked.isEmpty {
      let (effect, now) = asked.removeFirst()
      guard let action = work(instant.map { effect.reaching($0) } ?? effect, now) else { continue }
      switch RecordedEvent(action) {
      case .answer(job), .clock(job, _): return action
      default: throw .unasked(job)
      }
    }
    throw .unasked(job)
  }
}

extension Effect {
  /// The same, but the clock is moved exactly so far.
  fileprivate func reaching(_ instant: Timestamp) -> Effect {
    guard case .clock(let job, .advance, let request) = self else { return self }
    return .clock(job, .advance(to: instant, milliseconds: .max), request)
  }
}
