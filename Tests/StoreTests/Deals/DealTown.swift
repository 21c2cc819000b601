import Core
import Testing

@testable import Store

/// A town with a market, and a person who waits for deals.
struct DealTown {
  let town: TestTown
  let person: Person

  var store: Store { town.store }

  static let ana = TestTown.ana
  static let noon = TestTown.noon

  init(kind: WorldKind = .demo) throws {
    town = try TestTown(kind: kind)
    person = try town.store.addPerson(
      Person(id: Person.ID(0), name: "Ana", zone: "America/Cayman"), externalID: "operator:ana", now: Self.noon)
  }

  /// A listing as a source gives it: a lamp for 20 dollars in good condition at the centre; `change` makes it special.
  static func draft(
    _ externalID: String, _ title: String = "Desk lamp", cents: Int64? = 2000,
    _ change: (inout ListingDraft) -> Void = { _ in }
  ) -> ListingDraft {
    var draft = ListingDraft(
      source: "market", externalID: externalID, title: title, price: cents.map { Money(cents: $0) },
      category: "home", condition: .good, position: TestTown.centre, postedAt: noon - .days(1))
    change(&draft)
    return draft
  }

  /// Takes a listing in, `minutes` after noon.
  @discardableResult
  func ingest(
    _ externalID: String, _ title: String = "Desk lamp", cents: Int64? = 2000, after minutes: Int64 = 0,
    _ change: (inout ListingDraft) -> Void = { _ in }
  ) throws -> ImportedLine {
    try store.ingest(Self.draft(externalID, title, cents: cents, change), now: Self.noon + .minutes(minutes))
  }

  /// Keeps the rule of a line.
  @discardableResult
  func rule(_ line: String, lookBack: Bool = false, after minutes: Int64 = 0) throws -> AlertRule {
    try store.createRule(
      draft(line), lookBack: lookBack, by: Self.ana, now: Self.noon + .minutes(minutes))
  }

  /// A rule line read with the places of the town.
  func draft(_ line: String) throws -> RuleDraft {
    try RuleLine.parse(line, places: store.knownPlaces())
  }

  /// Sweeps, and answers how many listings were looked at and how many alerts were missing.
  func sweep() throws -> [Int] {
    let report = try store.sweep(now: Self.noon)
    return [report.listings, report.raised]
  }

  /// The number of a listing.
  func id(_ externalID: String) throws -> Listing.ID {
    try #require(try store.listing(source: "market", externalID: externalID)).id
  }

  /// Every alert of a rule as the name its listing has in its source and the price's epoch, in order.
  func alerts(of rule: AlertRule) throws -> [String] {
    try store.connection.rows(
      """
      SELECT listing.external_id, alert.price_epoch
        FROM alert
        JOIN listing ON listing.id = alert.listing_id
       WHERE alert.rule_id = :rule
       ORDER BY alert.id
      """, [":rule": .id(rule.id)]
    ) { row throws(StoreError) in "\(row.text(0)) \(row.integer(1))" }
  }

  /// The prices a watch spoke of, in cents, in order.
  func prices(of watch: Watch) throws -> [Int64] {
    try store.connection.rows(
      "SELECT price_cents FROM alert WHERE watch_id = :watch ORDER BY id", [":watch": .id(watch.id)]
    ) { row throws(StoreError) in row.integer(0) }
  }
}
