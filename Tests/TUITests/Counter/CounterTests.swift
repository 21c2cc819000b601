import Canvas
import Core
import Testing

@testable import TUI

/// Counter mode: a code, a big answer, an amount, the next.
@Suite struct CounterTests {
  private static let code = "7K39-QXV4-M2T"
  /// The first row of the big words.
  private static let yes = "██      ██  ██████████    ████████"
  private static let no = "██      ██    ██████"

  /// A counter that is open on Discover, with a code typed and entered.
  private func checked(_ answer: ClaimCheck, size: Size = Size(width: 120, height: 40)) throws -> Stage {
    var stage = Stage(size: size)
    try stage.press("c")
    stage.type(answer.code)
    try stage.press("enter")
    guard case .counter(let job, .check(answer.code, at: nil))? = stage.takeEffects().last else {
      Issue.record("nothing was asked")
      return stage
    }
    stage.send(.counter(job, .checked(answer)))
    stage.answerLooks()
    return stage
  }

  @Test func oneKeyOpensItFromEveryScreenAndDialogAndEscReturnsThere() throws {
    for keys in [["1"], ["3"], ["?"], ["enter", "enter"], ["3", "enter", "a"]] {
      var stage = Stage()
      for key in keys { try stage.press(key) }
      let (screen, dialogs) = (stage.state.screen, stage.state.dialogs)
      try stage.press("c")
      #expect(stage.state.counter != nil, "after \(keys)")
      #expect(stage.state.scopes == [.entry, .counter])
      try stage.press("esc")
      #expect(stage.state.screen == screen && stage.state.dialogs == dialogs, "after \(keys)")
    }
  }

  @Test func aGoodCodeIsABigYesAndThenAsksForTheAmount() throws {
    var stage = try checked(FixtureCounter.valid)
    var picture = stage.picture()
    for words in [Self.yes, "Sunset dinner", "20 % off", "Amount paid, USD", "enter fills in 25.00"] {
      #expect(picture.contains(words), "\(words) is not there")
    }
    stage.type("42,5")
    try stage.press("enter")
    guard case .counter(let job, .redeem(let facts, amountCents: 4250))? = stage.takeEffects().last else {
      Issue.record("nothing was redeemed")
      return
    }
    #expect(facts.id == Claim.ID(7))
    stage.send(.counter(job, .redeemed(FixtureCounter.redemption)))
    picture = stage.picture()
    #expect(picture.contains("$42.50") && picture.contains("Ready for the next code."))
    #expect(stage.state.counter?.step == .code)
  }

  /// A scanner may end with two line ends: the second must not redeem anything.
  @Test func anEnterTooMuchOnlyShowsTheTypicalAmount() throws {
    var stage = try checked(FixtureCounter.valid)
    try stage.press("enter")
    #expect(stage.takeEffects().isEmpty)
    #expect(stage.state.counter?.entry.text == "25.00")
    try stage.press("enter")
    guard case .counter(_, .redeem(_, amountCents: 2500))? = stage.takeEffects().last else {
      Issue.record("nothing was redeemed")
      return
    }
    // And a third one while the answer is on its way.
    stage.type("1")
    try stage.press("enter")
    #expect(stage.takeEffects().isEmpty)
  }

  @Test func whatIsNoAmountIsSaidSoUnderTheField() throws {
    var stage = try checked(FixtureCounter.valid)
    stage.type("a lot")
    try stage.press("enter")
    #expect(stage.takeEffects().isEmpty)
    #expect(stage.picture().contains("an amount such as 42.50, not 'alot'"))
    stage.type("x")
    #expect(!stage.picture().contains("an amount such as"))
  }

  @Test func theNextCodeMayBeScannedInPlaceOfTheAmount() throws {
    var stage = try checked(FixtureCounter.valid)
    stage.type("2222-2222-222")
    try stage.press("enter")
    guard case .counter(_, .check("2222-2222-222", at: nil))? = stage.takeEffects().last else {
      Issue.record("the second code was not checked")
      return
    }
  }

  @Test func escPutsAGoodClaimBack() throws {
    var stage = try checked(FixtureCounter.valid)
    stage.type("42")
    try stage.press("esc")
    #expect(stage.takeEffects().isEmpty)
    #expect(stage.state.counter?.step == .code)
    #expect(stage.picture().contains("Nothing was redeemed"))
    try stage.press("esc")
    #expect(stage.state.counter == nil)
  }

  @Test func ofTwoFastScansTheLastCounts() throws {
    var stage = Stage()
    try stage.press("c")
    stage.type(Self.code)
    try stage.press("enter")
    stage.type("2222-2222-222")
    try stage.press("enter")
    let jobs = stage.takeEffects().compactMap(\.job)
    #expect(jobs.count == 2)
    stage.send(.counter(jobs[0], .checked(FixtureCounter.valid)))
    #expect(stage.state.counter?.verdict == .checking)
    stage.send(.counter(jobs[1], .checked(ClaimCheck(.unknown, code: "2222-2222-222"))))
    #expect(stage.picture().contains("No claim has this code"))
    #expect(stage.state.counter?.step == .code)
  }

