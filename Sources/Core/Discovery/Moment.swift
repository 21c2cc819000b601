/// A context made ready for many candidates: what does not change from one offer to the next is worked out once.
struct Moment {
  let now: Timestamp
  let position: SpherePoint
  let minutesLeft: Double
  /// Whole length of the session.
  let sessionMinutes: Double
  let hourlyRateCents: Double
  let limit: Double
  let spatial: SpatialFactor
  let minuteOfDay: Int16
  let weekday: UInt8
  /// 0 when the weather is not known.
  let weather: UInt8
  let hasEnded: Bool
  let isDisabled: Bool
  let isBlockedDay: Bool
  let isQuiet: Bool
  /// New offers the person may still be shown today; nil is no cap.
  let allowance: Int?
  /// By the place of the campaign.
  private let gates: [CampaignHolds]
  /// By position in the index's list of categories.
  let categories: [CategoryStanding]
  private let affinities: [Partner.ID: Affinity]
  private let blockedPartners: Set<Partner.ID>
  private let history: [Offer.ID: OfferHistory]
  /// Partners the person has answered or blocked, and offers they have a past with.
  private let knownPartners: Sieve
  private let knownOffers: Sieve

  /// What the person thinks of a category.
  struct CategoryStanding {
    let share: Double
    let isPreferred: Bool
    let isBlocked: Bool
  }

  init(_ context: Context, categories names: [String]) {
    let session = context.session
    let person = context.person
    let preferences = person.preferences
    now = context.now
    position = SpherePoint(session.position)
    minutesLeft = context.minutesLeft
    sessionMinutes = (session.expiresAt - (session.startedAt ?? context.now)).minutes
    hourlyRateCents = Double(session.hourlyRateCents ?? 0)
    limit = preferences.walkingLimit.value
    spatial = SpatialFactor(limit: preferences.walkingLimit)
    let place = context.placeTime
    minuteOfDay = Int16(place.minuteOfDay)
    weekday = 1 << UInt8(place.weekday.index)
    weather = context.weather?.bit ?? 0
    hasEnded = session.hasEnded(at: context.now)
    isDisabled = !preferences.enabled
    let local = context.personTime
    isBlockedDay = !context.browsing && preferences.blockedDays.contains(local.weekday)
    isQuiet = !context.browsing && preferences.quietHours.contains { $0.contains(local) }
    // An anonymous driver has no days to count in: caps hold within the session.
    allowance = preferences.offerFrequency.perDay.map { max(0, $0 - person.impressionsToday) }
    categories = names.map { name in
      CategoryStanding(
        share: person.categoryAffinity[name]?.aged(to: context.now).share ?? AffinityShare.neutral,
        isPreferred: preferences.preferredCategories.contains(name),
        isBlocked: preferences.blockedCategories.contains(name))
    }
    gates = context.campaigns.holds
    affinities = person.partnerAffinity
    blockedPartners = preferences.blockedPartners
    history = person.history
    knownPartners = Sieve(affinities.keys.map(\.value) + blockedPartners.map(\.value))
    knownOffers = Sieve(history.keys.map(\.value))
  }

  @inline(__always)
  func walk(to place: SpherePoint) -> Walk {
    Walk(greatCircle: position.distance(to: place))
  }

  @inline(__always)
  func history(of candidate: Candidate) -> OfferHistory? {
    knownOffers.mayHold(candidate.id) ? history[Offer.ID(candidate.id)] : nil
  }

  /// Whether an offer was already shown in this session, so that showing it again is no new impression.
  @inline(__always)
  func wasShown(_ candidate: Candidate) -> Bool {
    history(of: candidate)?.shownInSession ?? false
  }

  /// Why its campaign holds a candidate back.
  @inline(__always)
  func holds(_ candidate: Candidate) -> CampaignHolds {
    let place = Int(candidate.campaign)
    return gates.indices.contains(place) ? candidate.holds.union(gates[place]) : candidate.holds
  }

