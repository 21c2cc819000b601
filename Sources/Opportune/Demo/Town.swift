import Core

/// George Town as the program carries it: everything that is given, before anybody parks.
struct Town {
  /// A line of the map.
  typealias Street = DiscoverBoard.Street

  static let name = "George Town"
  static let zone = "America/Cayman"
  let places: [Place]
  let streets: [Street]
  let partners: [Partner]
  /// Offers with windows relative to the day the town is made.
  let offers: [Offer]
  let peopleNames: [String]
  /// IANA names with the share of people who live there.
  let homeZones: [(zone: String, share: Double)]
  let climate: Climate

  /// - Parameter midnight: the start of the local day on which the town is made; offers' windows count from it.
  /// - Throws: ``Failure`` or ``InvalidInput`` if the built-in files are wrong, which a test excludes.
  init(midnight: Timestamp) throws {
    places = try TownFile("places.csv").rows.map { try Self.place($0, zone: Self.zone) }
    streets = try TownFile("streets.csv").rows.map(Self.street)
    let partners = try TownFile("partners.csv").rows.map { try Partner($0, zone: Self.zone) }
    let byID = Dictionary(partners.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    offers = try TownFile("offers.csv").rows.map { try Offer($0, partners: byID, midnight: midnight) }
    self.partners = partners
    peopleNames = try TownFile("people_names.csv").rows.map { row in try row.require("name") }
    homeZones = try TownFile("zones.csv").rows.map { row in
      (try row.require("zone"), try row.number("share") ?? 0)
    }
    climate = try Self.climate(TownFile("weather.csv").rows)
  }

  private static func place(_ row: ImportRow, zone: String) throws(InvalidInput) -> Place {
    Place(
      id: Place.ID(try row.integer("id") ?? 0), name: try row.require("name"), position: try row.position(), zone: zone,
      hourlyRateCents: try row.integer("hourly_rate_cents"), capacity: try row.integer("capacity").map(Int.init))
  }

  private static func street(_ row: ImportRow) throws(InvalidInput) -> Street {
    var points: [Coordinate] = []
    for pair in row.list("points") ?? [] {
      let numbers = pair.split(separator: " ").compactMap { Double($0) }
      guard numbers.count == 2, let point = Coordinate(latitude: numbers[0], longitude: numbers[1]) else {
        throw InvalidInput(field: "points", "holds '\(pair)', which is no position")
      }
      points.append(point)
    }
    return Street(
      name: try row.require("name"), kind: try Street.Kind.parsing(row.require("kind"), field: "kind"), points: points)
  }

  private static func climate(_ rows: [ImportRow]) throws(InvalidInput) -> Climate {
    var months = [[Climate.Chances]](repeating: [], count: 12)
    for row in rows {
      guard let month = try row.integer("month"), (1...12).contains(month) else {
        throw InvalidInput(field: "month", "must be between 1 and 12")
      }
      var weights: [Double] = []
      for weather in Weather.allCases { weights.append(try row.number(weather.rawValue) ?? 0) }
      months[Int(month) - 1].append(
        Climate.Chances(
          weights: weights, temperatureMean: try row.number("temperature_mean") ?? 0,
          temperatureDeviation: try row.number("temperature_sd") ?? 0))
    }
    guard let climate = Climate(months: months) else {
      throw InvalidInput(field: "month", "must have four rows for each of twelve months")
    }
    return climate
  }
}
