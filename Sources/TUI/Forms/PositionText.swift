import Core

/// A position as it is typed: latitude and longitude in degrees, `19.2951, -81.3826`.
package enum PositionText {
  /// The position a text names.
  /// - Throws: ``InvalidInput`` that says what is wrong, without a field.
  package static func position(_ text: String) throws(InvalidInput) -> Coordinate {
    let parts = text.split { $0 == "," || $0 == ";" || $0.isWhitespace }
    guard parts.count == 2, let latitude = Double(parts[0]), let longitude = Double(parts[1]) else {
      throw InvalidInput(field: "", "must be latitude and longitude in degrees, such as 19.2951, -81.3826")
    }
    guard (-90...90).contains(latitude) else {
      throw InvalidInput(field: "", "has a latitude that is not between -90 and 90 degrees")
    }
    guard let position = Coordinate(latitude: latitude, longitude: longitude) else {
      throw InvalidInput(field: "", "has a longitude that is not between -180 and 180 degrees")
    }
    return position
  }

  /// What is wrong with a text as a position; nil if nothing is.
  package static func objection(to text: String) -> String? {
    do {
      _ = try position(text)
      return nil
    } catch {
      return error.message
    }
  }

  /// A position as it would be typed: a tenth of a metre is near enough.
  package static func text(_ position: Coordinate) -> String {
    "\(degrees(position.latitude)), \(degrees(position.longitude))"
  }

  /// At most six digits behind the point, and no more than are needed.
  private static func degrees(_ value: Double) -> String {
    let millionths = Int64((value * 1_000_000).rounded())
    let (whole, part) = millionths.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
    var digits = String(part)
    digits = String(repeating: "0", count: 6 - digits.count) + digits
    while digits.hasSuffix("0"), digits.count > 1 { digits.removeLast() }
    return "\(millionths < 0 ? "-" : "")\(whole).\(digits)"
  }
}
