import Canvas
import Core

/// The code of a claim, large enough to be read out over a counter.
struct ClaimText {
  private let notice: ClaimNotice
  private let zone: ZoneTable
  private let formats: Formats

  init(_ notice: ClaimNotice, zone: ZoneTable, formats: Formats) {
    self.notice = notice
    self.zone = zone
    self.formats = formats
  }

  /// Its lines of text.
  func lines(width: Int) -> [StyledLine] {
    let code = notice.claim.code.description.map(String.init).joined(separator: " ")
    let air = String(repeating: " ", count: 3)
    let blank = StyledLine(String(repeating: " ", count: code.utf8.count + 6), Style.accent.reverse)
    let until = zone.localTime(at: notice.claim.expiresAt)
    var lines: [StyledLine] = [
      [Span(notice.offerTitle, .title), Span(" for \(notice.personName)")], .empty,
      blank, StyledLine(air + code + air, Style.accent.bold.reverse), blank, .empty,
      [Span("good until ", .muted), Span("\(until.weekday.title) \(formats.clock(until))")],
    ]
    if let left = notice.claim.capacityLeft {
      lines.append([Span(Quantity.count(left, "place"), .text), Span(" left after this one", .muted)])
    }
    lines.append(StyledLine("It redeems the offer once at the counter. y copies it, esc closes this.", .muted))
    return lines
  }
}
