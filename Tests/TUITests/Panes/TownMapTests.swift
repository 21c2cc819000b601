import Canvas
import Core
import Testing

@testable import TUI

/// Where the map of a session looks.
@Suite struct TownMapTests {
  private let board = FixtureBoard()
  private let area = Rect(x: 20, y: 1, width: 50, height: 20)

  /// The town of the fixture with another car park, and that of a driver who walks so far.
  private func frame(
    of session: ParkingSession, walking metres: Double = 800, withPlaceAt far: Coordinate? = nil
  ) -> MapProjection {
    var town = board.board().town
    if let far { town.places.append(Place(id: Place.ID(99), name: "Far", position: far, zone: "America/Cayman")) }
    return TownMap(town).frame(around: board.document(of: session, walking: metres), in: area)
  }

  /// Sessions at the two car parks that are farthest north and south.
  private func ends() throws -> (north: ParkingSession, south: ParkingSession) {
    let sessions = board.sessions.sorted { $0.position.latitude > $1.position.latitude }
    return (try #require(sessions.first), try #require(sessions.last))
  }

  @Test func theMapOfATownStaysWhereItIsFromSessionToSession() throws {
    let (north, south) = try ends()
    #expect(frame(of: north) == frame(of: south))
    #expect(frame(of: north, walking: 500) == frame(of: south, walking: 1200))
  }

  @Test func everyCarParkAndEveryOfferOfTheTownIsInSight() throws {
    let town = board.board().town
    let map = TownMap(town)
    let frame = frame(of: try ends().north)
    for position in town.places.map(\.position) + town.offers.map(\.position) {
      #expect(frame.cell(map.position(position)).map(area.contains) == true)
    }
  }

  @Test func aCityTooLargeToSeeTheRingIsFollowedWithTheCarInTheMiddle() throws {
    let (north, south) = try ends()
    // A degree of latitude is 111 km: at twenty rows a ring of 800 m would be less than a cell.
    let far = Coordinate(latitude: north.position.latitude + 1, longitude: north.position.longitude)
    for session in [north, south] {
      let frame = frame(of: session, withPlaceAt: far)
      let car = TownMap(board.board().town).position(session.position)
      #expect(abs(frame.centre.east - car.east) < 0.001 && abs(frame.centre.north - car.north) < 0.001)
      // The ring of 800 m on foot, 615 m as the crow flies, has 19 of the 20 rows, two columns high each.
      #expect(abs(frame.metresPerColumn - 2 * 615.4 / 38) < 0.1)
    }
  }

  @Test func theRingHasRoomOnTheMapOfAVillage() throws {
    let session = try ends().north
    var village = board.board().town
    village.places = village.places.filter { $0.position == session.position }
    village.offers = []
    let frame = TownMap(village).frame(around: board.document(of: session), in: area)
    // 800 m on foot are 615 m as the crow flies: the ring's top and bottom are the area's.
    #expect(abs(2 * 615.4 / frame.metresPerRow - Double(area.height)) < 0.1)
  }

  @Test func whoHardlyWalksIsFollowedToo() throws {
    let (north, south) = try ends()
    #expect(frame(of: north, walking: 60).centre != frame(of: south, walking: 60).centre)
  }

  @Test func aCarOutsideTheTownIsInSightAllTheSame() throws {
    let north = try ends().north
    let away = ParkingSession(
      id: north.id, personID: nil, placeName: "Airport",
      position: try #require(Coordinate(latitude: north.position.latitude, longitude: north.position.longitude + 0.5)),
      zone: north.zone, startedAt: north.startedAt, expiresAt: north.expiresAt, hourlyRateCents: nil)
    let cell = frame(of: away).cell(TownMap(board.board().town).position(away.position))
    #expect(cell.map(area.contains) == true)
  }
}
