/// The facts of one offer that a decision looks at, packed: no references, so that a thousand of them are checked
/// without touching a counter.
struct Candidate: Sendable {
  let id: Int64
  let partnerID: Int64
  /// Position in the index's list of categories.
  let category: Int32
  let priority: Int32
  /// Worth apart from parking minutes, in minor units.
  let fixedCents: Double
  let parkingMinutes: Double
  let useMinutes: Double
  let timeRemainingMinimum: Double
  let timeRemainingMaximum: Double
  let validFrom: Int64
  let validUntil: Int64
  let cooldown: Int64
  /// -1 is unlimited.
  let capacityTotal: Int
  var capacityLeft: Int
  /// -1 is no cap.
  let impressionCap: Int
  let claimLimit: Int
  let dayStart: Int16
  let dayEnd: Int16
  let weekdays: UInt8
  let weather: UInt8
  let isActive: Bool
  let holds: CampaignHolds
  /// The place of its campaign in ``CampaignGates``; -1 is none.
  var campaign: Int32 = -1
  let capIsPerDay: Bool

  init(_ offer: Offer, category: Int) {
    id = offer.id.value
    partnerID = offer.partnerID.value
    self.category = Int32(category)
    priority = Int32(clamping: offer.priority)
    fixedCents = offer.value.fixedCents(typicalSpendCents: offer.typicalSpendCents)
    parkingMinutes = Double(offer.value.parkingMinutes)
    useMinutes = offer.useMinutes
    timeRemainingMinimum = offer.trigger.timeRemainingMinimum ?? -.infinity
    timeRemainingMaximum = offer.trigger.timeRemainingMaximum ?? .infinity
    validFrom = offer.validFrom?.milliseconds ?? .min
    validUntil = offer.validUntil?.milliseconds ?? .max
    cooldown = Int64(((offer.cooldownHours ?? Offer.defaultCooldownHours) * 3_600_000).rounded())
    capacityTotal = offer.capacityTotal ?? -1
    capacityLeft = offer.capacityTotal == nil ? 1 : offer.capacityLeft ?? 0
    impressionCap = offer.impressionCap?.count ?? -1
    claimLimit = offer.claimLimit ?? -1
    dayStart = Int16(offer.trigger.timeOfDayStart?.minuteOfDay ?? 0)
    dayEnd = Int16(offer.trigger.timeOfDayEnd?.minuteOfDay ?? 1440)
    weekdays = (offer.trigger.daysOfWeek ?? .all).bits
    weather = (offer.trigger.weather ?? []).reduce(0) { $0 | $1.bit }
    isActive = offer.state.isApproved
    holds = offer.campaignHolds
    capIsPerDay = offer.impressionCap?.perDay ?? false
  }

  /// Upper end of the suiting time; nil without a rule.
  @inline(__always)
  var maximum: Double? { timeRemainingMaximum == .infinity ? nil : timeRemainingMaximum }
}
