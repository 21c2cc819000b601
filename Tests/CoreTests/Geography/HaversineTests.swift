import Testing

@testable import Core

@Suite struct HaversineTests {
  /// Metres on a sphere of 6,371,008.8 m from mpmath with 40 digits by another formula, the arc tangent of the cross and
  /// dot products (Vincenty 1975 on a sphere).
  static let reference: [(Double, Double, Double, Double, Double)] = [
    (19.2866, -81.3744, 19.2866, -81.3744, 0),
    (19.2866, -81.3744, 19.2875, -81.3744, 100.07557221017962),
    (19.2866, -81.3744, 19.2866, -81.3734, 104.95461490755311),
    (19.2866, -81.3744, 19.30012, -81.38131, 1669.1339390010543),
    (51.47, -0.4543, 40.6413, -73.7781, 5540018.9701660883),
    (-33.8688, 151.2093, 35.6762, 139.6503, 7825829.4259972153),
    (0, 0, 0, 180, 20015114.442035924),
    (90, 0, -90, 0, 20015114.442035924),
    (90, 12, 90, -150, 0),
    (89.9999, 0, 89.9999, 180, 22.239016046706583),
    (-89.5, 10, -89.5, -170, 111195.08023353291),
    (0, 179.9995, 0, -179.9995, 111.19508023353291),
    (-16.5, 179.99, -16.5, -179.99, 2132.3207460900175),
    (65.7, 180, 65.7, -180, 0),
    (1e-7, 0, 0, 0, 0.011119508023353291),
    (0, 0, 0.5, 179.7, 19950277.34349651),
    (-54.8, -68.3, 64.1466, -21.9426, 13808844.767541921),
    (-31.5553, 159.0821, -33.8688, 151.2093, 779937.65385076588),
  ]

  @Test(arguments: reference)
  func agreesWithAnotherFormula(
    latitude1: Double, longitude1: Double, latitude2: Double, longitude2: Double, metres: Double
  ) throws {
    let one = try #require(Coordinate(latitude: latitude1, longitude: longitude1))
    let other = try #require(Coordinate(latitude: latitude2, longitude: longitude2))
    let there = Haversine.distance(one, other).value
    // Sines of large angles leave a micrometre; near antipodes the arc sine is worth a millimetre.
    let tolerance = metres > 19_000_000 ? 0.001 : 1e-6 + metres * 1e-12
    #expect(abs(there - metres) <= tolerance)
    #expect(Haversine.distance(other, one).value == there)
  }

  /// The way the engine measures, with the trigonometry done beforehand.
  @Test(arguments: reference)
  func pointsOnTheSphereAreAsFarApart(
    latitude1: Double, longitude1: Double, latitude2: Double, longitude2: Double, metres: Double
  ) throws {
    let one = SpherePoint(try #require(Coordinate(latitude: latitude1, longitude: longitude1)))
    let other = SpherePoint(try #require(Coordinate(latitude: latitude2, longitude: longitude2)))
    let tolerance = metres > 19_000_000 ? 0.1 : 1e-7 + metres * 1e-12
    #expect(abs(one.distance(to: other).value - metres) <= tolerance)
    #expect(one.distance(to: other) == other.distance(to: one))
    #expect(one.distance(to: one).value == 0)
  }

  /// Geodesics on the WGS 84 ellipsoid in metres (Karney 2013, GeographicLib 2.0).
  static let cities: [(String, Double, Double, Double, Double, Double)] = [
    ("London to Paris", 51.5074, -0.1278, 48.8566, 2.3522, 343_923),
    ("New York to Los Angeles", 40.7128, -74.0060, 34.0522, -118.2437, 3_944_422),
    ("Sydney to Tokyo", -33.8688, 151.2093, 35.6762, 139.6503, 7_792_175),
    ("Berlin to Moscow", 52.52, 13.405, 55.7558, 37.6173, 1_613_998),
    ("Cairo to Nairobi", 30.0444, 31.2357, -1.2921, 36.8219, 3_518_309),
    ("Auckland to Honolulu", -36.8485, 174.7633, 21.3069, -157.8583, 7_050_148),
    ("Singapore to Hong Kong", 1.3521, 103.8198, 22.3193, 114.1694, 2_576_133),
    ("George Town to Miami", 19.2866, -81.3744, 25.7617, -80.1918, 727_273),
    ("Reykjavik to Anchorage", 64.1466, -21.9426, 61.2181, -149.9003, 5_438_984),
  ]

  @Test(arguments: cities)
  func staysWithinHalfAPercentOfTheEllipsoid(
    name: String, latitude1: Double, longitude1: Double, latitude2: Double, longitude2: Double, metres: Double
  ) throws {
    let one = try #require(Coordinate(latitude: latitude1, longitude: longitude1))
    let other = try #require(Coordinate(latitude: latitude2, longitude: longitude2))
    #expect(abs(Haversine.distance(one, other).value / metres - 1) < 0.005, "\(name)")
  }
}

@Suite struct WalkTests {
  /// 0.0009 degrees of latitude: 100.0756 m on the sphere, 130.098 m on foot, 1.626 minutes.
  @Test func takesADetourAtWalkingPace() throws {
    let car = try #require(Coordinate(latitude: 19.2866, longitude: -81.3744))
    let door = try #require(Coordinate(latitude: 19.2875, longitude: -81.3744))
    let walk = Walk(from: car, to: door)
    #expect(abs(walk.distance.value - 130.0982) < 0.001)
    #expect(abs(walk.minutes - 1.626228) < 0.00001)
    #expect(walk.distance.description == "130 m")
  }
}

@Suite struct CoordinateTests {
  @Test(arguments: [(90, 180), (-90, -180), (0, 0)] as [(Double, Double)])
  func reachesTheEdges(latitude: Double, longitude: Double) {
    #expect(Coordinate(latitude: latitude, longitude: longitude) != nil)
  }

  @Test(
    arguments: [
      (91, 0), (-90.0001, 0), (0, 180.0001), (0, -181), (.nan, 0), (0, .nan), (.infinity, 0), (0, -.infinity),
    ] as [(Double, Double)])
  func refusesWhatIsNotOnTheGlobe(latitude: Double, longitude: Double) {
    #expect(Coordinate(latitude: latitude, longitude: longitude) == nil)
  }

  @Test func namesTheFieldOutOfRange() {
    #expect(throws: InvalidInput(field: "lat", "must be between -90 and 90 degrees, not 91.0")) {
      try Coordinate(latitude: 91, longitude: 200, latitudeField: "lat", longitudeField: "lng")
    }
    #expect(throws: InvalidInput(field: "lng", "must be between -180 and 180 degrees, not 200.0")) {
      try Coordinate(latitude: 9, longitude: 200, latitudeField: "lat", longitudeField: "lng")
    }
  }
}
