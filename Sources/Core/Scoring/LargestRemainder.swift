/// Rounds parts to whole numbers that add up to the rounded total (method of largest remainders, Hamilton 1792).
package enum LargestRemainder {
  /// One whole number for each part; each is its part rounded down or up, and their sum is the total rounded half up.
  ///
  /// Parts must be finite and not negative. Of equal remainders the earlier part is rounded up first.
  package static func rounded(_ parts: [Double]) -> [Int] {
    let total = Int(parts.reduce(0, +).rounded())
    var whole = parts.map { Int($0.rounded(.down)) }
    let byRemainder = parts.indices.sorted { one, other in
      let first = parts[one] - parts[one].rounded(.down)
      let second = parts[other] - parts[other].rounded(.down)
      return first == second ? one < other : first > second
    }
    for index in byRemainder.prefix(max(0, total - whole.reduce(0, +))) {
      whole[index] += 1
    }
    return whole
  }
}
