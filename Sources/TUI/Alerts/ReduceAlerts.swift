import Canvas
import Core

extension State {
  /// The topics that a look at alerts depends on.
  private static let alertTopics: Set<Topic> = [.deals, .people]

  /// While the town's clock runs, or something stays due, they are read no more often than this.
  private static let shortestPause = TimeSpan.seconds(1)

  /// Between two sweeps of a dashboard that stays open, by the machine's clock.
  private static let sweepPause = TimeSpan.minutes(30)

  /// Whether alerts are told here; while the view is frozen they wait with everything else.
  private var hearsOfAlerts: Bool {
    actor.role != .partner && welcome == nil && screen != .gallery && !isFrozen
  }

  /// Whether the town was read or is about to be: the first picture waits for nothing else.
  private var isTownAskedFor: Bool {
    discovery.board != nil || discovery.reloads.inFlight != nil || discovery.failure != nil
  }

  /// Whether this dashboard decides what is due and sweeps: where `opportune sweep` would be allowed.
  private var tendsAlerts: Bool { actor.role == .operator && !isReadOnly && hearsOfAlerts }

  /// When, by the town's clock, this dashboard is to decide something; nil while it has nothing to decide. After a failure
  /// it waits for the next change.
  private var decisionDue: Timestamp? {
    tendsAlerts && alerts.failure == nil ? alerts.glance?.nextDue : nil
  }

  /// When, by the machine's clock, this dashboard is to sweep; nil where it does not.
  private var sweepDue: Timestamp? { tendsAlerts ? alerts.sweptAt.map { $0 + Self.sweepPause } : nil }

  /// When, by the machine's clock, alerts need a look although nothing happens. Nil is never, or with the answer that is
  /// under way.
  var nextAlertLook: Timestamp? {
    guard alerts.reloads.inFlight == nil else { return nil }
    let followsMachine = clock.course == .machine && !clock.isMoving
    let decision = followsMachine ? decisionDue.map { max($0, (alerts.readAt ?? $0) + Self.shortestPause) } : nil
    return [decision, sweepDue].compactMap(\.self).min()
  }

  /// Takes note of changes, whatever screen is looked at: an alert is announced wherever somebody is.
  mutating func refreshAlerts(_ topics: Set<Topic>) -> [Effect] {
    guard !topics.isDisjoint(with: Self.alertTopics), alerts.glance != nil || alerts.failure != nil else { return [] }
    alerts.failure = nil
    alerts.reloads.note(topics, at: wall)
    return continueAlerts()
  }

  /// Begins the look that is due: the first, one after a change, one when something is to be decided, which the reader
  /// does first, and one with a sweep.
  mutating func continueAlerts() -> [Effect] {
    guard hearsOfAlerts, isTownAskedFor else { return [] }
    if alerts.sweptAt.map({ wall < $0 }) ?? true { alerts.sweptAt = wall }
    let sweeps = sweepDue.map { $0 <= wall } ?? false
    let isDue = decisionDue.map { $0 <= now } ?? false
    let isFirst = alerts.glance == nil && alerts.failure == nil
    if isFirst || isDue || sweeps, alerts.reloads.inFlight == nil { alerts.reloads.note([], at: wall) }
    guard alerts.reloads.canBegin, alerts.failure == nil || sweeps else { return [] }
    if let last = alerts.readAt, clock.isMoving || isDue, wall >= last, wall - last < Self.shortestPause { return [] }
    let job = nextJob()
    alerts.readAt = wall
    if sweeps { alerts.sweptAt = wall }
    return alerts.reloads.begin(job) { _ in true }.map { _ in [.loadAlerts(job, sweeps: sweeps)] } ?? []
  }

  /// Shows what was waited for, and announces what is new in it, and what only a sweep has found.
  mutating func show(_ glance: AlertsGlance, raised: Int, from job: Job) -> [Effect] {
    guard alerts.reloads.finish(job, at: wall) != nil else { return [] }
    let unread = alerts.glance?.unread ?? glance.unread
    let news = alerts.take(glance, now: now)
    // Of many that arrive at once, the latest alone are told by name.
    let arrived = max(news.count, glance.unread - unread)
    guard !showsPresentation else { return continueAlerts() }
    if raised > 0 { announce(.information, "A sweep raised \(Quantity.count(raised, "alert")) that had been missed") }
    if let first = news.first {
      let others = arrived - 1
      announce(
        .information,
        first.sentence(formats) + (others > 0 ? "; and \(Quantity.count(others, "other alert"))" : ""))
    }
    return continueAlerts()
  }

  /// A look that failed is tried again with the next change, and a sweep also after its pause. False if nobody waits for
  /// the job.
  mutating func failAlerts(_ job: Job, _ reason: String) -> Bool {
    guard alerts.reloads.fail(job) else { return false }
    alerts.failure = reason
    return true
  }
}
