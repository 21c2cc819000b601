/// One line of the table: a promise of DESIGN section 9, and how to find out what this machine does.
struct Benchmark: Sendable {
  let what: String
  let promise: Quantity
  /// How much it was measured on, as 100,000 offers.
  let size: String
  /// Gives a quantity in the unit of the promise.
  let measure: @Sendable () throws -> Quantity

  init(_ what: String, promise: Quantity, size: String, measure: @escaping @Sendable () throws -> Quantity) {
    self.what = what
    self.promise = promise
    self.size = size
    self.measure = measure
  }
}

/// How a measurement stands against its promise; three times over the promise fails the run.
enum Verdict: String {
  case ok, over
  case failed = "FAILED"

  init(measured: Quantity, promise: Quantity) {
    let excess = measured.excess(over: promise)
    self = excess <= 1 ? .ok : excess <= 3 ? .over : .failed
  }
}
