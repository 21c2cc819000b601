import CSQLite
import Core
import Testing

@testable import Store

/// No decision, list or screen ever reads a long table from end to end.
@Suite struct PlanTests {
  /// Runs everything a driver, a screen or a counter does, and collects the text of every statement it used.
  private func statementsOfADay() throws -> (town: TestTown, statements: [String]) {
    let town = try TestTown()
    let offer = try town.offer { $0.capacityTotal = 50 }
    let other = try town.offer()
    let person = try town.person()
    let store = town.store
    let sessions = try [town.session(person), town.session()]
    for session in sessions {
      _ = try store.discover(session: session.id, now: TestTown.noon)
      try store.view(offer: offer.id, session: session.id, now: TestTown.noon)
      let claim = try town.accept(offer, session, key: "k\(session.id)", seed: UInt64(session.id.value))
      try store.dismiss(offer: other.id, session: session.id, reason: .tooFar, now: TestTown.noon)
      _ = try store.decision(DecisionRecord.ID(1))
      _ = try store.history(of: .session(session.id))
      if session.personID != nil { try store.redeem(claim: claim.id, by: .simulator, now: TestTown.noon) }
    }
    _ = try store.history(of: .person(person.id))
    _ = try store.claim(code: ClaimCode(parsing: "2222-2222-222"))
    try useCounter(town)
    _ = try store.board(now: TestTown.noon, includesDay: true)
    for typed in ["2222-2222-222", "1", "ana", "cardinall"] {
      _ = try store.search(typed, for: TestTown.ana, now: TestTown.noon)
    }
    for target in [SearchTarget.claim(Claim.ID(1)), .offer(offer.id), .partner(offer.partnerID), .person(person.id)] {
      _ = try store.card(target, for: TestTown.ana, now: TestTown.noon)
    }
    _ = try store.sessions(person: person.id)
    _ = try store.countSessions(activeAt: TestTown.noon)
    _ = try store.exportPerson(person.id, now: TestTown.noon)
    let staff = Actor(.operator, "ana")
    try store.addPartner(
      Partner(id: Partner.ID(0), name: "Reef", category: "food", position: TestTown.centre, zone: "America/Cayman"),
      by: staff, now: TestTown.noon)
    let day = CivilDate(dayNumber: 20_686)
    _ = try store.partnersBoard(for: staff, now: TestTown.noon)
    _ = try store.partnersBoard(PartnersRequest(.partner(town.partner.id)), for: staff, now: TestTown.noon)
    _ = try store.offerSheet(offer.id, for: staff, now: TestTown.noon)
    for grain in PartnerAnalytics.Grain.allCases {
      _ = try store.partnerAnalytics(of: town.partner.id, from: day, to: day, by: grain, for: staff)
    }
    try store.extendSession(sessions[0].id, byMinutes: 30, now: TestTown.noon)
    try store.endSession(sessions[0].id, now: TestTown.noon)
    try store.expireClaims(now: TestTown.noon + .days(1))
    // A foreign commit makes the copies stale, and patches them.
    let index = try town.another()
    try index.write { () throws(StoreError) in _ = try index.takePlaces(1, of: offer.id) }
    _ = try store.discover(session: sessions[1].id, options: DiscoverOptions(dryRun: true), now: TestTown.noon)
    try edit(offer, in: store)
    try experiment(on: offer, in: town)
    _ = try store.testableOffers(lately: other.id, now: TestTown.noon)
    try runCampaign(in: town)
    try lookAtCampaigns(in: store)
    try store.erasePerson(person.id, now: TestTown.noon)
    return (town, store.connection.preparedStatements)
  }

