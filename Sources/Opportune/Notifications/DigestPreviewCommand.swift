import Core
import Store

/// `digest preview`: what a person would be told at their next window, as things stand.
enum DigestPreviewCommand {
  static let command = Command(
    ["digest", "preview"], "Show the digest a person would get next. Nothing is sent or written.", access: .staff,
    explanation: """
      The best five deals that wait, how watched prices moved in 30 days, and what was held and why. Who asked for no \
      digest, and has nothing that waits for one, gets none.
      """,
    positionals: [Positional("PERSON", .id("PERSON"), "The person's id.")],
    flags: [.switch("html", "Print the page of HTML that goes with it.")],
    examples: ["opportune digest preview 12", "opportune digest preview 12 --html > digest.html"],
    output: .fields(["person_id": .integer, "reason": .nullable(.string), "digest": .nullable(Digest.schema)])
  ) { invocation in
    let id = try invocation.arguments.id(at: "PERSON", of: Person.self)
    let store = try invocation.store(readOnly: true)
    let isHTML = invocation.arguments.has("html")
    guard let digest = try store.digestPreview(of: id, now: invocation.now(in: store)) else {
      let reason = "no digest is due: alerts are told at once, and none waits for one"
      return .document(["person_id": .id(id), "reason": .string(reason), "digest": .null]) { reason + "\n" }
    }
    return .document(["person_id": .id(id), "reason": .null, "digest": digest.json]) {
      isHTML ? digest.html : digest.text
    }
  }
}

extension Digest {
  /// For scripts.
  fileprivate var json: JSON {
    [
      "window": window.json, "subject": .string(title), "deals": .array(deals.map(\.json)),
      "further_deals": .count(furtherDeals), "trends": .array(trends.map(\.json)), "held": .array(held.map(\.json)),
      "wishes": .string(wishes), "text": .string(text), "html": .string(html),
    ]
  }

  /// The shape of ``json``.
  fileprivate static let schema: Schema = .fields([
    "window": NotificationWindow.schema, "subject": .string, "deals": .array(Deal.schema), "further_deals": .integer,
    "trends": .array(Trend.schema), "held": .array(Held.schema), "wishes": .string, "text": .string, "html": .string,
  ])
}

extension Digest.Deal {
  fileprivate var json: JSON {
    [
      "alert_id": .id(alert), "listing_id": .id(listing), "title": .string(title), "price": .optional(price?.amount),
      "currency": .optional(price?.currency.code), "deal_score": .optional(dealScore), "place": .optional(place),
      "url": .optional(url), "image_url": .optional(imageURL), "rules": .array(rules.map(JSON.string)),
    ]
  }

  fileprivate static let schema: Schema = .fields([
    "alert_id": .integer, "listing_id": .integer, "title": .string, "price": .nullable(.number),
    "currency": .nullable(.string), "deal_score": .nullable(.number), "place": .nullable(.string),
    "url": .nullable(.string), "image_url": .nullable(.string), "rules": .array(.string),
  ])
}

extension Digest.Trend {
  fileprivate var json: JSON {
    [
      "title": .string(title), "currency": .string(prices.last.currency.code), "first": .number(prices.first.amount),
      "last": .number(prices.last.amount), "lowest": .number(prices.minimum.amount),
      "highest": .number(prices.maximum.amount), "direction": .string(prices.direction.rawValue),
      "days": .count(days), "threshold": .number(threshold.amount),
    ]
  }

  fileprivate static let schema: Schema = .fields([
    "title": .string, "currency": .string, "first": .number, "last": .number, "lowest": .number, "highest": .number,
    "direction": .string, "days": .integer, "threshold": .number,
  ])
}
