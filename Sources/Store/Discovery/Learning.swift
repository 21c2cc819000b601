import Core

/// Keeping the learned state true: each of these follows one kind of interaction, in the file and in the copy.
extension Store {
  /// An offer was shown for the first time in a session.
  func learnImpression(of offer: Offer.ID, in session: ParkingSession, day: Int) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO person_offer (
        subject, offer_id, impressions, day, impressions_today, dismissed_at, claims, open_claims)
      VALUES (:subject, :offer_id, 1, :day, 1, NULL, 0, 0)
      ON CONFLICT (subject, offer_id) DO UPDATE SET
        impressions = impressions + 1,
        impressions_today = iif(day = excluded.day, impressions_today, 0) + 1,
        day = excluded.day
      """,
      [":subject": .integer(session.subject), ":offer_id": .id(offer), ":day": .integer(Int64(day))])
    memory.people.change(session.subject) { entry in
      entry.context.history[offer, default: OfferHistory()].impressions += 1
      entry.context.history[offer, default: OfferHistory()].impressionsToday += 1
      entry.context.history[offer, default: OfferHistory()].shownInSession = true
    }
  }

  /// That many offers were shown for the first time in a session.
  func learnImpressions(_ count: Int, in session: ParkingSession, day: Int) throws(StoreError) {
    memory.people.change(session.subject) { $0.context.impressionsToday += count }
    guard count > 0, let person = session.personID else { return }
    try connection.run(
      """
      INSERT INTO person_day (person_id, day, impressions)
      VALUES (:person, :day, :count)
      ON CONFLICT (person_id, day) DO UPDATE SET
        impressions = impressions + excluded.impressions
      """,
      [":person": .id(person), ":day": .integer(Int64(day)), ":count": .integer(Int64(count))])
  }

  /// An offer was put aside.
  func learnDismissal(of offer: Offer, in session: ParkingSession, now: Timestamp) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO person_offer (
        subject, offer_id, impressions, day, impressions_today, dismissed_at, claims, open_claims)
      VALUES (:subject, :offer_id, 0, 0, 0, :now, 0, 0)
      ON CONFLICT (subject, offer_id) DO UPDATE SET
        dismissed_at = excluded.dismissed_at
      """,
      [":subject": .integer(session.subject), ":offer_id": .id(offer.id), ":now": .instant(now)])
    memory.people.change(session.subject) {
      $0.context.history[offer.id, default: OfferHistory()].dismissedAt = now
    }
    try learnAnswer(to: offer, in: session, accepted: 0, dismissed: 1, now: now)
  }

  /// An offer was accepted.
  func learnAcceptance(of offer: Offer, in session: ParkingSession, now: Timestamp) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO person_offer (
        subject, offer_id, impressions, day, impressions_today, dismissed_at, claims, open_claims)
      VALUES (:subject, :offer_id, 0, 0, 0, NULL, 1, 1)
      ON CONFLICT (subject, offer_id) DO UPDATE SET
        claims = claims + 1,
        open_claims = open_claims + 1
      """,
      [":subject": .integer(session.subject), ":offer_id": .id(offer.id)])
    memory.people.change(session.subject) { entry in
      entry.context.history[offer.id, default: OfferHistory()].claims += 1
      entry.context.history[offer.id, default: OfferHistory()].hasOpenClaim = true
    }
    try learnAnswer(to: offer, in: session, accepted: 1, dismissed: 0, now: now)
  }

  /// A claim is open no more.
  func learnClosing(of offer: Offer.ID, subject: Int64) throws(StoreError) {
    try connection.run(
      """
      UPDATE person_offer
         SET open_claims = open_claims - 1
       WHERE subject = :subject
         AND offer_id = :offer_id
      """,
      [":subject": .integer(subject), ":offer_id": .id(offer)])
    memory.people.change(subject) { $0.context.history[offer]?.hasOpenClaim = false }
  }

  private func learnAnswer(
    to offer: Offer, in session: ParkingSession, accepted: Double, dismissed: Double, now: Timestamp
  ) throws(StoreError) {
    guard let person = session.personID, !session.isErased else { return }
    let known = try personContext(of: session, now: now)
    let none = Affinity(asOf: now)
    let category = (known.categoryAffinity[offer.category] ?? none)
      .adding(accepted: accepted, dismissed: dismissed, at: now)
    let partner = (known.partnerAffinity[offer.partnerID] ?? none)
      .adding(accepted: accepted, dismissed: dismissed, at: now)
    try keep(category, of: person, category: offer.category)
    try keep(partner, of: person, partner: offer.partnerID)
    memory.people.change(person.value) { entry in
      entry.context.categoryAffinity[offer.category] = category
      entry.context.partnerAffinity[offer.partnerID] = partner
    }
  }

  /// Replaces what is known of a person and a category.
  func keep(_ affinity: Affinity, of person: Person.ID, category: String) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO category_affinity (person_id, category, accepted, dismissed, as_of)
      VALUES (:person, :category, :accepted, :dismissed, :as_of)
      ON CONFLICT (person_id, category) DO UPDATE SET
        accepted = excluded.accepted,
        dismissed = excluded.dismissed,
        as_of = excluded.as_of
      """,
      [
        ":person": .id(person), ":category": .text(category), ":accepted": .real(affinity.accepted),
        ":dismissed": .real(affinity.dismissed), ":as_of": .instant(affinity.asOf),
      ])
  }

  /// Replaces what is known of a person and a partner.
  func keep(_ affinity: Affinity, of person: Person.ID, partner: Partner.ID) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO partner_affinity (person_id, partner_id, accepted, dismissed, as_of)
      VALUES (:person, :partner, :accepted, :dismissed, :as_of)
      ON CONFLICT (person_id, partner_id) DO UPDATE SET
        accepted = excluded.accepted,
        dismissed = excluded.dismissed,
        as_of = excluded.as_of
      """,
      [
        ":person": .id(person), ":partner": .id(partner), ":accepted": .real(affinity.accepted),
        ":dismissed": .real(affinity.dismissed), ":as_of": .instant(affinity.asOf),
      ])
  }
}
