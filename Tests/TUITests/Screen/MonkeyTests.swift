import Canvas
import Core
import Testing

@testable import TUI

/// Random keys over the whole command table: nothing traps, and what was sent piecewise equals a fresh picture.
@Suite struct MonkeyTests {
  @Test(arguments: [UInt64(1), 2, 3, 4])
  func fiveThousandEvents(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let keys = CommandTable.all.flatMap { command in
      [.quit, .interrupt].contains(command.intent) ? [] : command.defaultKeys
    }
    // A dozen offers rank faster than forty, and the monkey does not read them.
    var world = FixtureBoard(seed: seed)
    world.offers.removeLast(world.offers.count - 12)
    var stage = Stage(size: Size(width: 80, height: 24), world: world)
    var terminal = ModelTerminal()
    // Orders of the clock are carried out or refused below, as everything else is.
    stage.answersClock = false
    var shown: Canvas?
    var pictures = 0
    for step in 0..<5000 {
      // Enter may leave from the palette and the welcome, and so may a click on the hint of the way out.
      var mayLeave = stage.state.welcome != nil || stage.state.isInPalette
      switch Int.random(in: 0..<100, using: &random) {
      case 0..<80: stage.send(.input(.key(keys[Int.random(in: 0..<keys.count, using: &random)])))
      case 80..<84: stage.type(["ana", "é", "林", " ", "8848"][Int.random(in: 0..<5, using: &random)])
      case 84..<86: stage.send(.input(.paste("fort\u{1B}street\r\n林\u{301}\u{202E}")))
      case 86..<89:
        stage.send(.input(.mouse(randomMouse(&random))))
        mayLeave = true
      case 89..<91: stage.send(.input(.resize(randomSize(&random))))
      case 91..<93: stage.send(.tick(stage.state.wall + .seconds(Int64.random(in: 0..<30, using: &random))))
      case 93..<95: stage.pass(milliseconds: Int64.random(in: 33..<700, using: &random))
      case 95: open(&stage, step, &random)
      default: disturb(&stage, &random)
      }
      answer(&stage, &random)
      if mayLeave { stage.change { $0.isQuitting = false } }
      #expect(!stage.state.isQuitting)
      #expect(Scope.together.contains(stage.state.scopes))
      guard step % 25 == 0 else { continue }
      let fresh = Frame.render(stage.state, size: stage.state.size)
      terminal.show(fresh.changes(since: shown), size: stage.state.size)
      #expect(terminal.canvas == fresh, "after step \(step) of seed \(seed)")
      shown = fresh
      pictures += 1
    }
    #expect(pictures == 200)
  }

  private func randomSize(_ random: inout SeededGenerator) -> Size {
    Size(width: Int.random(in: 1...200, using: &random), height: Int.random(in: 1...60, using: &random))
  }

  private func randomMouse(_ random: inout SeededGenerator) -> MouseEvent {
    let kinds: [MouseEvent.Kind] = [.press, .wheelUp, .wheelDown]
    return MouseEvent(
      kinds[Int.random(in: 0..<3, using: &random)],
      at: Point(x: Int.random(in: -1...200, using: &random), y: Int.random(in: -1...60, using: &random)))
  }

  /// Something is opened that no key leads to here: a form of every kind of field, one that is being saved, and the
  /// welcome.
  private func open(_ stage: inout Stage, _ step: Int, _ random: inout SeededGenerator) {
    let job = Job(1_000_000 + step)
    var form = FixtureForm.offer
    switch Int.random(in: 0..<8, using: &random) {
    case 0..<3: stage.change { $0.dialogs.append(.form(form)) }
    case 3..<6:
      form.saving = job
      form.fields[0].value = .text(TextEntry("Late dinner"))
      stage.change { $0.dialogs.append(.form(form)) }
      let answers: [Action] = [
        .overtaken(job, by: "Ana R., 17:42", FixtureForm.theirs), .failed(job, "the database is busy"), .saved(job),
        .refused(job, [InvalidInput(field: "walk", "is too far"), InvalidInput(field: "rain", "is no field here")]),
      ]
      stage.send(answers[Int.random(in: 0..<answers.count, using: &random)])
    case 6: stage.change { $0.begin(with: Welcome(path: "~/opportune.db", demoPath: "~/demo.db")) }
    default:
      stage.change { $0.notify(.failure, String(repeating: "the disk is full; ", count: 20)) }
    }
  }