  /// What a counter, a statement and a settlement ask.
  private func useCounter(_ town: TestTown) throws {
    let (store, partner) = (town.store, town.partner.id)
    let clerk = Actor(partner)
    let claim = try #require(try store.claims(state: .redeemed, for: clerk).first)
    _ = try store.claims(limit: 5, for: .simulator)
    _ = try store.validate(code: claim.code.compact, for: clerk, now: TestTown.noon)
    _ = try store.validate(code: "2222-2222-222", for: clerk, now: TestTown.noon)
    try store.refund(code: claim.code.compact, amountCents: 1, by: clerk, now: TestTown.noon)
    _ = try store.claimsOnTheWay(of: partner, for: clerk, now: TestTown.noon)
    let period = SettlementPeriod(of: TestTown.noon, in: try store.partnerZone(partner))
    _ = try store.statement(of: partner, period: period, for: clerk)
    _ = try store.daySlip(of: partner, day: CivilDate(dayNumber: 20_686), for: clerk)
    _ = try store.outbox(of: partner, for: clerk)
    _ = try store.settlements(for: clerk)
    try store.closeSettlement(period, of: partner, by: .simulator, now: TestTown.noon + .days(40))
  }

  /// What an experiment asks while it runs, when it is looked at, and when a test from elsewhere is imported.
  private func experiment(on offer: Offer, in town: TestTown) throws {
    let store = town.store
    let draft = try store.createExperiment(ExperimentTown.design(of: offer), by: TestTown.ana, now: TestTown.noon)
    try store.startExperiment(draft.id, by: TestTown.ana, now: TestTown.noon)
    let person = try town.person("Bo T.")
    let session = try town.session(person)
    _ = try store.discover(session: session.id, now: TestTown.noon)
    let claim = try town.accept(offer, session, seed: 99)
    try store.redeem(claim: claim.id, amountCents: 500, by: TestTown.ana, now: TestTown.noon)
    try store.refund(code: claim.code.compact, amountCents: 1, by: TestTown.ana, now: TestTown.noon)
    _ = try store.experimentsBoard(now: TestTown.noon)
    _ = try store.experimentSheet(draft.id, now: TestTown.noon)
    _ = try store.arm(of: "\(person.id)", in: store.experiment(draft.id))
    var imported = ExperimentTown.design(of: offer)
    imported.arms = imported.arms.map { ExperimentArm(name: $0.name, content: .imported, weight: $0.weight) }
    for (place, name) in ["units", "days"].enumerated() {
      imported.name = name
      let id = try store.createExperiment(imported, by: TestTown.ana, now: TestTown.noon).id
      for converted in [false, true] {
        if place == 0 {
          _ = try store.importExposure(
            ImportedExposure(unit: "a", arm: 0, exposedAt: nil, converted: converted, valueCents: nil), into: id,
            now: TestTown.noon)
        } else {
          _ = try store.importTotals(
            day: 20_000, arm: 0, exposures: 9, conversions: converted ? 1 : 0, revenueCents: 0, into: id,
            now: TestTown.noon)
        }
      }
    }
    try store.endExperiment(draft.id, winner: 1, by: TestTown.ana, now: TestTown.noon)
    _ = try store.offersThatEnd(byDeploying: draft.id, now: TestTown.noon)
  }

  /// What a campaign with budgets and targets asks while it runs.
  private func runCampaign(in town: TestTown) throws {
    let (store, offer) = (town.store, try town.offer { $0.title = "Late breakfast" })
    let campaign = try store.createCampaign(
      CampaignDraft(
        name: "mornings", budgetCents: 10_000, dailyBudgetCents: 1000, targets: [.new, .returning],
        costs: CampaignCosts(perImpressionMicros: 2500, perRedemptionMicros: 1_000_000, fixedMicros: 5),
        offers: [offer.id]),
      by: TestTown.ana, now: TestTown.noon)
    let session = try town.session(try town.person("Cy D."))
    _ = try store.discover(session: session.id, now: TestTown.noon)
    let claim = try town.accept(offer, session, seed: 77)
    try store.redeem(claim: claim.id, amountCents: 700, by: TestTown.ana, now: TestTown.noon)
    try store.refund(code: claim.code.compact, amountCents: 1, by: TestTown.ana, now: TestTown.noon)
    try store.pauseCampaign(campaign.id, by: TestTown.ana, now: TestTown.noon)
    try store.endCampaign(campaign.id, by: TestTown.ana, now: TestTown.noon)
  }

