import Canvas

/// Maps of a made-up town by the sea, in every state.
enum MapSpecimens {
  private static func place(_ east: Double, _ north: Double) -> LocalPosition {
    LocalPosition(east: east, north: north)
  }

  private static let shore = MapView.Line(
    [
      place(-900, -420), place(-640, -260), place(-560, -40), place(-600, 160), place(-480, 330), place(-520, 600),
    ], role: .mapWater, priority: 1)

  private static let streets: [MapView.Line] = [
    .init([place(-560, -40), place(-200, 20), place(200, 0), place(900, 60)], role: .mapStreet),
    .init([place(-200, 20), place(-160, 330), place(-120, 600)], role: .mapStreet),
    .init([place(200, 0), place(240, -200), place(220, -500)], role: .mapStreet),
    .init([place(-160, 330), place(300, 300), place(900, 340)], role: .mapStreet),
    .init([place(200, 0), place(300, 300), place(340, 600)], role: .mapStreet),
    .init([place(-560, -200), place(240, -200), place(900, -160)], role: .mapStreet),
  ]

  private static let park = MapView.Line(
    [place(420, 100), place(680, 110), place(690, 250), place(430, 240), place(420, 100)], role: .mapPark, priority: 1)

  private static let here = place(-40, 40)

  private static func markers(_ glyphs: Glyphs) -> [MapView.Marker] {
    [
      .init(glyphs.offer, at: place(-300, 180), label: "Blue Cilantro", style: Style(.mapOffer), priority: 3),
      .init(glyphs.offer, at: place(330, 160), label: "Cayman Sweets", style: Style(.mapOffer), priority: 3),
      .init(glyphs.offer, at: place(120, -260), label: "Harbour tours", style: Style(.mapOffer), priority: 2),
      .init(glyphs.parking, at: place(-180, -120), label: "Fort St", style: Style(.mapParking), priority: 1),
      .init(glyphs.parking, at: place(600, -60), label: "Cardinall Ave", style: Style(.mapParking), priority: 1),
      .init(
        glyphs.person, at: here, label: "Ana R.", style: Style(.mapPerson), priority: 9, needsLabel: true),
    ]
  }

  private static func town(_ glyphs: Glyphs, radius: Double?) -> MapView {
    MapView(
      lines: streets + [park, shore], rings: radius.map { [.init(centre: here, radius: $0)] } ?? [],
      markers: markers(glyphs))
  }

  /// The specimens.
  static let all: [Specimen] = [
    Specimen("Map: streets, shore, a walk of three minutes around a person", 84, 19) { canvas, area in
      let projection = MapProjection(centre: here, metresPerColumn: 15, area: area)
      town(canvas.glyphs, radius: 250).draw(on: &canvas, through: projection)
      MapScale.metres.draw(on: &canvas, through: projection)
    },
    Specimen("Map: near", 44, 19) { canvas, area in
      let projection = MapProjection(centre: here, metresPerColumn: 6, area: area)
      town(canvas.glyphs, radius: 100).draw(on: &canvas, through: projection)
      MapScale.metres.draw(on: &canvas, through: projection)
    },
    Specimen("Map: small", 30, 8, isFixed: true) { canvas, area in
      let projection = MapProjection(centre: here, metresPerColumn: 40, area: area)
      town(canvas.glyphs, radius: 250).draw(on: &canvas, through: projection)
    },
    Specimen("Map: forty cars, as many names as have room", 92, 8) { canvas, area in
      let cars = (0..<40).map { index -> MapView.Marker in
        let angle = Double(index) * 2.399_963
        let far = 26 * Double(index).squareRoot()
        let position = place(far * SampleNumbers.sine(angle + 1.570_796) * 5, far * SampleNumbers.sine(angle))
        return .init(canvas.glyphs.dot, at: position, label: "car \(index + 1)", style: Style(.mapParking).bold)
      }
      MapView(markers: cars).draw(
        on: &canvas, through: MapProjection(fitting: cars.map(\.position), area: area, margin: 4))
    },
  ]
}
