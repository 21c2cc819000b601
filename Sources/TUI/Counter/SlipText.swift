import Canvas
import Core

/// The day's slip of a counter: each line and the sums, on screen and for the clipboard.
struct SlipText {
  private let slip: DaySlip
  private let zone: ZoneTable
  private let formats: Formats

  init(_ board: CounterBoard, formats: Formats) {
    slip = board.slip
    zone = board.zone
    self.formats = formats
  }

  /// One line of the slip: when, what, how much.
  func row(_ line: PartnerStatement.Line) -> [StyledLine] {
    let amount = formats.money(Money(cents: line.baseCents, slip.currency))
    return [
      StyledLine(time(line.at), .muted),
      StyledLine(line.kind == .refund ? "refund, \(line.offerTitle)" : line.offerTitle),
      StyledLine(amount, line.kind == .refund ? .negative : .text),
    ]
  }

  /// The sums, the most important first.
  var sums: [(name: String, value: String)] {
    var sums = [("taken", money(slip.takenCents))]
    if slip.refundedCents > 0 { sums.append(("given back", money(slip.refundedCents))) }
    return sums + [("commission", money(slip.commissionCents))]
  }

  /// All of it as plain text.
  var text: String {
    let rows = slip.lines.map { line in
      "\(time(line.at))  \(line.code)  \(Printable.sanitised(line.offerTitle))  \(money(line.baseCents))"
    }
    return
      ([
        "\(Printable.sanitised(slip.partnerName)), \(slip.day), \(slip.zone)",
        Quantity.count(slip.redemptions, "claim") + " redeemed",
      ] + rows + sums.map { "\($0.name)  \($0.value)" }).joined(separator: "\n")
  }

  private func time(_ instant: Timestamp) -> String { formats.clock(zone.localTime(at: instant)) }

  private func money(_ cents: Int64) -> String { formats.money(Money(cents: cents, slip.currency)) }
}
