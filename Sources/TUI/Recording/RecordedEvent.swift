import Canvas
import Core

/// One line of a recording: something the state was given. What workers answered is not kept, only which answer it was:
/// the same work on the same database gives the same answer again.
package enum RecordedEvent: Equatable, Sendable {
  case started
  case tick(Timestamp)
  case device(DeviceFacts)
  case input(InputEvent)
  case changed(Set<Topic>)
  /// The answer to the effect with this job.
  case answer(Job)
  /// How far some work was; told by the machine, so it is kept as it was.
  case progress(Job, part: Double?, detail: String)
  /// The work with this job was stopped before it did anything that stays.
  case stopped(Job)
  /// The answer to an order of the clock: the simulated town then stood at this instant.
  case clock(Job, Timestamp)
  /// The last frame, as text with its looks; nothing follows it.
  case end(frame: String)

  /// Nil for what never comes from outside.
  package init?(_ action: Action) {
    switch action {
    case .started: self = .started
    case .tick(let instant): self = .tick(instant)
    case .input(let event): self = .input(event)
    case .deviceOpened(let facts): self = .device(facts)
    case .changed(let topics): self = .changed(topics)
    case .experimentsLoaded(let job, _), .experimentLoaded(let job, _), .experiment(let job, _),
      .campaignsLoaded(let job, _), .campaignLoaded(let job, _), .campaign(let job, _),
      .dealsLoaded(let job, _), .dealsPageLoaded(let job, _), .listingsLoaded(let job, _), .deals(let job, _),
      .alertsLoaded(let job, _, _),
      .partnersLoaded(let job, _), .offerLoaded(let job, _), .edited(let job, _), .boardLoaded(let job, _),
      .accepted(let job, _), .dismissed(let job), .extended(let job, _),
      .found(let job, _), .counter(let job, _), .cardLoaded(let job, _), .wishesLoaded(let job, _), .saved(let job),
      .refused(let job, _), .overtaken(let job, _, _), .exported(let job, _, _), .databaseOpened(let job, _),
      .failed(let job, _),
      .partner(let job, _):
      self = .answer(job)
    case .clock(let job, let news): self = .clock(job, news.report.now)
    case .progressed(let job, let part, let detail): self = .progress(job, part: part, detail: detail)
    case .cancelled(let job): self = .stopped(job)
    case .perform: return nil
    }
  }
}
