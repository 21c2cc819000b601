extension ReachSample {
  /// How many of the sample's sessions would have seen an offer, and which rules held the others back.
  ///
  /// Asked of an offer as it is edited, so it says what its rules do: triggers, the way on foot, the time it takes and
  /// what drivers asked for. State, window, places, budget and what a driver did before are left aside. Agrees with the
  /// engine to the millisecond and the last bit of a distance. O(sessions).
  package func estimate(for offer: Offer) -> ReachEstimate {
    let candidate = Candidate(offer, category: 0)
    let rule = Rule(candidate)
    let place = SpherePoint(offer.position)
    let always = drivers.map { Self.standing(of: $0.preferences, toward: offer) }
    let limits = drivers.map { $0.preferences.walkingLimit.value }
    var tally = Tally()
    var parked = ParkedHours(self)
    for stay in stays {
      let walk = Walk(greatCircle: stay.position.distance(to: place))
      let driver = Int(stay.driver)
      var held = always[driver]
      let isFar = walk.distance.value > limits[driver]
      held.insert(.tooFar, if: isFar)
      let enough = Milliseconds.least(reaching: TemporalFactor.roundTrip(walk, candidate.useMinutes))
      let own = pieces[Int(stay.first)..<Int(stay.end)]
      tally.count(own, expires: stay.expires, held: held, rule: rule, enough: enough)
      if !isFar { parked.add(own, clock: Int(stay.clock)) }
    }
    return ReachEstimate(
      sessions: stays.count, eligible: tally.eligible, costs: tally.costs, open: Self.openHours(of: offer.trigger),
      parked: parked.means)
  }

  /// What a driver's wishes say of an offer at any time.
  private static func standing(of preferences: Preferences, toward offer: Offer) -> HeldBackCodes {
    var codes = HeldBackCodes()
    codes.insert(.disabled, if: !preferences.enabled)
    codes.insert(.category, if: preferences.blockedCategories.contains(offer.category))
    codes.insert(.partner, if: preferences.blockedPartners.contains(offer.partnerID))
    return codes
  }

  /// The share of each hour of the week in which the offer may appear, by its days and times of day.
  private static func openHours(of trigger: TriggerRule) -> [Double] {
    let days = trigger.daysOfWeek ?? .all
    let start = trigger.timeOfDayStart?.minuteOfDay ?? 0
    let end = trigger.timeOfDayEnd?.minuteOfDay ?? 1440
    return Weekday.allCases.flatMap { day in
      (0..<24).map { hour in
        days.contains(day) ? Double(max(0, min(end, hour * 60 + 60) - max(start, hour * 60))) / 60 : 0
      }
    }
  }

  /// An offer's rules in milliseconds.
  fileprivate struct Rule {
    let dayStart: Int64
    let dayEnd: Int64
    let weekdays: UInt8
    /// 0 is any.
    let weather: UInt8
    /// Left on the meter, both ends included.
    let least: Int64
    let most: Int64

    init(_ candidate: Candidate) {
      dayStart = Int64(candidate.dayStart) * 60_000
      dayEnd = Int64(candidate.dayEnd) * 60_000
      weekdays = candidate.weekdays
      weather = candidate.weather
      least = Milliseconds.least(reaching: candidate.timeRemainingMinimum)
      most = Milliseconds.most(within: candidate.timeRemainingMaximum)
    }
  }

  /// What was found so far.
  fileprivate struct Tally {
    private(set) var eligible = 0
    private var excluded = [Int](repeating: 0, count: HeldBackCode.allCases.count)
    private var only = [Int](repeating: 0, count: HeldBackCode.allCases.count)

    /// Looks at one stay: what holds at each instant at which anything may change is what holds until the next one.
    ///
    /// - Parameters:
    ///   - held: what holds the offer back all the time.
    ///   - enough: least milliseconds left to walk there, use it and walk back.
    @inline(__always)
    mutating func count(
      _ pieces: ArraySlice<Piece>, expires: Int64, held: HeldBackCodes, rule: Rule, enough: Int64
    ) {
      var throughout: UInt32 = .max
      var alone: UInt32 = 0
      for piece in pieces {
        var codes = held.union(piece.held)
        codes.insert(.weekday, if: rule.weekdays & piece.weekday == 0)
        codes.insert(.weather, if: rule.weather != 0 && rule.weather & piece.weather == 0)
        let opens = piece.midnight + rule.dayStart
        let closes = piece.midnight + rule.dayEnd
        let suits = expires - rule.most
        let suited = expires - rule.least + 1
        let last = expires - enough + 1
        func look(at instant: Int64) {
          guard piece.start <= instant, instant < piece.end else { return }
          var now = codes
          now.insert(.timeOfDay, if: instant < opens || instant >= closes)
          now.insert(.timeRemaining, if: instant < suits || instant >= suited)
          now.insert(.timeNotEnough, if: instant >= last)
          throughout &= now.bits
          if now.bits.nonzeroBitCount <= 1 { alone |= now.isEmpty ? Self.none : now.bits }
        }
        look(at: piece.start)
        look(at: opens)
        look(at: closes)
        look(at: suits)
        look(at: suited)
        look(at: last)
        if alone & Self.none != 0 {
          eligible += 1
          return
        }
      }
      Self.each(throughout) { excluded[$0] += 1 }
      Self.each(alone) { only[$0] += 1 }
    }

    /// Marks that nothing at all held the offer back; beyond the bits of the codes.
    private static let none: UInt32 = 1 << 31

    private static func each(_ bits: UInt32, _ body: (Int) -> Void) {
      var bits = bits
      while bits != 0 {
        body(bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }

    /// What each rule costs, the most first.
    var costs: [ReachEstimate.Cost] {
      HeldBackCode.allCases.map { code in
        ReachEstimate.Cost(code: code, excluded: excluded[Int(code.rawValue)], only: only[Int(code.rawValue)])
      }
      .filter { $0.excluded > 0 || $0.only > 0 }
      .sorted { ($0.excluded, $0.only, $1.code.rawValue) > ($1.excluded, $1.only, $0.code.rawValue) }
    }
  }
}

/// Bounds in minutes, as whole milliseconds that compare alike.
private enum Milliseconds {
  /// Beyond every time a session can last.
  private static let endless: Int64 = 1 << 60

  /// The fewest that are at least so many minutes.
  static func least(reaching minutes: Double) -> Int64 {
    guard minutes > -Double(endless), minutes < Double(endless) / 60_000 else {
      return minutes > 0 ? endless : -endless
    }
    var count = Int64((minutes * 60_000).rounded(.up))
    // A product is rounded, so the bound may be one off either way.
    while Double(count - 1) / 60_000 >= minutes { count -= 1 }
    while Double(count) / 60_000 < minutes { count += 1 }
    return count
  }

  /// The most that are at most so many minutes.
  static func most(within minutes: Double) -> Int64 {
    guard minutes < Double(endless) / 60_000 else { return endless }
    var count = Int64((minutes * 60_000).rounded(.down))
    while Double(count + 1) / 60_000 <= minutes { count += 1 }
    while Double(count) / 60_000 > minutes { count -= 1 }
    return count
  }
}
