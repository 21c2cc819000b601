/// An eligible row with its place in the order of a ranking.
///
/// Scores are compared as whole billionths and walks as whole millimetres, so that the order never hangs on the last
/// bit of a sine. Ties: higher priority, then nearer, then lower id.
struct Standing {
  let row: Int
  let walk: Walk
  private let score: Int64
  private let priority: Int32
  private let millimetres: Int64
  private let id: Int64

  @inline(__always)
  init(row: Int, walk: Walk, score: Double, candidate: Candidate) {
    self.row = row
    self.walk = walk
    self.score = Int64((score * 1e9).rounded())
    priority = candidate.priority
    millimetres = Int64((walk.distance.value * 1000).rounded())
    id = candidate.id
  }

  @inline(__always)
  static func isBetter(_ one: Standing, _ other: Standing) -> Bool {
    if one.score != other.score { return one.score > other.score }
    if one.priority != other.priority { return one.priority > other.priority }
    if one.millimetres != other.millimetres { return one.millimetres < other.millimetres }
    return one.id < other.id
  }
}

/// The best few of many, kept in order while they pass by. Adding costs one comparison for most.
struct BestStandings {
  private(set) var standings: [Standing] = []
  private let limit: Int

  init(limit: Int) {
    self.limit = limit
    standings.reserveCapacity(min(limit, 256))
  }

  @inline(__always)
  mutating func add(_ standing: Standing) {
    if standings.count >= limit {
      guard let worst = standings.last, Standing.isBetter(standing, worst) else { return }
      standings.removeLast()
    }
    let place = standings.firstIndex { Standing.isBetter(standing, $0) } ?? standings.endIndex
    standings.insert(standing, at: place)
  }
}
