import Core

/// How people like to look at campaigns, kept under names of their own.
extension Store {
  /// Somebody's views, by name. Plan: the index of the pair.
  /// - Parameter viewer: as in `analyst:ana`.
  package func campaignViews(of viewer: String) throws(StoreError) -> [CampaignView] {
    try connection.rows(
      """
      SELECT id, name, last_days, first_day, last_day, columns, metric, filter
        FROM campaign_view
       WHERE viewer = :viewer
       ORDER BY name
      """,
      [":viewer": .text(viewer)], as: CampaignView.init)
  }

  /// Keeps a view; one of the same name is replaced.
  /// - Throws: ``StoreError/invalid(_:)`` for a name or a filter that is no plain line of text.
  @discardableResult
  package func saveCampaignView(
    _ name: String, period: CampaignPeriod, columns: [CampaignMetric], metric: CampaignMetric, filter: String = "",
    by actor: Actor, now: Timestamp
  ) throws(StoreError) -> CampaignView {
    let (name, filter) = try StoreError.checking { () throws(InvalidInput) in
      (
        try PlainText.checked(name, field: "name", limit: 60),
        try PlainText.checked(filter, field: "filter", limit: 200, allowEmpty: true)
      )
    }
    return try write { () throws(StoreError) in
      try permitStaff(actor, to: "keep views of campaigns")
      try connection.run(
        """
        INSERT INTO campaign_view (
          viewer, name, last_days, first_day, last_day, columns, metric, filter, saved_at)
        VALUES (:viewer, :name, :last_days, :first_day, :last_day, :columns, :metric, :filter, :now)
        ON CONFLICT (viewer, name) DO UPDATE SET
          last_days = excluded.last_days,
          first_day = excluded.first_day,
          last_day = excluded.last_day,
          columns = excluded.columns,
          metric = excluded.metric,
          filter = excluded.filter,
          saved_at = excluded.saved_at
        """,
        [
          ":viewer": .text(actor.description), ":name": .text(name), ":last_days": .count(period.lastDays),
          ":first_day": .count(period.fixed?.first.dayNumber), ":last_day": .count(period.fixed?.last.dayNumber),
          ":columns": .text(columns.map(\.rawValue).joined(separator: ",")), ":metric": .choice(metric),
          ":filter": .text(filter), ":now": .instant(now),
        ])
      touch(.campaigns)
      guard let view = try campaignViews(of: actor.description).first(where: { $0.name == name }) else {
        throw .notFound(what: "view", name: name)
      }
      return view
    }
  }

  /// Forgets a view of one's own.
  /// - Throws: ``StoreError/notFound(what:name:)`` where there is none of that name.
  package func removeCampaignView(_ name: String, by actor: Actor) throws(StoreError) {
    try write { () throws(StoreError) in
      try connection.run(
        """
        DELETE FROM campaign_view
         WHERE viewer = :viewer
           AND name = :name
        """,
        [":viewer": .text(actor.description), ":name": .text(name)])
      guard connection.changes > 0 else { throw .notFound(what: "view", name: name) }
      touch(.campaigns)
    }
  }
}

extension CampaignPeriod {
  /// So many days up to today; nil for another kind.
  fileprivate var lastDays: Int? {
    if case .last(let days) = self { max(1, days) } else { nil }
  }

  /// From one day to another; nil for another kind.
  fileprivate var fixed: DateSpan? {
    if case .span(let span) = self { span } else { nil }
  }
}

extension CampaignView {
  /// Reads the columns in the order of ``Store/campaignViews(of:)``.
  fileprivate init(_ row: Row) throws(StoreError) {
    let period: CampaignPeriod
    if let days = row.optional(2, { row.count($0) }) {
      period = .last(days)
    } else if row.isNull(3) {
      period = .lifetime
    } else {
      guard let span = DateSpan(CivilDate(dayNumber: row.count(3)), CivilDate(dayNumber: row.count(4))) else {
        throw .corrupt(detail: "view \(row.integer(0)) ends before it begins")
      }
      period = .span(span)
    }
    let columns = try row.text(5).split(separator: ",").map { name throws(StoreError) in
      guard let metric = CampaignMetric(rawValue: String(name)) else {
        throw .unknownText(column: row.name(of: 5), text: String(name))
      }
      return metric
    }
    self.init(
      id: row.id(0), name: row.text(1), period: period, columns: columns, metric: try row.choice(6),
      filter: row.text(7))
  }
}
