import Canvas
import Core
import Glibc

/// A town as lines, rings and markers in metres: what maps of any size are drawn from.
struct TownMap {
  let town: DiscoverBoard.Town
  private let origin: Coordinate?

  init(_ town: DiscoverBoard.Town) {
    self.town = town
    origin = town.places.first?.position ?? town.offers.first?.position ?? town.streets.first?.points.first
  }

  /// Metres east and north of the town's point of reference, on a plane that touches the globe there (equirectangular).
  func position(_ coordinate: Coordinate) -> LocalPosition {
    let origin = origin ?? Coordinate.origin
    let metresPerDegree = Haversine.earthRadius * .pi / 180
    return LocalPosition(
      east: (coordinate.longitude - origin.longitude) * metresPerDegree * cos(origin.latitude * .pi / 180),
      north: (coordinate.latitude - origin.latitude) * metresPerDegree)
  }

  /// The place on the globe of a position on that plane; the pole or the date line where it would lie beyond.
  func coordinate(_ position: LocalPosition) -> Coordinate {
    let metresPerDegree = Haversine.earthRadius * .pi / 180
    let origin = origin ?? Coordinate.origin
    let (latitude, longitude) = (origin.latitude, origin.longitude)
    let east = position.east / (metresPerDegree * cos(latitude * .pi / 180))
    return Coordinate(
      latitude: min(90, max(-90, latitude + position.north / metresPerDegree)),
      longitude: min(180, max(-180, longitude + east))) ?? Coordinate.origin
  }

  /// Streets and shores.
  var lines: [MapView.Line] {
    town.streets.map { street in
      let role: Role = street.kind == .coast ? .mapWater : .mapStreet
      let priority: Int8 = street.kind == .coast ? 2 : street.kind == .main ? 1 : 0
      return MapView.Line(street.points.map(position), role: role, priority: priority)
    }
  }

  /// The whole town, without a session: car parks with the number of cars.
  func overview(sessions: [DiscoverBoard.SessionRow]) -> MapView {
    var counts: [String: Int] = [:]
    for row in sessions { counts[row.session.placeName, default: 0] += 1 }
    let places = town.places.map { place in
      MapView.Marker(
        "P", at: position(place.position), label: counts[place.name].map(String.init) ?? "",
        style: Style(.mapParking).bold, priority: 2)
    }
    return MapView(lines: lines, markers: places)
  }

  /// The town with its car parks and doors by name.
  func doors(glyphs: Glyphs) -> MapView {
    let places = town.places.map {
      MapView.Marker("P", at: position($0.position), label: $0.name, style: Style(.mapParking), priority: 1)
    }
    let doors = town.offers.map {
      MapView.Marker(glyphs.offer, at: position($0.position), label: $0.name, style: Style(.mapOffer), priority: 2)
    }
    return MapView(lines: lines, markers: places + doors)
  }

  /// Everything that a map of the whole town must show.
  var extent: [LocalPosition] {
    let all = town.places.map(\.position) + town.offers.map(\.position)
    return (all.isEmpty ? town.streets.flatMap(\.points) : all).map(position)
  }

  /// The surroundings of a session: its ring of walking, the ranked offers by name, the way to the selected one.
  func surroundings(of document: DiscoverDocument, selection: Offer.ID?, glyphs: Glyphs) -> MapView {
    let car = position(document.context.session.position)
    var map = MapView(lines: lines, rings: [MapView.Ring(centre: car, radius: reach(of: document))])
    map.markers = town.places.map {
      MapView.Marker("P", at: position($0.position), style: Style(.mapParking), priority: 1)
    }
    let ranked = Dictionary(
      document.ranking.ranked.map { ($0.offer.partnerID, $0) }, uniquingKeysWith: { one, _ in one })
    let selected = document.ranking.ranked.first { $0.offer.id == selection }
    for door in town.offers where door.partnerID != selected?.offer.partnerID {
      let isShown = ranked[door.partnerID] != nil
      map.markers.append(
        MapView.Marker(
          isShown ? glyphs.offer : glyphs.dot, at: position(door.position), label: isShown ? door.name : "",
          style: isShown ? Style(.mapOffer) : Style(.mapStreet), priority: isShown ? 3 : 2))
    }
    if let selected {
      let there = position(selected.offer.position)
      map.lines.append(MapView.Line([car, there], role: .mapPerson, priority: 9))
      map.markers.append(
        MapView.Marker(
          glyphs.offer, at: there, label: document.partnerNames[selected.offer.partnerID] ?? selected.offer.title,
          style: Style(.mapOffer).bold.reverse, priority: 8))
    }
    map.markers.append(MapView.Marker(glyphs.person, at: car, style: Style(.mapPerson).bold, priority: 9))
    return map
  }

  /// The least radius of a ring of walking that can be read, in columns.
  private static let leastRing = 5.0

  /// What a map for a session shows: the whole town, which then stays where it is from session to session, if the ring
  /// of walking is large enough to be read on it; in a large city the ring and what is in it.
  func frame(around document: DiscoverDocument, in area: Rect) -> MapProjection {
    let car = position(document.context.session.position)
    let radius = reach(of: document)
    let whole = town(in: area)
    if let cell = whole.cell(car), area.contains(cell), radius / whole.metresPerColumn >= Self.leastRing {
      return whole
    }
    let reach = max(radius, 100)
    let corners = [
      LocalPosition(east: car.east - reach, north: car.north - reach),
      LocalPosition(east: car.east + reach, north: car.north + reach),
    ]
    return MapProjection(fitting: corners, area: area, margin: 1)
  }

  /// The whole town, and of a village as much as is ten minutes on foot from its middle, so that a ring has room.
  private func town(in area: Rect) -> MapProjection {
    let tight = MapProjection(fitting: extent, area: area)
    let walk = 10 * Walk.Pace.speed / Walk.Pace.detour
    let side = min(Double(area.width), Double(area.height) * MapProjection.cellAspect)
    return MapProjection(
      centre: tight.centre, metresPerColumn: max(tight.metresPerColumn, 2 * walk / max(1, side)), area: area)
  }

  /// How far this person walks as the crow flies, in metres.
  private func reach(of document: DiscoverDocument) -> Double {
    document.context.person.preferences.walkingLimit.value / Walk.Pace.detour
  }
}
