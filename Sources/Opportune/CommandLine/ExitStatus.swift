/// How the program ends, for scripts.
enum ExitStatus: Int32, Sendable, CaseIterable {
  case done = 0
  case failed = 1
  case invalid = 2
  case notFound = 3
  case notAllowed = 4
  case conflict = 5
  case exhausted = 6
  case outside = 7

  /// What it says, in words.
  var meaning: String {
    switch self {
    case .done: "done"
    case .failed: "failed: storage or internal"
    case .invalid: "wrong usage or invalid input"
    case .notFound: "not found"
    case .notAllowed: "not allowed"
    case .conflict: "conflict: wrong state or duplicate"
    case .exhausted: "limit, capacity or credit exhausted"
    case .outside: "an outside service failed"
    }
  }
}
