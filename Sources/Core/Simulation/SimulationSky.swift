/// What happens to the whole town: hours, weather, guests, interventions.
extension Simulation {
  /// Draws the cars of the coming hour, lets guests come or go and the market open, and sweeps what is overdue.
  mutating func beginHour() throws(World.Failure) {
    note(.hour)
    try sweep()
    let local = plan.zone.localTime(at: now)
    let hour = local.minuteOfDay / 60
    let next = now + TimeSpan(milliseconds: Int64(3_600_000 - local.millisecondOfDay % 3_600_000))
    if hour == Guests.closingHour { note(.closing, outcome: Int64(try world.freePlaces())) }
    try letGuestsCome(hour: hour, on: local.weekday)
    // Once a day: a run that begins later within this hour comes too late.
    if hour == MarketMorning.hour, local.millisecondOfDay % 3_600_000 == 0 { try openMarket(on: local.date) }
    drawArrivals(until: next)
    queue.add(.hour, at: next)
  }

  /// Closes what is overdue.
  mutating func sweep() throws(World.Failure) {
    let expired = try world.expireClaims(at: now)
    guard expired > 0 else { return }
    report.expiries += expired
    note(.expiry, outcome: Int64(expired))
  }

  private mutating func openMarket(on day: CivilDate) throws(World.Failure) {
    let moved = try world.openMarket(MarketMorning(day, seed: plan.seed, now: now))
    if moved > 0 { note(.market, outcome: Int64(moved)) }
  }

  private mutating func letGuestsCome(hour: Int, on day: Weekday) throws(World.Failure) {
    let isWeekend = day == .sat || day == .sun || day == .fri && hour >= 17
    guard guests.bustle(hour: hour, isWeekend: isWeekend) > 0 else { return }
    let offers = try world.placesLeft(at: now)
    var first = 0
    while first < offers.count {
      let partner = offers[first].partner
      let next = offers[first...].firstIndex { $0.partner != partner } ?? offers.count
      let left = offers[first..<next].map(\.left)
      let wave = guests.wave(at: partner, left: left, hour: hour, isWeekend: isWeekend, using: &generator)
      for (offer, count) in zip(offers[first..<next], wave ?? []) { try seat(count, at: offer) }
      first = next
    }
  }

  private mutating func seat(_ count: Int, at offer: PlacesLeft) throws(World.Failure) {
    guard count > 0 else { return }
    try world.takePlaces(count, of: offer.offer)
    report.guests += count
    note(.guests, offer: offer.offer, outcome: Int64(count))
  }

  mutating func changeWeather() throws(World.Failure) {
    guard let climate = plan.climate else {
      // Only an intervention ends here: from now on nobody knows.
      weather = nil
      if weatherRound > 0 { try world.setWeather(nil, temperature: nil, from: now) }
      return note(.weather)
    }
    let drawn = climate.draw(at: plan.zone.localTime(at: now), using: &generator)
    weather = drawn.weather
    try world.setWeather(drawn.weather, temperature: drawn.temperature, from: now)
    queue.add(.weather(round: weatherRound), at: now + .hours(3))
    note(.weather, outcome: Int64(drawn.weather.bit))
  }

  /// Does what an operator asks, at this instant.
  package mutating func perform(_ intervention: Intervention) throws(World.Failure) {
    note(.intervention, outcome: intervention.fingerprint)
    switch intervention {
    case .weather(let kind, let temperature, let hours):
      weather = kind
      try world.setWeather(kind, temperature: temperature, from: now)
      weatherRound += 1
      queue.add(.weather(round: weatherRound), at: now + .hours(Int64(max(1, hours))))
    case .soldOut(let whose):
      for offer in try world.placesLeft(at: now) where whose.contains(offer) { try seat(offer.left, at: offer) }
    case .rush(let factor, let kinds, let until):
      rush = SimulatedRush(factor: max(0, factor), kinds: kinds, until: until)
      redrawArrivals()
    case .arrivals(let perDay):
      self.perDay = max(0, perDay)
      redrawArrivals()
    }
    dropStale()
  }

  /// Cars of this hour that have not come yet are drawn anew. Arrivals have no memory, so this changes nothing for the
  /// cars that were here before.
  private mutating func redrawArrivals() {
    let end = drawnUntil
    arrivalRound += 1
    drawnUntil = now
    drawArrivals(until: end)
  }

  /// Draws the cars that come until an instant within this hour: a Poisson process by kind of stay.
  private mutating func drawArrivals(until end: Timestamp) {
    guard !plan.places.isEmpty else { return }
    if let rush, drawnUntil < rush.until, rush.until < end { drawArrivals(until: rush.until) }
    let start = max(drawnUntil, now)
    drawnUntil = end
    guard start < end else { return }
    let local = plan.zone.localTime(at: now)
    let isWeekend = local.weekday == .sat || local.weekday == .sun
    let length = Double((end - start).milliseconds)
    for kind in StayKind.allCases {
      let rushed = rush.flatMap { start < $0.until && $0.kinds.contains(kind) ? $0.factor : nil } ?? 1
      let hourly = (perDay ?? plan.rate(at: now)) * kind.share(isWeekend: isWeekend, hour: local.minuteOfDay / 60)
      for _ in 0..<generator.poisson(mean: hourly * rushed * length / 3_600_000) {
        let offset = TimeSpan(milliseconds: Int64(generator.whole(from: 0, to: Int(length) - 1)))
        queue.add(.arrival(kind, round: arrivalRound), at: start + offset)
      }
    }
  }
}

extension Intervention.SoldOut {
  fileprivate func contains(_ offer: PlacesLeft) -> Bool {
    switch self {
    case .partner(let partner): offer.partner == partner
    case .category(let category): offer.category == category
    }
  }
}
