/// Cars and where their drivers are: one place at a time.
extension Simulation {
  /// Takes in who is in town already when the run begins.
  mutating func settle() {
    var isParked = Set<Int>()
    for car in plan.parked where car.expiresAt > plan.start {
      let person = car.person.flatMap { positions[$0] }
      if let person { isParked.insert(person) }
      let departs = MeterHabits.departure(from: plan.start, until: car.expiresAt, using: &generator)
      take(in: car.session, person: person, end: car.expiresAt, departs: departs)
      if generator.happens(0.5) {
        queue.add(.look(car.session, times: 2), at: plan.start + .minutes(Int64(generator.whole(from: 1, to: 60))))
      }
      for errand in car.errands { follow(errand, in: car.session) }
    }
    switch plan.arrivals {
    case .invented: free = plan.people.indices.filter { !isParked.contains($0) }
    case .recorded(let stays): if !stays.isEmpty { queue.add(.recorded(0), at: max(stays[0].start, plan.start)) }
    }
  }

  /// A car parks.
  mutating func arrive(_ kind: StayKind) throws(World.Failure) {
    let place = plan.places[generator.position(weights: placeWeights)]
    let person = drawPerson()
    let minutes = Int64(generator.whole(from: kind.minutes.lowerBound, to: kind.minutes.upperBound))
    let end = now + .minutes(minutes)
    let session = try world.park(person.map { plan.people[$0].id }, at: place, from: now, until: end)
    report.sessions += 1
    note(.arrival, session: session, outcome: minutes)
    let departs = MeterHabits.departure(from: now, until: end, using: &generator)
    take(in: session, person: person, end: end, departs: departs)
    if let overrun = MeterHabits.overrun(until: end, using: &generator) {
      queue.add(.overrun(session), at: max(now, overrun))
      stays[session]?.departs = end
    }
    planFirstLook(session)
  }

  /// A car that parked in reality; the next one of the record is awaited.
  mutating func arrive(_ stay: RecordedStay, at position: Int) {
    let stays = plan.recorded
    if position + 1 < stays.count { queue.add(.recorded(position + 1), at: max(now, stays[position + 1].start)) }
    report.sessions += 1
    note(.arrival, session: stay.session)
    let person = stay.person.flatMap { positions[$0] }
    take(in: stay.session, person: person, end: stay.end, departs: stay.end, isRecorded: true)
    if let person { whereabouts[person] = stay.session }
    planFirstLook(stay.session)
  }

  private mutating func take(
    in session: ParkingSession.ID, person: Int?, end: Timestamp, departs: Timestamp, isRecorded: Bool = false
  ) {
    let tastes =
      person.map { plan.people[$0].tastes } ?? Tastes(subject: -session.value, townSeed: plan.townSeed)
    stays[session] = SimulatedStay(
      person: person, tastes: tastes, isRecorded: isRecorded, end: end, departs: departs, busyUntil: now)
    queue.add(.departure(session), at: departs)
  }

  private mutating func planFirstLook(_ session: ParkingSession.ID) {
    guard generator.happens(0.85) else { return }
    queue.add(.look(session, times: 1), at: now + .seconds(Int64(generator.whole(from: 20, to: 240))))
  }

  /// Somebody who is not parked, or nobody known.
  private mutating func drawPerson() -> Int? {
    guard !free.isEmpty, !generator.happens(plan.anonymousShare) else { return nil }
    let position = generator.whole(from: 0, to: free.count - 1)
    free.swapAt(position, free.count - 1)
    return free.removeLast()
  }

  /// The stay takes longer than planned: the driver pays for more.
  mutating func stayLonger(_ session: ParkingSession.ID) throws(World.Failure) {
    try extend(session, minutes: 15 * generator.whole(from: 1, to: 4))
    guard let stay = stays[session] else { return }
    stays[session]?.departs = max(stay.end, stay.busyUntil)
  }

  /// Pays for more time.
  mutating func extend(_ session: ParkingSession.ID, minutes: Int) throws(World.Failure) {
    guard minutes > 0, let end = try world.extend(session, minutes: minutes, at: now) else { return }
    report.extensions += 1
    stays[session]?.end = end
    note(.extension, session: session, outcome: Int64(minutes))
  }

  /// A car drives off; a recorded one has done so in reality.
  mutating func leave(_ session: ParkingSession.ID) throws(World.Failure) {
    guard let stay = stays.removeValue(forKey: session) else { return }
    if !stay.isRecorded { _ = try world.leave(session, at: now) }
    note(.departure, session: session)
    guard let person = stay.person else { return }
    if stay.isRecorded {
      if whereabouts[person] == session { whereabouts[person] = nil }
    } else {
      free.append(person)
    }
  }
}
