import Core

extension Store {
  /// Books the fixed cost of a campaign, or what it differs by from what it was. Inside a write.
  func bookFixedCost(of campaign: Campaign, was micros: Int64, by actor: Actor, now: Timestamp) throws(StoreError) {
    let difference = campaign.costs.fixedMicros - micros
    guard difference != 0 else { return }
    // Booked with the rollups.
  }
}
