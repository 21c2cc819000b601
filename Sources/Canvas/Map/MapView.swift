/// A map of lines, rings and labelled markers, in metres around a centre. It knows nothing of what they stand for.
package struct MapView: Sendable {
  /// A street, a shore, a way.
  package struct Line: Equatable, Sendable {
    /// From one end to the other.
    package let positions: [LocalPosition]

    /// How it looks.
    package let role: Role

    /// Which line's role a shared cell shows: the highest.
    package let priority: Int8

    /// A line through these positions.
    package init(_ positions: [LocalPosition], role: Role, priority: Int8 = 0) {
      self.positions = positions
      self.role = role
      self.priority = priority
    }
  }

  /// Everything within a distance: a circle on the ground.
  package struct Ring: Equatable, Sendable {
    /// Its middle.
    package let centre: LocalPosition

    /// In metres.
    package let radius: Double

    /// How it looks.
    package let role: Role

    /// A circle of `radius` metres.
    package init(centre: LocalPosition, radius: Double, role: Role = .mapRing) {
      self.centre = centre
      self.radius = radius
      self.role = role
    }
  }

  /// A sign at a position, with a label beside it where there is room.
  package struct Marker: Equatable, Sendable {
    /// Where.
    package let position: LocalPosition

    /// One cell wide.
    package let sign: Unicode.Scalar

    /// What it is called; may be empty.
    package let label: String

    /// How the sign looks.
    package let style: Style

    /// The highest is drawn on top and labelled first.
    package let priority: Int

    /// Whether the label is drawn even over other things.
    package let needsLabel: Bool

    /// A sign at a position.
    package init(
      _ sign: Unicode.Scalar, at position: LocalPosition, label: String = "", style: Style, priority: Int = 0,
      needsLabel: Bool = false
    ) {
      self.sign = sign
      self.position = position
      self.label = label
      self.style = style
      self.priority = priority
      self.needsLabel = needsLabel
    }
  }

  /// Drawn first, under everything.
  package var lines: [Line]

  /// Drawn over the lines.
  package var rings: [Ring]

  /// Drawn on top.
  package var markers: [Marker]

  /// A map of these things.
  package init(lines: [Line] = [], rings: [Ring] = [], markers: [Marker] = []) {
    self.lines = lines
    self.rings = rings
    self.markers = markers
  }

  /// Draws the map over the projection's area, which is not cleared first. Takes time in proportion to the cells of the
  /// area, and to the number of positions times its longer side at worst.
  package func draw(on canvas: inout Canvas, through projection: MapProjection) {
    canvas.clipped(to: projection.area) { canvas in
      let visible = projection.area
      var field = BrailleField(size: visible.intersection(canvas.bounds).isEmpty ? .zero : visible.size.bounded)
      for line in lines {
        field.polyline(line.positions.map(projection.place), role: line.role, priority: line.priority)
      }
      for ring in rings {
        field.ring(
          around: projection.place(ring.centre), radiusX: ring.radius / projection.metresPerColumn * 2,
          radiusY: ring.radius / projection.metresPerRow * 4, role: ring.role, priority: .max)
      }
      field.draw(on: &canvas, at: visible.origin)
      MapLabels(markers, through: projection, glyphs: canvas.glyphs).draw(on: &canvas)
    }
  }
}

extension Size {
  /// No larger than any screen.
  fileprivate var bounded: Size { Size(width: min(width, 4096), height: min(height, 4096)) }
}
