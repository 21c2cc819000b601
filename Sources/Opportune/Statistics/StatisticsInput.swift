import Core

/// What questions about counts are made of, read and checked.
extension JSONFields {
  /// `{conversions, n}`.
  mutating func conversions(_ field: String) throws(InvalidInput) -> Conversions {
    var arm = try require(object(field), field)
    let count = try arm.require(arm.integer("conversions"), "conversions")
    let n = try arm.require(arm.integer("n"), "n")
    try arm.finish()
    return try Self.conversions(count, of: n, arm.name("conversions"), arm.name("n"))
  }

  /// A list of lists of whole numbers, all of one length.
  mutating func counts(_ field: String, perRow length: Int) throws(InvalidInput) -> [[Int64]] {
    let rows = try list(field)
    var counts: [[Int64]] = []
    for (index, row) in rows.enumerated() {
      let name = "\(name(field)).\(index)"
      guard case .array(let cells) = row, cells.count == length else {
        throw InvalidInput(field: name, "must be a list of \(length) whole numbers")
      }
      var numbers: [Int64] = []
      for (place, cell) in cells.enumerated() { numbers.append(try Self.whole(cell, "\(name).\(place)")) }
      counts.append(numbers)
    }
    return counts
  }

  /// A list of `[conversions, n]`.
  mutating func arms(_ field: String) throws(InvalidInput) -> [Conversions] {
    var arms: [Conversions] = []
    for (index, pair) in try counts(field, perRow: 2).enumerated() {
      let name = "\(name(field)).\(index)"
      arms.append(try Self.conversions(pair[0], of: pair[1], "\(name).0", "\(name).1"))
    }
    return arms
  }

  /// A list of numbers, each within bounds.
  mutating func numbers(_ field: String, in range: ClosedRange<Double>) throws(InvalidInput) -> [Double] {
    var numbers: [Double] = []
    for (index, element) in try list(field).enumerated() {
      let name = "\(name(field)).\(index)"
      let number: Double
      switch element {
      case .integer(let value): number = Double(value)
      case .number(let value): number = value
      default: throw InvalidInput(field: name, "must be a number")
      }
      numbers.append(try Self.bounded(number, range, name))
    }
    return numbers
  }

  /// A list of counts of people.
  mutating func headcounts(_ field: String) throws(InvalidInput) -> [Int64] {
    var counts: [Int64] = []
    for (index, element) in try list(field).enumerated() {
      let name = "\(name(field)).\(index)"
      counts.append(try Self.bounded(Self.whole(element, name), 0...Conversions.most, name))
    }
    return counts
  }

  /// A number that must be given, within bounds.
  mutating func number(_ field: String, in range: ClosedRange<Double>) throws(InvalidInput) -> Double {
    try Self.bounded(require(number(field), field), range, name(field))
  }

  /// A count of people that must be given.
  mutating func people(
    _ field: String, in range: ClosedRange<Int64> = 0...Conversions.most
  ) throws(InvalidInput) -> Int64 {
    try Self.bounded(require(integer(field), field), range, name(field))
  }

  /// A share strictly between 0 and 1, as confidence and power are.
  mutating func share(_ field: String, else usual: Double) throws(InvalidInput) -> Double {
    let share = try number(field) ?? usual
    guard share > 0, share < 1 else {
      throw InvalidInput(field: name(field), "must lie between 0 and 1, both excluded, not be \(share)")
    }
    return share
  }

  /// People planned for both arms together, which tunes the always-valid test.
  mutating func plannedTotal() throws(InvalidInput) -> Int64 {
    let field = "planned_total"
    return try Self.bounded(integer(field) ?? AlwaysValid.usualTotal, 1...2 * Conversions.most, name(field))
  }

  /// Weights, which are relative: at least one is above 0.
  mutating func weights(_ field: String, count: Int) throws(InvalidInput) -> [Double] {
    let weights = try numbers(field, in: 0...1e12)
    guard weights.count == count else {
      throw InvalidInput(field: name(field), "has \(weights.count) numbers for \(count) arms; give one for each")
    }
    guard weights.contains(where: { $0 > 0 }) else {
      throw InvalidInput(field: name(field), "has no weight above 0; somebody must be in an arm")
    }
    let least = weights.reduce(0, +) * 1e-9
    if let small = weights.firstIndex(where: { $0 > 0 && $0 < least }) {
      throw InvalidInput(
        field: "\(name(field)).\(small)", "is less than a thousand-millionth of all weights; use 0 for nobody")
    }
    return weights
  }

  private mutating func list(_ field: String) throws(InvalidInput) -> [JSON] {
    guard case .array(let elements) = try require(value(field), field) else {
      throw InvalidInput(field: name(field), "must be a list")
    }
    return elements
  }

  /// Conversions among people, checked.
  static func conversions(
    _ count: Int64, of n: Int64, _ countName: String, _ name: String
  ) throws(InvalidInput) -> Conversions {
    let n = try bounded(n, 0...Conversions.most, name)
    guard count >= 0 else { throw InvalidInput(field: countName, "is \(count); it cannot be negative") }
    guard count <= n else { throw InvalidInput(field: countName, "is \(count), more than the \(n) people it is of") }
    return Conversions(count, of: n)
  }

  private static func whole(_ json: JSON, _ name: String) throws(InvalidInput) -> Int64 {
    switch json {
    case .integer(let value): return value
    case .number(let value):
      guard let whole = Int64(exactly: value) else { fallthrough }
      return whole
    default: throw InvalidInput(field: name, "must be a whole number")
    }
  }

  private static func bounded<Value: Comparable>(
    _ value: Value, _ range: ClosedRange<Value>, _ name: String
  ) throws(InvalidInput) -> Value {
    guard range.contains(value) else {
      throw InvalidInput(
        field: name, "must be between \(range.lowerBound) and \(range.upperBound), not \(value)")
    }
    return value
  }
}
