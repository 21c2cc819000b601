import Glibc

/// Why nothing more can be written.
enum OutputError: Error {
  /// The reader has gone; it has had enough, and nothing is wrong.
  case closed
  /// The write failed with this `errno`.
  case failed(Int32)

  /// For people: what happened and what to do.
  var sentence: String {
    switch self {
    case .closed: "the reader of the output has gone"
    case .failed(let number):
      "cannot write the output: \(String(cString: strerror(number))); free some space or write elsewhere"
    }
  }
}
