import Core

extension ClaimFacts {
  /// Whether an actor is told the code: a customer alone shows it, so a partner learns it when it is used.
  private func tellsCode(to actor: Actor) -> Bool { actor.role != .partner || state != .open }

  /// The claim as in every document.
  func json(for actor: Actor) -> JSON {
    [
      "id": .id(id), "code": tellsCode(to: actor) ? .string(code.description) : .null,
      "state": .string(state.rawValue), "offer": ["id": .id(offerID), "title": .string(offerTitle)],
      "partner": ["id": .id(partnerID), "name": .string(partnerName)], "value": value.json,
      "value_cents": .integer(valueCents), "typical_spend_cents": .integer(typicalSpendCents),
      "amount_cents": .optional(revenueCents), "refunded_cents": .integer(refundedCents),
      "currency": .string(currency.code), "receipt": .optional(receipt), "claimed_at": .instant(claimedAt),
      "expires_at": .instant(expiresAt), "closed_at": .instant(closedAt),
    ]
  }

  /// The shape of ``json(for:)``.
  static let schema: Schema = .fields([
    "id": .integer, "code": .nullable(.string), "state": .choice(Claim.State.allCases.map(\.rawValue)),
    "offer": .fields(["id": .integer, "title": .string]), "partner": .named, "value": ValueProposition.schema,
    "value_cents": .integer, "typical_spend_cents": .integer, "amount_cents": .nullable(.integer),
    "refunded_cents": .integer, "currency": .string, "receipt": .nullable(.string), "claimed_at": .instant,
    "expires_at": .instant, "closed_at": .nullable(.instant),
  ])

  /// A list for people; times by the town's clock.
  static func table(_ claims: [ClaimFacts], for actor: Actor, in zone: ZoneTable) -> String {
    var table = TextTable([
      .numbers("claim"), .whole("code"), .whole("state"), .words("offer"), .words("partner"), .whole("claimed"),
      .whole("until"), .numbers("paid"), .numbers("refunded"),
    ])
    for claim in claims {
      table.add([
        "\(claim.id)", claim.tellsCode(to: actor) ? claim.code.description : "-", claim.state.rawValue,
        claim.offerTitle, claim.partnerName, claim.claimedAt.text(in: zone), claim.expiresAt.text(in: zone),
        claim.revenueCents.map { Money(cents: $0, claim.currency).description } ?? "-",
        claim.refundedCents > 0 ? Money(cents: claim.refundedCents, claim.currency).description : "-",
      ])
    }
    return table.text(empty: "No claim.")
  }
}

extension ClaimCheck {
  /// The answer for people, its first word a yes or a no.
  func text(in zone: ZoneTable) -> String {
    let word = isValid ? "VALID" : "NOT VALID (\(answer.rawValue.replacing("_", with: " ")))"
    var text = PageWidth.wrapped("\(word): \(sentence(in: zone)).", used: 0, hanging: 0)
    guard let claim else { return text }
    var fields = FieldList([
      "code": code, "offer": "\(claim.offerTitle) (\(claim.offerID))",
      "partner": "\(claim.partnerName) (\(claim.partnerID))", "gives": claim.value.words(claim.currency),
      "taken": claim.claimedAt.text(in: zone), "until": claim.expiresAt.text(in: zone),
    ])
    fields.add("paid", claim.revenueCents.map { Money(cents: $0, claim.currency).description })
    fields.add(
      "refunded", claim.refundedCents > 0 ? Money(cents: claim.refundedCents, claim.currency).description : nil)
    fields.add("receipt", claim.receipt)
    text += fields.text
    return text
  }
}

extension Redemption {
  /// The redemption as a document.
  var json: JSON {
    [
      "claim_id": .id(claimID), "code": .string(code.description), "opportunity_id": .id(offerID),
      "partner_id": .id(partnerID), "redeemed_at": .instant(at), "amount_cents": .integer(amountCents),
      "value_cents": .integer(valueCents), "commission_cents": .integer(commissionCents),
      "commission_basis_points": .count(basisPoints), "currency": .string(currency.code),
      "period": .string(period.description), "receipt": .optional(receipt),
    ]
  }

  /// The shape of ``json``.
  static let schema: Schema = .fields([
    "claim_id": .integer, "code": .string, "opportunity_id": .integer, "partner_id": .integer,
    "redeemed_at": .instant, "amount_cents": .integer, "value_cents": .integer, "commission_cents": .integer,
    "commission_basis_points": .integer, "currency": .string, "period": .string, "receipt": .nullable(.string),
  ])

  /// For the person at the counter.
  var text: String {
    FieldList([
      "redeemed": code.description, "paid": Money(cents: amountCents, currency).description,
      "commission": "\(Money(cents: commissionCents, currency)), in the statement of \(period)",
    ]).text
  }
}

extension Refund {
  /// The refund as a document.
  var json: JSON {
    [
      "claim_id": .id(claimID), "code": .string(code.description), "refunded_at": .instant(at),
      "amount_cents": .integer(amountCents), "refunded_cents": .integer(refundedCents),
      "remaining_cents": .integer(remainingCents), "commission_cents": .integer(commissionCents),
      "currency": .string(currency.code), "period": .string(period.description),
    ]
  }

  /// The shape of ``json``.
  static let schema: Schema = .fields([
    "claim_id": .integer, "code": .string, "refunded_at": .instant, "amount_cents": .integer,
    "refunded_cents": .integer, "remaining_cents": .integer, "commission_cents": .integer, "currency": .string,
    "period": .string,
  ])

  /// For the person at the counter.
  var text: String {
    FieldList([
      "refunded": "\(Money(cents: amountCents, currency)) of \(code)",
      "remains": Money(cents: remainingCents, currency).description,
      "commission": "\(Money(cents: commissionCents, currency)), in the statement of \(period)",
    ]).text
  }
}
