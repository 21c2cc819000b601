import Core

/// Standing questions about campaigns, and what they raised.
extension Store {
  /// Every monitor, by number. Plan: the whole of a short table.
  package func monitors() throws(StoreError) -> [Monitor] {
    try connection.rows(
      """
      SELECT id, campaign_id, metric, side, threshold, days, is_certain, author, created_at
        FROM campaign_monitor
       ORDER BY id
      """
    ) { row throws(StoreError) in try Monitor(row, from: 0) }
  }

  /// Asks a question from now on; what holds already is raised at once.
  /// - Parameter id: nil is every campaign.
  /// - Throws: ``StoreError/invalid(_:)`` for a threshold or a number of days that makes no sense.
  @discardableResult
  package func addMonitor(
    _ metric: CampaignMetric, _ side: Monitor.Side, _ threshold: Double, of id: Campaign.ID? = nil, days: Int = 7,
    isCertain: Bool = false, by actor: Actor, now: Timestamp
  ) throws(StoreError) -> Monitor {
    try StoreError.checking { () throws(InvalidInput) in
      guard threshold.isFinite, threshold.magnitude <= 1e12 else {
        throw InvalidInput(field: "threshold", "must be a number")
      }
      guard (1...365).contains(days) else { throw InvalidInput(field: "days", "must be between 1 and 365") }
    }
    return try write { () throws(StoreError) in
      try permitStaff(actor, to: "watch campaigns")
      if let id { _ = try campaign(id) }
      try connection.run(
        """
        INSERT INTO campaign_monitor (campaign_id, metric, side, threshold, days, is_certain, author, created_at)
        VALUES (:campaign, :metric, :side, :threshold, :days, :is_certain, :author, :now)
        """,
        [
          ":campaign": .id(id), ":metric": .choice(metric), ":side": .choice(side), ":threshold": .real(threshold),
          ":days": .count(days), ":is_certain": .flag(isCertain), ":author": .text(actor.description),
          ":now": .instant(now),
        ])
      let monitor = Monitor(
        id: Monitor.ID(connection.lastInsertedID), campaign: id, metric: metric, side: side, threshold: threshold,
        days: days, isCertain: isCertain, author: actor.description, createdAt: now)
      touch(.campaigns)
      try raiseAlerts(now: now)
      return monitor
    }
  }

  /// Asks it no more; what it raised goes with it.
  /// - Throws: ``StoreError/notFound(what:name:)`` where there is none.
  package func removeMonitor(_ id: Monitor.ID, by actor: Actor) throws(StoreError) {
    try write { () throws(StoreError) in
      try permitStaff(actor, to: "watch campaigns")
      try connection.run("DELETE FROM campaign_monitor WHERE id = :id", [":id": .id(id)])
      guard connection.changes > 0 else { throw .notFound("monitor", id) }
      touch(.campaigns)
    }
  }

  /// What was raised, the latest first. Plan: index `campaign_alert_at`, backwards.
  /// - Parameter since: leaves out what was raised up to then.
  package func monitorAlerts(
    since: Timestamp? = nil, holdingOnly: Bool = false, limit: Int = 200
  ) throws(StoreError) -> [MonitorAlert] {
    try connection.rows(
      """
      SELECT campaign_alert.id, campaign_alert.campaign_id, campaign.name, campaign_alert.at, campaign_alert.value,
             campaign_alert.cleared_at, campaign_alert.seen_at, campaign_monitor.id, campaign_monitor.campaign_id,
             campaign_monitor.metric, campaign_monitor.side, campaign_monitor.threshold, campaign_monitor.days,
             campaign_monitor.is_certain, campaign_monitor.author, campaign_monitor.created_at
        FROM campaign_alert
        JOIN campaign_monitor ON campaign_monitor.id = campaign_alert.monitor_id
        JOIN campaign ON campaign.id = campaign_alert.campaign_id
       WHERE campaign_alert.at > :since
         AND (:holding = 0 OR campaign_alert.cleared_at IS NULL)
       ORDER BY campaign_alert.at DESC, campaign_alert.id DESC
       LIMIT :limit
      """,
      [
        ":since": .integer(since?.milliseconds ?? .min), ":holding": .flag(holdingOnly), ":limit": .count(limit),
      ]
    ) { row throws(StoreError) in
      MonitorAlert(
        id: row.id(0), monitor: try Monitor(row, from: 7), campaign: row.id(1), campaignName: row.text(2),
        at: row.instant(3), value: row.real(4), clearedAt: row.optional(5) { row.instant($0) },
        seenAt: row.optional(6) { row.instant($0) })
    }
  }