  /// What the Campaigns screen and an import of campaigns ask.
  private func lookAtCampaigns(in store: Store) throws {
    let id = try store.createCampaign(
      CampaignDraft(name: "spring", dailyBudgetCents: 100), by: TestTown.ana, now: TestTown.noon
    ).id
    let row = ImportedCampaignRow(
      source: "test", externalID: "1", segments: [.init("age", "30-34")], impressions: 5, spendMicros: 7)
    _ = try store.importCampaignRow(row, into: id, now: TestTown.noon)
    let look = CampaignsRequest(viewer: "operator:ana", isVisit: true, others: [id])
    try store.addMonitor(.profit, .below, 1, by: TestTown.ana, now: TestTown.noon)
    for later in [TimeSpan.hours(0), .hours(2)] {
      _ = try store.campaignsBoard(look, now: TestTown.noon + later)
    }
    _ = try store.campaignSheet(id, look, now: TestTown.noon)
    _ = try store.sinceLastVisit(of: "operator:ana", now: TestTown.noon + .hours(2))
    _ = try store.campaign(named: "spring")
    try store.seeAlerts(by: TestTown.ana, now: TestTown.noon)
    try store.evaluateMonitors(now: TestTown.noon + .days(30))
  }

  /// What the trail, undo, redo and the limit of offers ask.
  private func edit(_ offer: Offer, in store: Store) throws {
    var partner = try store.partner(offer.partnerID)
    partner.offerLimit = 9
    try store.updatePartner(partner, by: TestTown.ana, now: TestTown.noon)
    try store.cloneOffer(offer.id, by: TestTown.ana, now: TestTown.noon)
    try store.undo(by: TestTown.ana, now: TestTown.noon)
    try store.redo(by: TestTown.ana, now: TestTown.noon)
    for filter in [
      AuditFilter(), AuditFilter(actor: "operator:ana"), AuditFilter(partner: partner.id),
      AuditFilter(subject: .offer(offer.id)),
    ] { _ = try store.audit(filter, for: TestTown.ana) }
  }

