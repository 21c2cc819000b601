import Testing

@testable import Core

@Suite struct CampaignReportTests {
  private static let hostile =
    "<script>alert('1')</script> | **bold** [here](javascript:alert) http://evil.example www.evil.example \u{1B}[31m"

  private func report(_ title: String = hostile) -> CampaignReport {
    CampaignReport(
      title: title, world: .demo,
      blocks: [
        .heading(title), .paragraph(title),
        .table(.init([.words(title), .numbers("n")], [[title, "1"], ["- first", "+2"]])),
      ])
  }

  @Test func nothingInANameIsAPageOfItsOwn() {
    let html = report().html
    #expect(!html.contains("<script"))
    #expect(html.contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;"))
    #expect(!html.contains("\u{1B}"))
    #expect(html.contains("DEMO: everything here is made up."))
    #expect(html.contains("default-src 'none'"))
  }

  @Test func nothingInANameIsReadAsMarkdown() throws {
    let markdown = report().markdown
    #expect(!markdown.contains("<") && !markdown.contains("\u{1B}"))
    #expect(!markdown.contains("http://") && !markdown.contains("www.evil"))
    let row = try #require(markdown.split(separator: "\n").first { $0.hasPrefix("| &lt;script") })
    // A cell more would move every figure under another heading.
    var (bars, previous) = (0, Character(" "))
    for character in row {
      if character == "|", previous != "\\" { bars += 1 }
      previous = character
    }
    #expect(bars == 3)
    #expect(row.contains(#"\*\*bold\*\* \[here\](javascript:alert)"#))
    #expect(markdown.contains(#"| \- first | +2 |"#))
  }

  @Test func aLiveWorldIsNotCalledADemo() {
    #expect(!CampaignReport(title: "x", world: .live, blocks: []).markdown.contains("DEMO"))
    #expect(!CampaignReport(title: "x", world: .live, blocks: []).html.contains("DEMO"))
  }

  @Test func bothFormsHaveTheSameContent() {
    let plain = report("Spring lunch")
    for text in ["Spring lunch", "- first", "+2"] {
      #expect(plain.html.contains(text))
      #expect(plain.markdown.replacing("\\", with: "").contains(text))
    }
  }

  private func sheet(_ days: [CampaignCounts]) -> CampaignSheet {
    let dated = CampaignSamples.dated(days)
    let totals = CampaignTotals(days: days)
    let (first, today) = (CampaignSamples.monday, CampaignSamples.monday.adding(days: days.count))
    let span = DateSpan(days: max(1, days.count), upTo: today.adding(days: -1))
    let campaign = Campaign(
      id: Campaign.ID(3), name: "Spring | lunch", budgetCents: 100_000, offers: [],
      createdAt: Timestamp(milliseconds: 0))
    return CampaignSheet(
      campaign: campaign, span: span, totals: totals, before: .zero, lifetime: totals, days: dated,
      returns: ReturnAnalysis(totals: totals, days: dated, currency: .usd),
      trend: CampaignTrend(days: dated, by: .day, over: span, zone: .utc, today: today),
      hours: CampaignHours([], zone: .utc), segments: CampaignSegments([SegmentTotals("age", "30-34", totals)]),
      cohorts: CohortTriangle([], currency: .usd, anonymousAcceptances: 0, today: today), offers: [], comparison: nil,
      pacing: BudgetPacing(
        .init(
          budgetCents: 100_000, dailyBudgetCents: nil, spentMicros: totals.counts.spendMicros, fixedMicros: 0,
          first: first, last: today.adding(days: 10), isOver: false), days: dated, today: today),
      forecasts: [SpendForecast(.revenue, days: dated, first: first, today: today)],
      anomalies: CampaignAnomalies(days: dated, over: span, first: first, today: today), events: [], oddities: [])
  }

  @Test func aCampaignIsWrittenUpWithItsIntervals() {
    let text = CampaignReport(sheet(CampaignSamples.week), world: .live, now: Timestamp(milliseconds: 0)).markdown
    #expect(text.hasPrefix("# Spring \\| lunch\n"))
    #expect(text.contains("| ROAS | 2.25 | \\[1.91, 2.48\\] | \\$810.00 revenue / \\$360.00 spend |  |"))
    #expect(text.contains("| cost per redemption | \\$8.57 | \\[\\$7.76, \\$10.04\\] |"))
    #expect(text.contains("Spent so far: \\$360.00 of \\$1000.00."))
    #expect(text.contains("| 2026-11-03 |"))
    #expect(text.contains("| 30-34 |"))
  }

  @Test func anEmptyCampaignIsWrittenUpToo() {
    let report = CampaignReport(sheet([]), world: .live, now: Timestamp(milliseconds: 0))
    for text in [report.markdown, report.html] {
      for word in ["nan", "NaN", "inf ", "-0.00"] { #expect(!text.contains(word)) }
      #expect(text.contains("n/a"))
    }
  }

  @Test(
    arguments: [
      (0.2634, .viewRate, "26.3 %"), (0.00052, .viewRate, "0.052 %"), (0, .viewRate, "0.0 %"),
      (0.0000042573, .viewRate, "0.00043 %"),
      (0.0099, .viewRate, "0.99 %"), (0.00999, .viewRate, "1.0 %"),
      (5.263157, .costPerRedemption, "$5.26"), (0.0123, .revenuePerImpression, "$0.0123"), (-3.5, .profit, "-$3.50"),
      (2.4, .roas, "2.40"), (1204.5, .roas, "1,204.50"), (40, .breakEvenRedemptions, "40"),
      (nil, .roas, "n/a"), (.nan, .roas, "n/a"), (-0.001, .roas, "0.00"),
    ] as [(Double?, CampaignMetric, String)])
  func figuresReadAtAGlance(value: Double?, metric: CampaignMetric, text: String) {
    #expect(CampaignWords.value(value, metric, .usd) == text)
  }
}
