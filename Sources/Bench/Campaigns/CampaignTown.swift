import Core
import Glibc
import Store

/// A file with 1,000 campaigns of a year in six segments, and so many interactions beneath. Made once, and kept in
/// ``Folder`` under its size and schema: the log by SQL alone, everything that is counted of it by the program's own
/// rebuild.
final class CampaignTown: Sendable {
  static let campaigns: Int64 = 1000
  static let days: Int64 = 365
  /// People who are known.
  private static let people = 200_000
  static let bench = Actor(.operator, "bench")

  let interactions: Int
  let path: String

  /// The two of all benchmarks that need them.
  static let small = Result { try CampaignTown(1_000_000) }
  static let huge = Result { try CampaignTown(10_000_000) }

  private init(_ interactions: Int) throws {
    self.interactions = interactions
    try Folder.make()
    let name = "campaigns-\(interactions)-"
    path = "\(Folder.path)/\(name)\(try BenchTown.schema()).db"
    if access(path, F_OK) == 0 { return }
    for old in Folder.files(beginning: name) { unlink(old) }
    Complaints.write("making \(Self.campaigns) campaigns of a year over \(interactions) interactions once, in \(path)")
    let unfinished = "\(Folder.path)/work-\(getpid())-campaigns.db"
    try Self.makeCampaigns(at: unfinished)
    try Self.fill(unfinished, interactions)
    _ = try Store.open(at: unfinished, now: Moment.now, zones: Moment.zones).rebuild(
      by: Self.bench, now: Moment.now)
    guard rename(unfinished, path) == 0 else { throw BenchFailure(call: "rename") }
  }

  /// Another connection, which knows nothing yet.
  func store() throws -> Store {
    try Store.open(at: path, now: Moment.now, zones: Moment.zones)
  }

  private static func makeCampaigns(at path: String) throws {
    let centre = try Coordinate(
      latitude: 19.29, longitude: -81.38, latitudeField: "latitude", longitudeField: "longitude")
    let began = Moment.now - .days(days)
    let store = try Store.create(
      at: path, kind: .demo, name: "City", zone: "America/Cayman", centre: centre, seed: 1, now: began,
      zones: Moment.zones)
    let costs = CampaignCosts(perImpressionMicros: 2500, perViewMicros: 20_000, perRedemptionMicros: 1_000_000)
    try store.write { () throws(StoreError) in
      let partner = try store.addPartner(
        Partner(id: .init(1), name: "Partner", category: "dining", position: centre, zone: "America/Cayman"),
        by: bench, loading: true, now: began)
      for number in 1...campaigns {
        let offer = try store.addOffer(
          Offer(
            id: .init(number), partnerID: partner.id, title: "Offer \(number)", category: "dining",
            value: ValueProposition(discountPercent: 20), position: centre),
          by: bench, loading: true, now: began)
        try store.createCampaign(
          CampaignDraft(name: "Campaign \(number)", budgetCents: 10_000_000, costs: costs, offers: [offer.id]),
          by: bench, now: began)
      }
    }
  }

  /// A visit is an impression, a view and an answer: three interactions of one campaign, one driver and their segments.
  private static func fill(_ path: String, _ interactions: Int) throws {
    let file = try RawDatabase(path)
    let indexes = try file.texts(
      "SELECT sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'interaction' AND sql IS NOT NULL")
    for name in try file.texts(
      "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'interaction' AND sql IS NOT NULL")
    { try file.run("DROP INDEX \(name)") }
    let visits = interactions / 3
    let start = (Moment.now - .days(days - 1)).milliseconds
    let step = days * 86_400_000 / Int64(visits + 1)
    try file.run("PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF; PRAGMA cache_size = -400000")
    try file.run(
      """
      INSERT INTO interaction (
        id, at, type, session_id, person_id, offer_id, offer_version, partner_id, claim_id, revenue_cents, reason,
        campaign_id, segment, spend_micros)
      WITH RECURSIVE visit (v) AS (
        SELECT 0
         UNION ALL
        SELECT v + 1
          FROM visit
         WHERE v + 1 < \(visits)
      ),
      step (s) AS (VALUES (0), (1), (2)),
      row AS (
        SELECT v, s,
               CASE s WHEN 0 THEN 'impression' WHEN 1 THEN 'view'
                 ELSE CASE v / 7 % 5 WHEN 0 THEN 'acceptance' WHEN 1 THEN 'acceptance' WHEN 2 THEN 'redemption'
                      ELSE 'dismissal' END END AS type
          FROM visit
         CROSS JOIN step
      )
      SELECT 3 * v + s + 1, min(\(start) + v * \(step) + 60000 * s, \(Moment.now.milliseconds)), type, v + 1,
             CASE WHEN v / \(campaigns) % 10 < 7 THEN v * 7919 % \(people) + 1 END, v % \(campaigns) + 1, 1, 1,
             CASE WHEN type = 'acceptance' OR type = 'redemption' THEN v + 1 END,
             CASE type WHEN 'redemption' THEN 500 + v * 7919 % 4000 END,
             CASE type WHEN 'dismissal' THEN 'no_time' END, v % \(campaigns) + 1,
             1 + v / 11 % 2 + 4 * (1 + v / 13 % 2) + 16 * (1 + v / 17 % 2),
             CASE type WHEN 'impression' THEN 2500 WHEN 'view' THEN 20000 WHEN 'redemption' THEN 1000000 ELSE 0 END
        FROM row
      """)
    for index in indexes { try file.run(index) }
  }
}
