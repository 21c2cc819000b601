/// A position on the WGS 84 globe, in degrees.
package struct Coordinate: Hashable, Sendable {
  package let latitude: Double
  package let longitude: Double

  /// Where the equator meets the meridian of Greenwich.
  package static let origin = Coordinate(checkedLatitude: 0, longitude: 0)

  private init(checkedLatitude latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }

  /// Nil unless latitude is within ±90 and longitude within ±180; NaN is neither.
  package init?(latitude: Double, longitude: Double) {
    guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
    self.latitude = latitude
    self.longitude = longitude
  }

  /// A position as two fields of some input.
  /// - Throws: ``InvalidInput`` that names the field out of range.
  package init(
    latitude: Double, longitude: Double, latitudeField: String, longitudeField: String
  ) throws(InvalidInput) {
    guard (-90...90).contains(latitude) else {
      throw InvalidInput(field: latitudeField, "must be between -90 and 90 degrees, not \(latitude)")
    }
    guard (-180...180).contains(longitude) else {
      throw InvalidInput(field: longitudeField, "must be between -180 and 180 degrees, not \(longitude)")
    }
    self.latitude = latitude
    self.longitude = longitude
  }
}
