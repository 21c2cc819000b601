/// A town that lives: cars arrive, their drivers look at offers, answer, walk, redeem or let them expire, and leave.
///
/// Discrete events in order of time; whoever runs it decides how far each step goes, and with it how much is written
/// at once. The same plan gives the same events however it is cut into steps.
package struct Simulation<World: SimulatedWorld> {
  /// Something that is to happen.
  enum Event {
    case hour
    case weather
    case arrival(StayKind)
    case look(ParkingSession.ID, times: Int)
    /// What people usually pay, in minor units, after the discount.
    case redemption(Claim.ID, usualCents: Double)
    case departure(ParkingSession.ID)
    case freed(person: Int)
  }

  /// A car in town.
  struct Stay {
    let person: Int?
    let tastes: Tastes
    var end: Timestamp
  }

  package let plan: SimulationPlan
  private let world: World
  package private(set) var report = SimulationReport()
  package private(set) var now: Timestamp

  private var queue = EventQueue<Event>()
  private var generator: SeededGenerator
  private var stays: [ParkingSession.ID: Stay] = [:]
  /// Positions of people who are not parked.
  private var free: [Int]
  private var weather: Weather?

  /// Offers a phone shows at once.
  private let shown = 5

  package init(_ plan: SimulationPlan, in world: World) {
    self.plan = plan
    self.world = world
    now = plan.start
    generator = SeededGenerator(seed: plan.seed)
    free = plan.people.indices.filter { plan.parked[plan.people[$0].id] == nil }
    queue.add(.weather, at: plan.start)
    queue.add(.hour, at: plan.start)
    for (position, person) in plan.people.enumerated() {
      if let until = plan.parked[person.id] { queue.add(.freed(person: position), at: max(until, plan.start)) }
    }
  }

  package var isFinished: Bool { (queue.next ?? plan.end) >= plan.end }

  /// Lets everything happen that is due before an instant, at most up to the end of the plan.
  package mutating func advance(to instant: Timestamp) throws(World.Failure) {
    let end = min(instant, plan.end)
    while let next = queue.next, next < end, let due = queue.take() {
      now = due.at
      report.events += 1
      try handle(due.event)
    }
    now = max(now, end)
  }

  private mutating func handle(_ event: Event) throws(World.Failure) {
    switch event {
    case .hour: try planHour()
    case .weather: try changeWeather()
    case .arrival(let kind): try arrive(kind)
    case .look(let session, let times): try look(session, times: times)
    case .redemption(let claim, let usualCents): try redeem(claim, usualCents: usualCents)
    case .departure(let session): try leave(session)
    case .freed(let person): free.append(person)
    }
  }

  /// Draws the arrivals of the coming hour, and sweeps what is overdue.
  private mutating func planHour() throws(World.Failure) {
    report.expiries += try world.expireClaims(at: now)
    let local = plan.zone.localTime(at: now)
    let isWeekend = local.weekday == .sat || local.weekday == .sun
    for kind in StayKind.allCases {
      let hours = kind.hours
      let share = kind.share(isWeekend: isWeekend) * hours[local.minuteOfDay / 60] / hours.reduce(0, +)
      for _ in 0..<generator.poisson(mean: plan.rate(at: now) * share) {
        let offset = Int64(generator.whole(from: 0, to: 3_599_999))
        queue.add(.arrival(kind), at: now + TimeSpan(milliseconds: offset))
      }
    }
    queue.add(.hour, at: now + .hours(1))
  }

  private mutating func changeWeather() throws(World.Failure) {
    guard let climate = plan.climate else { return }
    let drawn = climate.draw(at: plan.zone.localTime(at: now), using: &generator)
    weather = drawn.weather
    try world.setWeather(drawn.weather, temperature: drawn.temperature, from: now)
    queue.add(.weather, at: now + .hours(3))
  }

  private mutating func arrive(_ kind: StayKind) throws(World.Failure) {
    guard !plan.places.isEmpty else { return }
    let place = plan.places[generator.position(weights: plan.places.map { Double($0.capacity ?? 50) })]
    let person = drawPerson()
    let length = TimeSpan.minutes(Int64(generator.whole(from: kind.minutes.lowerBound, to: kind.minutes.upperBound)))
    let end = now + length
    let session = try world.park(person.map { plan.people[$0].id }, at: place, from: now, until: end)
    report.sessions += 1
    let tastes = person.map { plan.people[$0].tastes } ?? Tastes(categories: plan.categories, using: &generator)
    stays[session] = Stay(person: person, tastes: tastes, end: end)
    // Most drivers come back a little before the meter runs out.
    let used = generator.happens(0.7) ? generator.number(from: 0.75, to: 1) : 1
    let departure = Int64((Double(length.milliseconds) * used).rounded())
    queue.add(.departure(session), at: now + TimeSpan(milliseconds: departure))
    if generator.happens(0.85) {
      let delay = Int64(generator.whole(from: 20, to: 240))
      queue.add(.look(session, times: 1), at: now + .seconds(delay))
    }
  }

  /// Somebody who is not parked, or nobody known.
  private mutating func drawPerson() -> Int? {
    guard !free.isEmpty, !generator.happens(plan.anonymousShare) else { return nil }
    let position = generator.whole(from: 0, to: free.count - 1)
    free.swapAt(position, free.count - 1)
    return free.removeLast()
  }

  private mutating func look(
    _ session: ParkingSession.ID, times: Int
  ) throws(World.Failure) {
    guard let stay = stays[session], now < stay.end else { return }
    let hour = plan.zone.localTime(at: now).minuteOfDay / 60
    // Whoever has just parked is awake; later looks are not made at night.
    if times == 1 || (7..<23).contains(hour) {
      // What is overdue is closed before anything is decided; here it is counted as well.
      report.expiries += try world.expireClaims(at: now)
      let (ranking, impressions) = try world.discover(session, limit: shown, at: now)
      report.impressions += impressions
      for (code, count) in ranking.heldBackCounts { report.heldBackCounts[code, default: 0] += count }
      try answer(ranking.ranked, in: session, of: stay)
    }
    if times < 4, generator.happens(0.4) {
      queue.add(.look(session, times: times + 1), at: now + .minutes(Int64(generator.whole(from: 25, to: 120))))
    }
  }

  private mutating func answer(
    _ offers: [RankedOffer], in session: ParkingSession.ID, of stay: Stay
  ) throws(World.Failure) {
    let model = AcceptanceModel(tastes: stay.tastes, weather: weather)
    for (position, offer) in offers.enumerated() {
      let id = offer.offer.id
      let answer = model.answer(offer, position: position, using: &generator)
      if answer == .ignore { continue }
      if try world.view(id, in: session, at: now) { report.views += 1 }
      switch answer {
      case .dismiss(let reason):
        try world.dismiss(id, in: session, reason: reason, at: now)
        report.dismissals += 1
      case .accept:
        guard let claim = try world.accept(id, in: session, at: now, using: &generator) else { continue }
        report.acceptances += 1
        try follow(claim, of: offer, in: session, stay: stay)
        return
      case .view, .ignore: continue
      }
    }
  }

  /// What comes of an acceptance: parking is extended at once, anything else takes a walk and some time, or is forgotten.
  private mutating func follow(
    _ claim: Claim, of offer: RankedOffer, in session: ParkingSession.ID, stay: Stay
  ) throws(World.Failure) {
    guard generator.happens(stay.tastes.reliability) else { return }
    if offer.offer.type == .parkingExtension {
      try world.extend(session, minutes: offer.offer.value.parkingMinutes, at: now)
    }
    let walk = Int64((offer.walk.minutes * 60).rounded())
    let pause = Int64(generator.whole(from: 30, to: 900))
    let use = Int64((offer.offer.useMinutes * 60 * generator.number(from: 0.5, to: 1)).rounded())
    let spend = Double(offer.offer.typicalSpendCents ?? ValueProposition.defaultTypicalSpendCents)
    let usual = spend * (1 - offer.offer.value.discountPercent / 100)
    queue.add(.redemption(claim.id, usualCents: usual), at: now + .seconds(walk + pause + use))
  }

  private mutating func redeem(_ claim: Claim.ID, usualCents: Double) throws(World.Failure) {
    let amount = Int64((usualCents * generator.number(from: 0.6, to: 1.5)).rounded())
    guard let worth = try world.redeem(claim, amountCents: amount, at: now) else { return }
    report.redemptions += 1
    report.valueDeliveredCents += worth
  }

  private mutating func leave(_ session: ParkingSession.ID) throws(World.Failure) {
    guard let stay = stays.removeValue(forKey: session) else { return }
    try world.leave(session, at: now)
    if let person = stay.person { free.append(person) }
  }
}
