import Glibc

/// One line of the table: a promise of DESIGN section 9, and how to find out what this machine does.
struct Benchmark: Sendable {
  let what: String
  let promise: Promise
  /// How much it was measured on, as 100,000 offers.
  let size: String
  /// Gives a quantity in the unit of the promise.
  let measure: @Sendable () throws -> Measurement

  init(_ what: String, promise: Promise, size: String, measure: @escaping @Sendable () throws -> Measurement) {
    self.what = what
    self.promise = promise
    self.size = size
    self.measure = measure
  }
}

/// What one run of a benchmark gave.
struct Measurement: Sendable {
  let quantity: Quantity
  /// What else is worth knowing of it, behind the size; empty for nothing.
  let detail: String

  init(_ quantity: Quantity, _ detail: String = "") {
    self.quantity = quantity
    self.detail = detail
  }
}

/// What is said beside the table, on standard error.
enum Complaints {
  static func write(_ sentence: String) {
    let bytes = Array("bench: \(sentence)\n".utf8)
    _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
  }
}

/// Why something could not be measured; a sentence.
struct BenchFailure: Error, CustomStringConvertible {
  let description: String

  init(_ sentence: String) {
    description = sentence
  }

  /// A system call that failed, by its name.
  init(call: String) {
    description = "\(call) failed: \(String(cString: strerror(errno)))"
  }
}