  @Test func aPastedCodeIsTakenToo() throws {
    var stage = Stage()
    try stage.press("c")
    stage.send(.input(.paste(Self.code)))
    try stage.press("enter")
    guard case .counter(_, .check(Self.code, at: nil))? = stage.takeEffects().last else {
      Issue.record("the pasted code was not checked")
      return
    }
  }

  @Test(arguments: [ClaimCheck.Answer.expired, .redeemed, .unknown, .mistyped, .otherPartner])
  func everyOtherAnswerIsABigNoWithItsReason(answer: ClaimCheck.Answer) throws {
    let check = ClaimCheck(answer, code: Self.code, claim: answer == .unknown ? nil : FixtureCounter.facts)
    let stage = try checked(check)
    #expect(stage.state.counter?.step == .code)
    let sentence = check.sentence(in: FixtureCounter.zone)
    let picture = stage.picture().split { $0.isWhitespace }.joined(separator: " ")
    #expect(picture.lowercased().contains(sentence.lowercased().prefix(30)))
    #expect(stage.picture().contains(Self.no) && !stage.picture().contains(Self.yes))
  }

  @Test func whatFailsIsANoWithTheReason() throws {
    var stage = Stage()
    try stage.press("c")
    stage.type("guess")
    try stage.press("enter")
    let job = try #require(stage.takeEffects().last?.job)
    stage.send(.failed(job, "too many wrong codes; wait 3 seconds and try again"))
    #expect(stage.picture().contains("Too many wrong codes; wait 3 seconds and try again."))
    #expect(stage.state.counter?.job == nil)
  }

  @Test func whereNothingMayBeWrittenAGoodCodeIsSaidToBeGoodAndNoMore() throws {
    var stage = Stage()
    stage.change { $0.isReadOnly = true }
    try stage.press("c")
    stage.type(Self.code)
    try stage.press("enter")
    let job = try #require(stage.takeEffects().last?.job)
    stage.send(.counter(job, .checked(FixtureCounter.valid)))
    #expect(stage.state.counter?.step == .code)
    #expect(stage.picture().contains("cannot be redeemed here: opened read-only"))
  }

  @Test func whoIsOnTheWayStandsBesideAndTheSlipToo() throws {
    var stage = try checked(FixtureCounter.valid, size: Size(width: 140, height: 42))
    let picture = stage.picture()
    for words in ["On the way", "3 min", "here", "Harbour tour", "Slip of 2026-11-20", "$42.50", "commission"] {
      #expect(picture.contains(words), "\(words) is not there")
    }
    #expect(!picture.contains("Too late"))
    // On Friday at 17:42: today's time, tomorrow's with its day, next week's date.
    for until in ["18:12", "Sat 18:42", "2026-11-28"] { #expect(picture.contains(until), "no \(until)") }
    try stage.press("ctrl-y")
    guard case .device(.copy(let text))? = stage.takeEffects().last else {
      Issue.record("nothing was copied")
      return
    }
    #expect(text.contains("Blue Cilantro, 2026-11-20, America/Cayman\n1 claim redeemed\n"))
    #expect(text.hasSuffix("taken  $42.50\ncommission  $5.31"))
  }

  @Test(arguments: SizeTests.sizes, Glyphs.allCases)
  func drawsAtEverySize(size: Size, glyphs: Glyphs) throws {
    for check in [FixtureCounter.valid, ClaimCheck(.mistyped, code: "x")] {
      var stage = try checked(check, size: size)
      for isSlip in [false, true] {
        let frame = Frame(of: stage.state, size: size, glyphs: glyphs)
        if let cursor = frame.cursor { #expect(frame.canvas.bounds.contains(cursor)) }
        if glyphs == .ascii { #expect(frame.canvas.plainText.utf8.allSatisfy { $0 < 0x80 }) }
        guard size.width >= 60, size.height >= 16 else { continue }
        let picture = frame.canvas.plainText
        #expect(picture.contains(check.isValid ? "Amount paid" : "Code"))
        // Where there is room for one list, the slip takes the room of the answer.
        if size.width >= 78 || !isSlip {
          #expect(picture.contains(check.isValid ? "Sunset dinner" : "typing error"), "cut at \(size)")
        }
        try stage.press("tab")
      }
    }
  }
}

extension Stage {
  /// Answers every read of a counter's board.
  mutating func answerLooks() {
    for effect in takeEffects() {
      if case .counter(let job, .look) = effect { send(.counter(job, .board(FixtureCounter.board))) }
    }
  }
}
