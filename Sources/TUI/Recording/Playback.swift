import Canvas
import Core

/// A recording that is played again: the same events in the same order, with the work done anew where its answer came.
package struct Playback {
  /// Does the work anew.
  package struct Work {
    /// Carries out an effect at a town's time; nil where it has no answer.
    package let answer: (Effect, Timestamp) -> Action?
    /// Lets the simulated town live until an instant.
    package let clock: (Timestamp) -> Action?

    package init(answer: @escaping (Effect, Timestamp) -> Action?, clock: @escaping (Timestamp) -> Action?) {
      self.answer = answer
      self.clock = clock
    }
  }

  /// Why a recording cannot be played on.
  package enum Fault: Error, Hashable, Sendable {
    /// An answer came to work that nobody had asked for.
    case unasked(Job)
    /// The clock moved in a town that is not simulated.
    case noClock
  }

  package let header: RecordingHeader
  package private(set) var state: State
  /// What the recording says the last frame was; nil until its end is reached.
  package private(set) var recordedFrame: String?

  private let work: Work
  /// Work that was asked for, in order; the worker is serial, so answers come in this order too.
  private(set) var asked: [(effect: Effect, now: Timestamp)] = []

  package init(_ header: RecordingHeader, work: Work) {
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
    case .changed(let topics): reduce(.changed(topics))
    case .answer(let job): reduce(try answer(to: job))
    case .clock(let instant):
      doUnansweredWork()
      guard let action = work.clock(instant) else { throw .noClock }
      reduce(action)
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
  private mutating func answer(to job: Job) throws(Fault) -> Action {
    while !asked.isEmpty {
      let (effect, now) = asked.removeFirst()
      guard let action = work.answer(effect, now) else { continue }
      guard case .answer(job)? = RecordedEvent(action) else { throw .unasked(job) }
      return action
    }
    throw .unasked(job)
  }

  /// Does what has no answer and stands first, as it was done before the town lived on.
  private mutating func doUnansweredWork() {
    while let first = asked.first, !first.effect.isAnswered {
      asked.removeFirst()
      _ = work.answer(first.effect, first.now)
    }
  }
}

extension Effect {
  /// Whether an action with the same job follows.
  fileprivate var isAnswered: Bool {
    switch self {
    case .view, .clock, .device: false
    default: true
    }
  }
}
