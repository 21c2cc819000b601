/// What drivers do with what they are shown.
extension Simulation {
  /// A driver looks at the offers; `times` counts this driver's looks.
  mutating func look(_ session: ParkingSession.ID, times: Int) throws(World.Failure) {
    guard let stay = stays[session] else { return }
    let hour = plan.zone.localTime(at: now).minuteOfDay / 60
    // Whoever has just parked is awake; later looks are not made at night.
    if now < stay.end, isThere(stay, session), times == 1 || (7..<23).contains(hour) {
      try decide(session, of: stay)
    } else {
      note(.look, session: session, outcome: -1)
    }
    if times < 4, generator.happens(0.4) {
      queue.add(.look(session, times: times + 1), at: now + .minutes(Int64(generator.whole(from: 25, to: 120))))
    }
  }

  /// A person with two recorded cars is at the one that came last.
  private func isThere(_ stay: SimulatedStay, _ session: ParkingSession.ID) -> Bool {
    guard stay.isRecorded, let person = stay.person else { return true }
    return whereabouts[person] == session
  }

  private mutating func decide(_ session: ParkingSession.ID, of stay: SimulatedStay) throws(World.Failure) {
    // What is overdue is closed before anything is decided; here it is counted as well.
    try sweep()
    let shown = AcceptanceModel.constants.offersShown
    guard let ranked = try see(session, limit: shown) else { return note(.look, session: session, outcome: -2) }
    try answer(ranked, in: session, of: stay)
  }

  /// What the driver is shown, counted; nil when nothing can be shown.
  ///
  /// Only the ranked offers outlive it: a ranking shares the facts of every offer with the index it was made by, which
  /// would copy them all when a place is taken.
  private mutating func see(_ session: ParkingSession.ID, limit: Int) throws(World.Failure) -> [RankedOffer]? {
    guard let (ranking, impressions) = try world.discover(session, limit: limit, at: now) else { return nil }
    report.impressions += impressions
    for (code, count) in ranking.heldBackCounts { report.heldBackCounts[code, default: 0] += count }
    note(.look, session: session, offer: ranking.ranked.first?.offer.id, outcome: Int64(impressions))
    return ranking.ranked
  }

  private mutating func answer(
    _ offers: [RankedOffer], in session: ParkingSession.ID, of stay: SimulatedStay
  ) throws(World.Failure) {
    let model = AcceptanceModel(tastes: stay.tastes, weather: weather)
    for (position, offer) in offers.enumerated() {
      let id = offer.offer.id
      let answer = model.answer(offer, position: position, using: &generator)
      if answer == .ignore { continue }
      if try world.view(id, in: session, at: now) { report.views += 1 }
      note(.view, session: session, offer: id)
      switch answer {
      case .dismiss(let reason):
        guard try world.dismiss(id, in: session, reason: reason, at: now) else { continue }
        report.dismissals += 1
        note(.dismissal, session: session, offer: id, outcome: reason.number)
      case .accept:
        guard let claim = try world.accept(id, in: session, at: now, using: &generator) else { continue }
        report.acceptances += 1
        note(.acceptance, session: session, offer: id, outcome: claim.id.value)
        return try use(Errand(claim.id, of: offer.offer, walk: offer.walk), in: session)
      case .view, .ignore: continue
      }
    }
  }

  /// What comes of an acceptance: parking is extended at once, anything else takes a walk and some time, or is forgotten.
  private mutating func use(_ errand: Errand, in session: ParkingSession.ID) throws(World.Failure) {
    guard let stay = stays[session], generator.happens(stay.tastes.reliability) else { return }
    if errand.parkingMinutes > 0, !stay.isRecorded {
      try extend(session, minutes: errand.parkingMinutes)
      if let end = stays[session]?.end { stays[session]?.departs = max(stay.departs, end) }
    }
    follow(errand, in: session)
    guard let after = stays[session], !after.isRecorded,
      let minutes = MeterHabits.extensionMinutes(from: after.end, to: after.busyUntil, using: &generator)
    else { return }
    try extend(session, minutes: minutes)
  }

  /// The driver sets out, after whatever they are doing: a pause, the walk, the use, and back to the car.
  mutating func follow(_ errand: Errand, in session: ParkingSession.ID) {
    guard let stay = stays[session] else { return }
    let pause = TimeSpan.seconds(Int64(generator.whole(from: 30, to: 900)))
    let use = TimeSpan.seconds(Int64((errand.useMinutes * 60 * generator.number(from: 0.5, to: 1)).rounded()))
    let used = max(now, stay.busyUntil) + pause + errand.walk + use
    // Whose car has really left by then has not been there: the claim expires.
    if stay.isRecorded, used + errand.walk > stay.end { return }
    stays[session]?.busyUntil = used + errand.walk
    stays[session]?.departs = max(stay.departs, used + errand.walk)
    queue.add(.redemption(errand, session), at: used)
  }

  /// At the counter.
  mutating func redeem(_ errand: Errand, in session: ParkingSession.ID) throws(World.Failure) {
    let amount = Int64((errand.usualCents * generator.number(from: 0.6, to: 1.5)).rounded())
    guard let worth = try world.redeem(errand.claim, amountCents: amount, at: now) else {
      return note(.tooLate, session: session, offer: errand.offer)
    }
    report.redemptions += 1
    report.valueDeliveredCents += worth
    note(.redemption, session: session, offer: errand.offer, outcome: amount)
  }
}

extension DismissalReason {
  /// Its place among all reasons.
  fileprivate var number: Int64 { Int64(Self.allCases.firstIndex(of: self) ?? 0) }
}
