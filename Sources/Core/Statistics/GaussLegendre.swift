import Glibc

/// Sixteen points of a stretch from 0 to 1 at which a smooth function is looked at, to integrate it over the whole
/// stretch or from its start up to each of the points. Exact for polynomials up to degree 31, and 15 up to a point.
package enum GaussLegendre {
  package static let count = 16

  /// Where the points lie, rising, each with its share of the whole.
  package static let points: [(position: Double, weight: Double)] = {
    (0..<count).map { index in
      // Newton's way to the roots of the Legendre polynomial, from Tricomi's approximation.
      var x = -cos(Double.pi * (Double(index) + 0.75) / (Double(count) + 0.5))
      var slope = 1.0
      for _ in 0..<20 {
        let values = legendre(x)
        slope = Double(count) * (x * values[count] - values[count - 1]) / (x * x - 1)
        x -= values[count] / slope
      }
      return ((1 + x) / 2, 1 / ((1 - x * x) * slope * slope))
    }
  }()

  /// For each point the weights of all points in the integral from 0 up to it (the collocation matrix of the Gauss
  /// methods; E. Hairer and G. Wanner, "Solving Ordinary Differential Equations II", section IV.5), row by row.
  package static let upTo: [Double] = {
    let values = points.map { legendre(2 * $0.position - 1) }
    return values.indices.flatMap { row in
      values.indices.map { column in
        // The interpolating polynomial by Legendre's, each integrated in closed form.
        let sum = (0..<count).reduce(0.0) { sum, degree in
          let integral =
            degree == 0
            ? values[row][1] + 1 : (values[row][degree + 1] - values[row][degree - 1]) / Double(2 * degree + 1)
          return sum + Double(2 * degree + 1) * values[column][degree] * integral / 2
        }
        return points[column].weight * sum
      }
    }
  }()

  /// Legendre's polynomials of degree 0 ... count at one x.
  private static func legendre(_ x: Double) -> [Double] {
    var values = [1, x]
    for degree in 1..<count {
      let k = Double(degree)
      values.append(((2 * k + 1) * x * values[degree] - k * values[degree - 1]) / (k + 1))
    }
    return values
  }
}