  /// Notes that somebody has seen everything that was raised so far.
  package func seeAlerts(by actor: Actor, now: Timestamp) throws(StoreError) {
    try write { () throws(StoreError) in
      try permitStaff(actor, to: "watch campaigns")
      try connection.run(
        """
        UPDATE campaign_alert
           SET seen_at = :now
         WHERE seen_at IS NULL
        """,
        [":now": .instant(now)])
      if connection.changes > 0 { touch(.campaigns) }
    }
  }

  /// Asks every monitor and raises an alert for each campaign of which the answer has become yes since it was asked last;
  /// where it has become no again, the alert is cleared. Part of opening the screen and of the commands about monitors, so
  /// that a day's change is told at the first look after it. Writes only what changed.
  package func evaluateMonitors(now: Timestamp) throws(StoreError) {
    let (holding, open) = try read { () throws(StoreError) in (try alerting(now: now), try openAlerts()) }
    guard Set(holding.keys) != open else { return }
    try write { () throws(StoreError) in try raiseAlerts(now: now) }
  }

  /// One monitor's answer about one campaign.
  private struct Question: Hashable {
    let monitor: Monitor.ID
    let campaign: Campaign.ID
  }

  private func raiseAlerts(now: Timestamp) throws(StoreError) {
    let (holding, open) = (try alerting(now: now), try openAlerts())
    for question in open where holding[question] == nil {
      try connection.run(
        """
        UPDATE campaign_alert
           SET cleared_at = :now
         WHERE monitor_id = :monitor
           AND campaign_id = :campaign
           AND cleared_at IS NULL
        """,
        [":now": .instant(now), ":monitor": .id(question.monitor), ":campaign": .id(question.campaign)])
    }
    for (question, value) in holding where !open.contains(question) {
      try connection.run(
        """
        INSERT INTO campaign_alert (monitor_id, campaign_id, at, value)
        VALUES (:monitor, :campaign, :now, :value)
        """,
        [
          ":monitor": .id(question.monitor), ":campaign": .id(question.campaign), ":now": .instant(now),
          ":value": .real(value),
        ])
    }
    if Set(holding.keys) != open { touch(.campaigns) }
  }

  private func openAlerts() throws(StoreError) -> Set<Question> {
    Set(
      try connection.rows(
        """
        SELECT monitor_id, campaign_id
          FROM campaign_alert
         WHERE cleared_at IS NULL
        """
      ) { row throws(StoreError) in Question(monitor: row.id(0), campaign: row.id(1)) })
  }

  /// Every answer that is yes now, with its value.
  private func alerting(now: Timestamp) throws(StoreError) -> [Question: Double] {
    var answers: [Question: Double] = [:]
    for (days, monitors) in Dictionary(grouping: try monitors(), by: \.days) {
      let span = DateSpan(days: days, upTo: try today(now))
      for (campaign, totals) in try campaignTotals(span) {
        for monitor in monitors where monitor.campaign == nil || monitor.campaign == campaign {
          let finding = monitor.finding(in: totals)
          guard finding.holds, let value = finding.reading.value else { continue }
          answers[Question(monitor: monitor.id, campaign: campaign)] = value
        }
      }
    }
    return answers
  }
}

extension Monitor {
  /// Reads the columns in the order of ``Store/monitors()`` from a column on.
  fileprivate init(_ row: Row, from first: Int32) throws(StoreError) {
    self.init(
      id: row.id(first), campaign: row.optional(first + 1) { row.id($0) }, metric: try row.choice(first + 2),
      side: try row.choice(first + 3), threshold: row.real(first + 4), days: row.count(first + 5),
      isCertain: row.flag(first + 6), author: row.text(first + 7), createdAt: row.instant(first + 8))
  }
}
