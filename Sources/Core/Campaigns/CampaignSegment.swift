/// A kind of driver a campaign can be for, and is judged by.
package enum CampaignSegment: String, Sendable, CaseIterable {
  /// Never parked before.
  case new
  /// Parked within the last 60 days.
  case returning
  /// Parked before, the last time more than 60 days ago.
  case lapsed
  /// Began eight sessions or more on weekdays of the last 28 days.
  case commuter
  /// Anybody else.
  case visitor
  /// By redemptions in life: fewer than three, three or more, ten or more.
  case basic, silver, gold

  /// Each divides all drivers, so that its segments sum to the total.
  package enum Dimension: String, Sendable, CaseIterable {
    case standing, habit, tier
  }

  package var dimension: Dimension {
    switch self {
    case .new, .returning, .lapsed: .standing
    case .commuter, .visitor: .habit
    case .basic, .silver, .gold: .tier
    }
  }

  /// The value of every dimension for a driver nobody knows.
  package static let unknown = "unknown"
}

/// The segments of one driver, decided once for a parking session; nil is not known, as of every anonymous driver.
package struct DriverSegments: Hashable, Sendable {
  package var standing: CampaignSegment?
  package var habit: CampaignSegment?
  package var tier: CampaignSegment?

  package init(standing: CampaignSegment? = nil, habit: CampaignSegment? = nil, tier: CampaignSegment? = nil) {
    self.standing = standing
    self.habit = habit
    self.tier = tier
  }

  /// The value of a dimension, as rollups have it.
  package func value(of dimension: CampaignSegment.Dimension) -> String {
    let segment =
      switch dimension {
      case .standing: standing
      case .habit: habit
      case .tier: tier
      }
    return segment?.rawValue ?? CampaignSegment.unknown
  }

  /// Whether a campaign with these targets is for the driver: of every dimension that is named, one that is theirs. No
  /// target is everybody.
  package func meet(_ targets: [CampaignSegment]) -> Bool {
    let named = Set(targets.map(\.dimension))
    return named.allSatisfy { dimension in
      targets.contains { $0.dimension == dimension && $0.rawValue == value(of: dimension) }
    }
  }

  /// A small number that stands for all three in the log: 0 of a driver nobody knows.
  package var code: Int64 {
    func place(_ segment: CampaignSegment?, _ all: [CampaignSegment]) -> Int64 {
      segment.flatMap { all.firstIndex(of: $0) }.map { Int64($0) + 1 } ?? 0
    }
    return place(standing, Self.standings) + 4 * place(habit, Self.habits) + 16 * place(tier, Self.tiers)
  }

  /// Reads ``code`` back; what stands for nothing is not known.
  package init(code: Int64) {
    func segment(_ place: Int64, _ all: [CampaignSegment]) -> CampaignSegment? {
      let index = Int(place) - 1
      return all.indices.contains(index) ? all[index] : nil
    }
    self.init(
      standing: segment(code & 3, Self.standings), habit: segment(code >> 2 & 3, Self.habits),
      tier: segment(code >> 4 & 3, Self.tiers))
  }

  private static let standings: [CampaignSegment] = [.new, .returning, .lapsed]
  private static let habits: [CampaignSegment] = [.commuter, .visitor]
  private static let tiers: [CampaignSegment] = [.basic, .silver, .gold]
}
