import Core
import Testing

@testable import Store

/// A town whose offers are in campaigns.
struct CampaignTown {
  let town: TestTown

  var store: Store { town.store }

  static let ana = TestTown.ana
  static let noon = TestTown.noon

  init(zone: String = "America/Cayman") throws {
    town = try TestTown(zone: zone)
  }

  /// A campaign over new offers; `change` makes it special.
  @discardableResult
  func campaign(
    _ name: String = "Spring", offers count: Int = 1, now: Timestamp = noon,
    _ change: (inout CampaignDraft) -> Void = { _ in }
  ) throws -> Campaign {
    let offers = try (0..<count).map { _ in try town.offer { $0.claimMinutes = 600 }.id }
    var draft = CampaignDraft(name: name, offers: offers)
    change(&draft)
    return try store.createCampaign(draft, by: Self.ana, now: now)
  }

  /// A new driver parks and is shown what there is.
  @discardableResult
  func visit(
    _ person: Person? = nil, limit: Int = 10, now: Timestamp = noon, through store: Store? = nil
  ) throws -> DiscoverDocument {
    let session = try town.session(person, from: now - .minutes(10), minutes: 600)
    return try (store ?? self.store).discover(
      session: session.id, options: DiscoverOptions(limit: limit, allReasons: true), now: now)
  }

  /// What every interaction of a campaign cost, in the order of the log.
  func spends(of campaign: Campaign) throws -> [Int64] {
    try store.connection.rows(
      "SELECT spend_micros FROM interaction WHERE campaign_id = :id ORDER BY id", [":id": .id(campaign.id)]
    ) { row throws(StoreError) in row.integer(0) }
  }

  /// The last running total of a campaign.
  func counts(of campaign: Campaign) throws -> CampaignCounts {
    try store.runningTotals(of: campaign.id, upTo: .max).counts
  }
}

extension DiscoverDocument {
  /// The codes that hold the nearest offer back.
  var obstacles: [String] {
    ranking.heldBack.first.map { held in ([held.reason] + held.others).map(\.code.name) } ?? []
  }
}