  /// Something happens elsewhere.
  private func disturb(_ stage: inout Stage, _ random: inout SeededGenerator) {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: stage.world.funnel.impressions += 1
    case 1: if stage.world.sessions.count > 2 { stage.world.sessions.removeFirst() }
    case 2:
      let offers = stage.world.offers
      stage.world = FixtureBoard(seed: random.next(), sessions: Int.random(in: 0..<40, using: &random))
      stage.world.offers = offers
    default: stage.world.histories[stage.world.offers[3].id, default: OfferHistory()].hasOpenClaim.toggle()
    }
    stage.send(.changed([.sessions]))
  }

  /// Answers what was asked, well or badly, or not at all.
  private func answer(_ stage: inout Stage, _ random: inout SeededGenerator) {
    for effect in stage.takeEffects() {
      let isRefused = Int.random(in: 0..<3, using: &random) == 0
      switch effect {
      case .accept(let job, let target):
        let claim = Claim(
          id: Claim.ID(1), code: ClaimCode(using: &random), offerID: target.offerID,
          expiresAt: stage.state.now + .minutes(240), capacityLeft: nil)
        stage.send(isRefused ? .failed(job, "no place is left") : .accepted(job, claim))
      case .dismiss(let job, _, _, _): stage.send(isRefused ? .failed(job, "no") : .dismissed(job))
      case .extend(let job, let id, _):
        let session = stage.world.sessions.first { $0.id == id }
        stage.send(session.map { .extended(job, $0) } ?? .failed(job, "the session is gone"))
      case .search(let job, let words, _):
        stage.send(isRefused ? .failed(job, "no") : .found(job, FixtureSearch.answer(words)))
      case .counter(let job, let order):
        stage.send(isRefused ? .failed(job, "too many wrong codes") : .counter(job, FixtureCounter.news(order)))
      case .loadCard(let job, let target):
        stage.send(isRefused ? .failed(job, "it is gone") : .cardLoaded(job, FixtureSearch.card(target)))
      case .partner(let job, let order):
        stage.send(isRefused ? .failed(job, "no") : FixturePartnerForms.answer(job, order))
      case .loadWishes(let job, let person):
        stage.send(isRefused ? .failed(job, "no") : .wishesLoaded(job, FixturePerson.wishes(of: person)))
      case .saveWishes(let job, let wishes, _, _):
        var theirs = Preferences()
        theirs.walkingLimit = Metres(100)
        stage.send(
          isRefused
            ? .overtaken(job, by: "somebody else", PreferencesForm.values(theirs, wishes)) : .saved(job))
      case .export(let job, let request):
        let path = request.name
        // Some take longer, so that their line is drawn.
        guard Bool.random(using: &random) else { continue }
        stage.send(.exported(job, request, isRefused ? .exists(path: path) : .written(path: path)))
      case .openDatabase(let job, _):
        stage.send(.progressed(job, part: Double.random(in: 0...1, using: &random), detail: "day 3 of 90"))
        // Now and then it takes so long that somebody stops it.
        guard Bool.random(using: &random) else { continue }
        stage.send(isRefused ? .failed(job, "the disk is full") : .databaseOpened(job, OpenedDatabase(isNew: true)))
      case .clock(let job, let order, let request):
        if Int.random(in: 0..<20, using: &random) == 0 {
          stage.send(.failed(job, "the disk is full"))
        } else {
          stage.carryOut(order, job, request)
        }
      case .cancel(let job): stage.send(.cancelled(job))
      case .edit(let job, _):
        // Now and then it takes long.
        guard Bool.random(using: &random) else { continue }
        stage.send(isRefused ? .failed(job, "somebody changed it") : .edited(job, EditReport("done", problems: ["no"])))
      case .experiment(let job, let order):
        stage.send(isRefused ? .failed(job, "it runs already") : FixtureExperiments.answer(job, order))
      case .campaign(let job, let order):
        stage.send(isRefused ? .failed(job, "it has ended") : FixtureCampaigns.answer(job, order))
      case .deals(let job, let order):
        stage.send(isRefused ? .failed(job, "somebody deleted it") : FixtureDeals.answer(job, order))
      case .loadDeals(let job, _), .loadDealsPage(let job, _, _), .loadListings(let job, _), .loadAlerts(let job, _):
        stage.send(.failed(job, "the disk is full"))
      case .loadPartners(let job, _), .loadOffer(let job, _), .loadExperiments(let job), .loadExperiment(let job, _),
        .loadCampaigns(let job, _), .loadCampaign(let job, _, _):
        stage.send(.failed(job, "the disk is full"))
      case .loadBoard, .view, .remember, .device: break
      }
    }
  }
}

extension State {
  fileprivate var isInPalette: Bool {
    if case .palette = dialogs.last { true } else { false }
  }
}
