import Canvas
import Core
import Testing

@testable import TUI

/// A partner with one offer that has every fact, for the forms and boxes of the Partners screen.
enum FixturePartnerForms {
  static let zone = ZoneTable(name: "America/Cayman", initialOffsetSeconds: -18_000)

  static let position = Coordinate(latitude: 19.295_123_4, longitude: -81.382_765_4) ?? .origin

  static let partner = Partner(
    id: Partner.ID(1), name: "Blue Cilantro", category: "dining", description: "By the water.",
    email: "chef@example.com", phone: "+1 345 555 0100", address: "12 Shore Road", position: position,
    zone: "America/Cayman", commissionBasisPoints: 1250, autoApprove: false, offerLimit: 20,
    webhookURL: "https://example.com/events", version: 3)

  /// Friday and Saturday from five to nine, with a window that begins a seventh of a second after midnight.
  static var offer: Offer {
    get throws {
      Offer(
        id: Offer.ID(17), version: 4, partnerID: partner.id, title: "Sunset dinner",
        description: "A table by the water.", terms: "Not with other offers.", type: .experience, category: "dining",
        value: ValueProposition(discountPercent: 20, amountCents: 550, parkingMinutes: 30, perks: [.freeDessert]),
        typicalSpendCents: 4200, useMinutes: 45, position: position, capacityTotal: 12, capacityLeft: 9,
        validFrom: Timestamp(milliseconds: 1_793_509_200_143), validUntil: nil,
        trigger: try TriggerRule(
          timeRemainingMinimum: 30, timeRemainingMaximum: 120, daysOfWeek: WeekdaySet([.fri, .sat]),
          timeOfDayStart: ClockTime(parsing: "17:00"), timeOfDayEnd: ClockTime(parsing: "21:00"),
          weather: [.clear, .cloudy]),
        priority: 5, cooldownHours: 48, impressionCap: ImpressionCap(count: 3, perDay: true), claimLimit: 2,
        claimMinutes: 90, state: .active)
    }
  }

  static var draft: OfferDraft {
    get throws { OfferDraft(offer: try offer, partner: partner, zone: zone, categories: ["dining", "spa"]) }
  }

  static let reach = ReachEstimate(
    sessions: 1204, eligible: 212,
    costs: [
      .init(code: .weekday, excluded: 431, only: 118), .init(code: .tooFar, excluded: 260, only: 40),
      .init(code: .timeOfDay, excluded: 190, only: 0),
    ], open: Array(repeating: 0, count: 168), parked: Array(repeating: 0, count: 168))
}

extension FixturePartnerForms {
  /// What an order comes to; a form is overtaken, so that three versions stand beside each other.
  static func answer(_ job: Job, _ order: PartnerOrder) -> Action {
    switch order {
    case .openOffer: (try? .partner(job, .offerDraft(draft))) ?? .failed(job, "no")
    case .openPartner(let id):
      .partner(
        job,
        .partnerDraft(
          PartnerDraft(
            partner: id == nil
              ? Partner(id: Partner.ID(0), name: "", category: "", position: .origin, zone: "UTC") : partner,
            categories: [], changesTerms: true)))
    case .saveOffer(_, let values, let seen), .savePartner(_, let values, let seen):
      .overtaken(job, by: "operator:ben", values.merging(seen) { value, _ in value })
    case .reach: .partner(job, .reach(reach))
    case .keys: .partner(job, .keys([]))
    case .makeKey, .revokeKey, .statement: .failed(job, "no")
    }
  }
}

extension Stage {
  /// The Partners screen with one partner and one offer, the keyboard in a pane.
  static func partners(_ focus: PartnersPane, width: Int = 80, height: Int = 24) throws -> Stage {
    var stage = Stage(size: Size(width: width, height: height))
    let summary = OfferSummary(offer: try FixturePartnerForms.offer, partnerName: "Blue Cilantro")
    let board = PartnersBoard(
      partners: [PartnerSummary(partner: FixturePartnerForms.partner)], offers: [summary])
    stage.change { state in
      state.screen = .partners
      state.partners.show(board, now: state.now)
      state.partners.focus = focus
    }
    _ = stage.takeEffects()
    return stage
  }

  /// The order that was handed out last, with its work.
  mutating func takeOrder() throws -> (job: Job, order: PartnerOrder) {
    let orders = takeEffects().compactMap { effect in
      if case .partner(let job, let order) = effect { (job, order) } else { nil }
    }
    return try #require(orders.last)
  }
}
