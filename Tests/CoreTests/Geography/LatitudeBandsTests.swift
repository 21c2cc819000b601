import Testing

@testable import Core

/// The index must give every point of a circle exactly once; what it gives beyond is filtered by distance.
@Suite struct LatitudeBandsTests {
  /// A patch of the globe to scatter points and sessions in.
  enum Patch: CaseIterable, Sendable {
    case town, antimeridian, northPole, southPole, globe, equatorAtZero

    func point(_ random: inout SeededGenerator) -> Coordinate {
      let (latitudes, longitudes): (ClosedRange<Double>, ClosedRange<Double>) =
        switch self {
        case .town: (19.27...19.31, -81.40 ... -81.35)
        case .antimeridian: (-16.52 ... -16.48, 179.97...180.03)
        case .northPole: (89.95...90, -180...180)
        case .southPole: (-90 ... -89.95, -180...180)
        case .globe: (-90...90, -180...180)
        case .equatorAtZero: (-0.02...0.02, -0.02...0.02)
        }
      let longitude = Double.random(in: longitudes, using: &random)
      // A tenth of the points stand on edges: whole bands, the pole, both names of the antimeridian.
      let onEdge = Int.random(in: 0..<10, using: &random) == 0
      let latitude = onEdge ? latitudes.upperBound : Double.random(in: latitudes, using: &random)
      let wrapped = longitude > 180 ? longitude - 360 : longitude
      let edge = Bool.random(using: &random) ? 180.0 : -180.0
      return Coordinate(latitude: latitude, longitude: onEdge && self == .antimeridian ? edge : wrapped)
        ?? Coordinate.origin
    }
  }

  @Test(arguments: Patch.allCases)
  func findsWhatBruteForceFinds(patch: Patch) {
    var random = SeededGenerator(seed: 3)
    let points = (0..<700).map { _ in patch.point(&random) }
    let bands = LatitudeBands(points)
    #expect(bands.order.sorted() == Array(points.indices))
    for _ in 0..<250 {
      let centre = patch.point(&random)
      let radius = Metres(Self.radius(&random))
      let (found, repeated) = Self.rows(bands, radius, centre)
      #expect(!repeated)
      let near = Set(points.indices.filter { Haversine.distance(centre, points[$0]).value <= radius.value })
      let among = Set(found.map { bands.order[$0] })
      guard near.isSubset(of: among) else {
        Issue.record("\(near.subtracting(among).count) of \(near.count) points within \(radius) of \(centre) are lost")
        return
      }
    }
  }

  @Test func givesFewOthersInATown() {
    var random = SeededGenerator(seed: 4)
    let points = (0..<20_000).map { _ in Patch.town.point(&random) }
    let bands = LatitudeBands(points)
    let centre = Coordinate.georgeTown
    let near = points.filter { Haversine.distance(centre, $0).value <= 600 }.count
    // A square around the circle, whole bands at its edges: (2 r + 2 bands) x 2 r against pi r^2.
    #expect(Self.rows(bands, Metres(600), centre).found.count < near * 2)
  }

  @Test func aRadiusOfNothingFindsTheSpotItself() {
    let bands = LatitudeBands([.origin, .georgeTown])
    #expect(Self.rows(bands, Metres(0), .georgeTown).found.map { bands.order[$0] } == [1])
    #expect(Self.rows(bands, Metres(-1), .georgeTown).found.isEmpty)
  }

  @Test func noPointsGiveNoRanges() {
    #expect(Self.rows(LatitudeBands([]), Metres(1e9), .georgeTown).found.isEmpty)
  }

  @Test(arguments: [2e7, 1e12, Double.infinity])
  func aHugeRadiusFindsEveryPoint(radius: Double) {
    var random = SeededGenerator(seed: 5)
    let points = (0..<500).map { _ in Patch.globe.point(&random) }
    let (found, repeated) = Self.rows(LatitudeBands(points), Metres(radius * 1.01), .georgeTown)
    #expect(found.count == 500)
    #expect(!repeated)
  }

  private static func radius(_ random: inout SeededGenerator) -> Double {
    switch Int.random(in: 0..<20, using: &random) {
    case 0: 0
    case 1: 30_000_000
    case 2...4: .random(in: 100_000...20_000_000, using: &random)
    case 5...8: .random(in: 5_000...100_000, using: &random)
    default: .random(in: 1...2000, using: &random)
    }
  }

  private static func rows(
    _ bands: LatitudeBands, _ radius: Metres, _ centre: Coordinate
  ) -> (found: [Int], repeated: Bool) {
    var rows: [Int] = []
    bands.forEachRange(within: radius, of: centre) { rows += $0 }
    return (rows, Set(rows).count < rows.count)
  }
}

extension Coordinate {
  /// Where the zero meridian crosses the equator.
  static let origin = Coordinate(checkedLatitude: 0, longitude: 0)

  /// The harbour of George Town, Grand Cayman.
  static let georgeTown = Coordinate(checkedLatitude: 19.2866, longitude: -81.3744)

  private init(checkedLatitude latitude: Double, longitude: Double) {
    guard let point = Coordinate(latitude: latitude, longitude: longitude) else {
      preconditionFailure("(\(latitude), \(longitude)) is not on the globe")
    }
    self = point
  }

  /// A point so many metres of walking (1.3 per great-circle metre) north of this one.
  func north(walk metres: Double) -> Coordinate {
    Coordinate(checkedLatitude: latitude + metres / 1.3 / 6_371_008.8 * 180 / .pi, longitude: longitude)
  }
}
