import Canvas
import Core

/// The answer at the counter in words: the big one and what is said below it.
struct VerdictText {
  private let verdict: Counter.Verdict?
  private let zone: ZoneTable
  private let formats: Formats
  /// Whether codes of every partner are taken, so that the partner is named.
  private let namesPartner: Bool

  init(_ counter: Counter, zone: ZoneTable, formats: Formats) {
    verdict = counter.verdict
    self.zone = counter.board?.zone ?? zone
    self.formats = formats
    namesPartner = counter.partnerID == nil
  }

  /// Yes, no or done; nil while there is nothing to answer.
  var word: BigWord? {
    switch verdict {
    case .checked(let check): check.isValid ? BigWord("YES", .positive) : BigWord("NO", .negative)
    case .failed: BigWord("NO", .negative)
    case .redeemed: BigWord("DONE", .accent)
    case .checking, .putBack, nil: nil
    }
  }

  /// What is said below the word.
  var lines: [StyledLine] {
    switch verdict {
    case nil:
      [StyledLine("Type the customer's code, or scan it, and press enter."), StyledLine(Self.example, .muted)]
    case .checking: [StyledLine("Looking …", .muted)]
    case .failed(let reason): [StyledLine(Self.sentence(reason), .negative)]
    case .putBack(let facts):
      [StyledLine("Nothing was redeemed; \(facts.code) stays good until \(time(facts.expiresAt)).")]
    case .checked(let check): lines(of: check)
    case .redeemed(let redemption, let title):
      [
        [Span(money(redemption.amountCents, redemption.currency), Style.accent.bold), Span("  \(title)", .title)],
        StyledLine("\(redemption.code) is redeemed and works no more."),
        StyledLine("commission \(money(redemption.commissionCents, redemption.currency))", .muted),
        StyledLine("Ready for the next code.", .muted),
      ]
    }
  }

  private static let example = "Eleven characters such as 7K39-QXV4-M2T; hyphens and case do not matter."

  private func lines(of check: ClaimCheck) -> [StyledLine] {
    guard let facts = check.claim else {
      return [StyledLine(check.code, .title), StyledLine(Self.sentence(check.sentence(in: zone)), .negative)]
    }
    var lines: [StyledLine] = [
      StyledLine(facts.offerTitle, .title),
      [Span(OfferWords.value(facts.value, facts.currency, formats), Style.accent), Span("  \(facts.code)", .muted)],
    ]
    if namesPartner { lines.append(StyledLine(facts.partnerName)) }
    let sentence = Self.sentence(check.sentence(in: zone))
    lines.append(StyledLine(sentence, check.isValid ? .text : .negative))
    return lines
  }

  private func time(_ instant: Timestamp) -> String { formats.clock(zone.localTime(at: instant)) }

  private func money(_ cents: Int64, _ currency: Currency) -> String { formats.money(Money(cents: cents, currency)) }

  private static func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst() + (text.hasSuffix(".") ? "" : ".")
  }
}