  @Test func noStatementScansALongTable() throws {
    let (town, statements) = try statementsOfADay()
    #expect(statements.count > 50)
    let long: Set = [
      "command_log", "interaction", "session", "claim", "decision", "person_offer", "person_day", "rollup_hour",
      "rollup_day", "rollup_partner_day", "acceptance_value",
      "ledger_entry", "ledger_line", "outbox", "assignment", "imported_totals", "rollup_experiment_day",
      "rollup_experiment_segment", "experiment_phase", "experiment_arm", "experiment_offer", "rollup_campaign_day",
      "rollup_campaign_hour", "rollup_campaign_segment", "rollup_campaign_offer", "rollup_campaign_total",
      "rollup_campaign_cohort", "campaign_person_week", "imported_campaign_row", "campaign_charge",
      "campaign_visit_count",
    ]
    for sql in statements where !sql.hasPrefix("PRAGMA") && !sql.hasPrefix("BEGIN") && sql != "COMMIT" {
      let plan = try town.store.connection.rows(executing: "EXPLAIN QUERY PLAN " + sql) { row throws(StoreError) in
        row.text(3)
      }
      for step in plan {
        let words = step.split(separator: " ").map(String.init)
        // The stream and the latest claims are read backwards by their keys, and that stops after some rows.
        let isStream =
          (sql.contains("ORDER BY interaction.id DESC") && step == "SCAN interaction")
          || (sql.contains("ORDER BY claim.id DESC\n LIMIT") && step == "SCAN claim")
        #expect(
          isStream || !(words[0] == "SCAN" && words.count > 1 && long.contains(words[1])), "\(step) in \(sql)")
      }
    }
  }

  @Test(arguments: [
    ("FROM interaction\n WHERE session_id = :session", "interaction_shown"),
    ("WHERE interaction.person_id = :person", "interaction_person (person_id=? AND at>?)"),
    ("WHERE code = :code", "code=?"),
    ("WHERE claim.code = :code", "code=?"),
    ("LIMIT :most", "session_expiry (expires_at>?)"),
    ("WHERE session.id = :id", "INTEGER PRIMARY KEY (rowid=?)"),
    ("ORDER BY ifnull(ended_at, expires_at) DESC, id DESC", "session_person (person_id=?)"),
    ("FROM offer WHERE partner_id = :partner", "offer_partner (partner_id=?)"),
    ("WHERE offer.partner_id = :partner\n   AND offer_version.state NOT IN", "offer_partner (partner_id=?)"),
    ("WHERE command_log.subject_kind = :kind", "command_log_subject (subject_kind=? AND subject_id=? AND id<?)"),
    ("WHERE command_log.partner_id = :partner", "command_log_partner (partner_id=? AND id<?)"),
    ("WHERE command_log.actor = :actor", "command_log_actor (actor=? AND id<?)"),
    ("AND verb <> 'undo'", "command_log_actor (actor=?)"),
    ("AND verb = 'undo'", "command_log_actor (actor=? AND id>?)"),
    ("AND version_after = :version", "command_log_subject (subject_kind=? AND subject_id=?)"),
    ("WHERE idempotency_key = :key", "claim_key"),
    ("AND offer_id = :offer\n   AND expires_at <= :now", "claim_open"),
    ("WHERE state = 'open'\n   AND expires_at <= :now", "claim_due"),
    ("WHERE capacity_revision > :revision", "offer_capacity_revision"),
    ("INDEXED BY claim_open ON", "claim_open (offer_id=?)"),
    ("AND kind = 'redemption'", "ledger_entry_redemption (claim_id=?)"),
    ("AND ledger_entry.at >= :start", "ledger_entry_at (partner_id=? AND at>? AND at<?)"),
    ("AND ledger_entry.period = :period\n   AND", "ledger_entry_period (partner_id=? AND period=?)"),
    ("FROM outbox", "outbox_partner (partner_id=? AND id>?)"),
    ("WHERE session_id IN (", "decision_session"),
    ("FROM rollup_day\n WHERE day = :day", "PRIMARY KEY (day=?)"),
    ("FROM rollup_hour\n WHERE hour >= :start", "PRIMARY KEY (hour>? AND hour<?)"),
    ("WHERE state = 'open'\n   AND expires_at > :now", "claim_due (expires_at>?)"),
    ("GROUP BY offer.partner_id", "claim_due (expires_at>?)"),
    ("FROM rollup_partner_day\n WHERE partner_id = :partner", "PRIMARY KEY (partner_id=? AND day>? AND day<?)"),
    ("CROSS JOIN rollup_day", "PRIMARY KEY (day=? AND offer_id=?)"),
    ("FROM rollup_day\n WHERE day BETWEEN :first AND :last", "PRIMARY KEY (day>? AND day<?)"),
    ("CROSS JOIN rollup_hour", "PRIMARY KEY (hour=? AND offer_id=?)"),
    ("CROSS JOIN acceptance_value", "PRIMARY KEY (offer_id=? AND hour>? AND hour<?)"),
    ("INDEXED BY interaction_offer", "interaction_offer (offer_id=?)"),
    ("AND started_at < :now\n   AND (ended_at IS NULL OR ended_at > :from)", "session_expiry (expires_at>?)"),
    ("JOIN preference_category", "PRIMARY KEY (person_id=?)"),
    ("FROM interaction INDEXED BY interaction_person", "interaction_person (person_id=? AND at>?)"),
    ("FROM assignment\n WHERE unit = :person", "assignment_person (unit=?)"),
    ("FROM assignment\n WHERE experiment_id", "PRIMARY KEY (experiment_id=? AND phase=? AND unit=?)"),
    ("FROM rollup_experiment_day\n WHERE experiment_id BETWEEN", "PRIMARY KEY (experiment_id>? AND experiment_id<?)"),
    ("FROM rollup_experiment_segment", "PRIMARY KEY (experiment_id=? AND phase=?)"),
    ("FROM experiment\n WHERE state = 'running'", "experiment_running"),
    ("AND experiment_offer.offer_id = :offer", "experiment_running"),
    ("AND kind = 'refund'", "ledger_entry_claim (claim_id=? AND rowid<?)"),
    ("FROM imported_totals\n WHERE", "imported_totals_day (experiment_id=? AND phase=? AND arm=? AND day=?)"),
    ("SELECT at\n  FROM interaction", "interaction_shown (session_id=? AND offer_id=? AND type=?"),
    ("WHERE session.expires_at >= :from\n   AND interaction.at", "session_expiry (expires_at>?)"),
    ("WHERE session.expires_at >= :from\n   AND interaction.at", "interaction_shown (session_id=? AND offer_id=?"),
    ("count(DISTINCT CASE WHEN type = 'acceptance'", "interaction_offer (offer_id=?)"),
    ("CROSS JOIN rollup_campaign_total AS total", "PRIMARY KEY (campaign_id=? AND day=?)"),
    ("CROSS JOIN rollup_campaign_total AS total", "latest USING PRIMARY KEY (campaign_id=? AND day<?)"),
    ("FROM rollup_campaign_total\n WHERE campaign_id = :id\n   AND day <=", "PRIMARY KEY (campaign_id=? AND day<?)"),
    ("FROM rollup_campaign_day\n WHERE campaign_id = :id\n   AND day BETWEEN", "(campaign_id=? AND day>? AND day<?)"),
    ("FROM rollup_campaign_hour\n WHERE", "PRIMARY KEY (campaign_id=? AND hour>? AND hour<?)"),
    ("FROM rollup_campaign_segment\n WHERE", "PRIMARY KEY (campaign_id=?"),
    ("FROM rollup_campaign_offer\n WHERE", "PRIMARY KEY (campaign_id=?"),
    ("FROM rollup_campaign_cohort\n WHERE", "PRIMARY KEY (campaign_id=?"),
    ("FROM rollup_portfolio_day\n WHERE", "PRIMARY KEY (currency=? AND day>? AND day<?)"),
    ("CROSS JOIN rollup_campaign_day", "PRIMARY KEY (campaign_id=? AND day>? AND day<?)"),
    ("FROM imported_campaign_row\n WHERE", "imported_campaign_row_key (campaign_id=? AND source=? AND external_id=?"),
    ("WHERE command_log.subject_kind = 'campaign'", "command_log_subject (subject_kind=? AND subject_id>?"),
    ("FROM campaign_view", "(viewer=?)"),
    ("FROM campaign_visit_count\n WHERE viewer = :viewer\n   AND is_before = :is_before", "(viewer=? AND is_before=?)"),
    ("FROM rollup_campaign_flag", "PRIMARY KEY (campaign_id=?)"),
  ])
  func eachHotQueryUsesItsIndex(part: String, index: String) throws {
    let (town, statements) = try statementsOfADay()
    let sql = try #require(statements.first { $0.contains(part) }, "no statement has: \(part)")
    let plan = try town.store.connection.rows(executing: "EXPLAIN QUERY PLAN " + sql) { row throws(StoreError) in
      row.text(3)
    }
    #expect(plan.contains { $0.contains(index) }, "\(plan)")
  }
}

extension Connection {
  /// The text of every statement the connection has compiled and kept.
  var preparedStatements: [String] {
    var texts: [String] = []
    var statement = sqlite3_next_stmt(handle, nil)
    while let here = statement {
      if let text = sqlite3_sql(here) { texts.append(String(cString: text)) }
      statement = sqlite3_next_stmt(handle, here)
    }
    return texts
  }
}
