/// A town that lives: cars arrive, their drivers look at offers, answer, walk, redeem or let them expire, and leave.
///
/// Discrete events in order of time; whoever runs it decides how far each step goes, and with it how much is written
/// at once. The same plan with the same interventions at the same instants gives the same events however it is cut into
/// steps, and the same ``SimulationReport/hash``. A copy of the value, with the world as it was then, is a bookmark.
package struct Simulation<World: SimulatedWorld> {
  package let plan: SimulationPlan
  let world: World
  let guests: Guests
  package internal(set) var report = SimulationReport()
  package internal(set) var now: Timestamp

  var queue = EventQueue<SimulationEvent>()
  var generator: SeededGenerator
  var stays: [ParkingSession.ID: SimulatedStay] = [:]
  /// Positions of people who are not parked.
  var free: [Int] = []
  /// In a replay: where each person parked last, and each person's position.
  var whereabouts: [Int: ParkingSession.ID] = [:]
  let positions: [Person.ID: Int]
  let placeWeights: [Double]
  var weather: Weather?
  var rush: SimulatedRush?
  /// Arrivals a day that somebody asked for instead of the plan's.
  var perDay: Double?
  /// Until when arrivals are drawn.
  var drawnUntil: Timestamp
  /// Cars and weather that were drawn in an earlier round come no more.
  var arrivalRound = 0
  var weatherRound = 0
  /// What the event that is under way has led to last.
  private var latest: TownEvent?

  package init(_ plan: SimulationPlan, in world: World) {
    self.plan = plan
    self.world = world
    guests = Guests(townSeed: plan.townSeed)
    now = plan.start
    drawnUntil = plan.start
    generator = SeededGenerator(seed: plan.seed)
    placeWeights = plan.places.map { Double($0.capacity ?? 50) }
    positions = Dictionary(plan.people.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    queue.add(.weather(round: 0), at: plan.start)
    queue.add(.hour, at: plan.start)
    for act in plan.acts { queue.add(.intervention(act.intervention), at: max(act.at, plan.start)) }
    settle()
  }

  /// Whether nothing more will happen before the plan's end.
  package var isFinished: Bool { nextEvent == nil }

  /// When the next thing will happen; nil at the end of the plan.
  package var nextEvent: Timestamp? { queue.next.flatMap { $0 < plan.end ? $0 : nil } }

  /// Cars in town.
  package var parked: Int { stays.count }

  /// Lets everything happen that is due before an instant, at most up to the end of the plan.
  /// - Parameter goesOn: is asked before each instant at which something happens; where it says no, the clock stops right
  ///   before that, so that advancing to where it stands does the same again.
  /// - Returns: whether it came as far as it was asked to.
  @discardableResult
  package mutating func advance(
    to instant: Timestamp, while goesOn: () -> Bool = { true }
  ) throws(World.Failure) -> Bool {
    let end = min(instant, plan.end)
    while let next = queue.next, next < end {
      guard next <= now || goesOn() else {
        now = next
        return false
      }
      try takeNext()
    }
    now = max(now, end)
    return true
  }

  /// Lets exactly one event happen.
  /// - Returns: what came of it; the last of several things. Nil at the end of the plan.
  @discardableResult
  package mutating func step() throws(World.Failure) -> TownEvent? {
    guard nextEvent != nil else { return nil }
    try takeNext()
    return latest
  }

  private mutating func takeNext() throws(World.Failure) {
    guard let due = queue.take() else { return }
    now = max(now, due.at)
    report.events += 1
    try handle(due.event)
    dropStale()
  }

  private mutating func handle(_ event: SimulationEvent) throws(World.Failure) {
    switch event {
    case .hour: try beginHour()
    case .weather: try changeWeather()
    case .arrival(let kind, _): try arrive(kind)
    case .recorded(let position): arrive(plan.recorded[position], at: position)
    case .look(let session, let times): try look(session, times: times)
    case .overrun(let session): try stayLonger(session)
    case .redemption(let errand, let session): try redeem(errand, in: session)
    case .departure(let session): try leave(session)
    case .intervention(let intervention): try perform(intervention)
    }
  }

  /// What is next is always something that will really happen, so that ``nextEvent`` and ``step()`` keep their word.
  mutating func dropStale() {
    while let at = queue.next, let next = queue.nextEvent {
      switch next {
      case .arrival(_, let round) where round != arrivalRound: _ = queue.take()
      case .weather(let round) where round != weatherRound: _ = queue.take()
      case .look(let session, _), .overrun(let session), .redemption(_, let session), .departure(let session):
        guard let stay = stays[session] else {
          _ = queue.take()
          continue
        }
        guard let later = stay.postpones(next, at: at) else { return }
        _ = queue.take()
        queue.add(next, at: later)
      default: return
      }
    }
  }

  /// Notes something that happened.
  mutating func note(
    _ kind: TownEvent.Kind, session: ParkingSession.ID? = nil, offer: Offer.ID? = nil, outcome: Int64 = 0
  ) {
    let event = TownEvent(at: now, kind, session: session, offer: offer, outcome: outcome)
    report.hash.fold(event)
    latest = event
  }
}