  /// Every reason that holds an offer back; none if it is eligible.
  @inline(__always)
  func obstacles(_ candidate: Candidate, _ walk: Walk) -> HeldBackCodes {
    var codes = HeldBackCodes()
    let holds = holds(candidate)
    codes.insert(.notActive, if: !candidate.isActive || holds.contains(.paused))
    codes.insert(.notStarted, if: now.milliseconds < candidate.validFrom || holds.contains(.notStarted))
    codes.insert(.ended, if: now.milliseconds >= candidate.validUntil || holds.contains(.ended))
    codes.insert(
      .timeRemaining,
      if: minutesLeft < candidate.timeRemainingMinimum || minutesLeft > candidate.timeRemainingMaximum)
    codes.insert(.weekday, if: candidate.weekdays & weekday == 0)
    codes.insert(.timeOfDay, if: minuteOfDay < candidate.dayStart || minuteOfDay >= candidate.dayEnd)
    codes.insert(.weather, if: candidate.weather != 0 && candidate.weather & weather == 0)
    codes.insert(.capacityFull, if: candidate.capacityLeft <= 0)
    codes.insert(.budgetSpent, if: holds.contains(.spent))
    codes.insert(.otherSegment, if: holds.contains(.otherSegment))
    codes.insert(.tooFar, if: walk.distance.value > limit)
    codes.insert(.timeNotEnough, if: minutesLeft < TemporalFactor.roundTrip(walk, candidate.useMinutes))
    codes.insert(.disabled, if: isDisabled)
    codes.insert(.category, if: categories[Int(candidate.category)].isBlocked)
    codes.insert(
      .partner,
      if: knownPartners.mayHold(candidate.partnerID) && blockedPartners.contains(Partner.ID(candidate.partnerID)))
    codes.insert(.blockedDay, if: isBlockedDay)
    codes.insert(.quietHours, if: isQuiet)
    codes.insert(.sessionEnded, if: hasEnded)
    if let history = history(of: candidate) {
      codes.insert(.frequency, if: allowance == 0 && !history.shownInSession)
      let shown = candidate.capIsPerDay ? history.impressionsToday : history.impressions
      codes.insert(
        .impressionCap, if: candidate.impressionCap >= 0 && shown >= candidate.impressionCap && !history.shownInSession)
      codes.insert(
        .dismissed, if: history.dismissedAt.map { now.milliseconds < $0.milliseconds + candidate.cooldown } ?? false)
      codes.insert(.openClaim, if: history.hasOpenClaim)
      codes.insert(.claimLimit, if: candidate.claimLimit >= 0 && history.claims >= candidate.claimLimit)
      codes.insert(.otherArm, if: history.otherArm)
    } else {
      codes.insert(.frequency, if: allowance == 0)
    }
    return codes
  }

  @inline(__always)
  func temporal(_ candidate: Candidate, _ walk: Walk) -> TemporalFactor {
    TemporalFactor(
      walk: walk, useMinutes: candidate.useMinutes, minimum: candidate.timeRemainingMinimum,
      maximum: candidate.maximum, sessionMinutes: sessionMinutes)
  }

  @inline(__always)
  func value(_ candidate: Candidate) -> ValueFactor {
    ValueFactor(cents: candidate.fixedCents + candidate.parkingMinutes * hourlyRateCents / 60)
  }

  /// What the person thinks of a candidate's partner.
  @inline(__always)
  private func partnerShare(_ candidate: Candidate) -> Double {
    guard knownPartners.mayHold(candidate.partnerID) else { return AffinityShare.neutral }
    return affinities[Partner.ID(candidate.partnerID)]?.aged(to: now).share ?? AffinityShare.neutral
  }

  @inline(__always)
  func affinity(_ candidate: Candidate) -> AffinityFactor {
    let category = categories[Int(candidate.category)]
    return AffinityFactor(
      categoryShare: category.share, partnerShare: partnerShare(candidate), isPreferred: category.isPreferred)
  }

  /// The exact score: the five parts summed in the order they are shown.
  @inline(__always)
  func score(_ candidate: Candidate, _ walk: Walk, _ profile: OfferProfile) -> Double {
    let capacity =
      candidate.capacityTotal < 0
      ? 0 : CapacityFactor.share(total: candidate.capacityTotal, left: candidate.capacityLeft)
    return profile.temporal * temporal(candidate, walk).share(minutesLeft: minutesLeft)
      + profile.spatial * spatial.share(for: walk) + profile.value * value(candidate).share
      + profile.capacity * capacity + profile.affinity * affinity(candidate).share
  }
}
