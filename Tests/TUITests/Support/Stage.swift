import Canvas
import Core
import Testing

@testable import TUI

/// A robot user: presses keys by name, answers effects as the executable would, and looks at the picture.
struct Stage {
  private(set) var state: State
  var world: FixtureBoard
  var partners = FixturePartners.sample
  var experiments = FixtureExperiments.sample
  var campaigns = FixtureCampaigns.sample
  var deals = FixtureDeals.sample
  var alerts = FixtureAlerts.glance
  /// Whether looks at alerts are answered at once.
  var answersAlerts = true
  /// How many alerts a sweep finds that had been missed.
  var missed = 0
  /// Effects that were not answered.
  private(set) var unanswered: [Effect] = []
  /// Whether reading the board is answered at once.
  var answersReads = true
  /// Whether orders of the clock are carried out at once.
  var answersClock = true
  /// The owner of the simulated town.
  var driver = FixtureDriver()
  /// How the simulated town stands, once its clock was let go.
  var town: TownRunReport? { driver.town }

  init(
    size: Size = Size(width: 120, height: 40), screen: Screen = .discover, world: FixtureBoard = FixtureBoard(),
    loaded: Bool = true, keymap: Keymap = .standard
  ) {
    self.world = world
    state = State(now: FixtureBoard.now, size: size, screen: screen, keymap: keymap)
    answersReads = loaded
    send(.started)
  }

  /// The session with 47 of 120 minutes left, which has much to choose from.
  static let rich = ParkingSession.ID(8848)

  /// Takes in an action, and answers what it asks for.
  mutating func send(_ action: Action) {
    for effect in state.reduce(action) {
      if answersReads, case .loadBoard(let job, let request) = effect {
        let at = town?.now ?? FixtureBoard.now
        let board = world.board(selecting: request.sessionID ?? Self.rich, at: at, whatIf: request.whatIf)
        send(.boardLoaded(job, board))
      } else if answersReads, case .loadPartners(let job, let request) = effect {
        send(.partnersLoaded(job, partners.board.listing(request.scope)))
      } else if answersReads, case .loadOffer(let job, let offer) = effect {
        send(.offerLoaded(job, partners.sheets[offer]))
      } else if answersReads, case .loadExperiments(let job) = effect {
        send(.experimentsLoaded(job, experiments.board))
      } else if answersReads, case .loadExperiment(let job, let id) = effect {
        send(.experimentLoaded(job, experiments.sheets[id]))
      } else if answersReads, case .loadCampaigns(let job, let request) = effect {
        send(.campaignsLoaded(job, campaigns.board(request)))
      } else if answersReads, case .loadCampaign(let job, let id, let request) = effect {
        send(.campaignLoaded(job, campaigns.sheet(id, request)))
      } else if answersReads, case .loadDeals(let job, _) = effect {
        send(.dealsLoaded(job, deals.board))
      } else if answersAlerts, case .loadAlerts(let job, let sweeps) = effect {
        send(.alertsLoaded(job, alerts, raised: sweeps ? missed : 0))
      } else if answersReads, case .loadDealsPage(let job, let subject, _) = effect {
        send(.dealsPageLoaded(job, deals.page(subject)))
      } else if answersReads, case .loadListings(let job, let request) = effect {
        send(.listingsLoaded(job, deals.listings(request)))
      } else if case .clock(let job, let order, let request) = effect, answersClock {
        carryOut(order, job, request)
      } else {
        unanswered.append(effect)
      }
    }
  }

  /// Carries out an order of the clock and tells what came of it.
  mutating func carryOut(_ order: ClockOrder, _ job: Job, _ request: BoardRequest?) {
    send(.clock(job, driver.news(order, request, now: state.now, in: world)))
  }

  /// Lets the machine's clock pass in steps of a frame.
  mutating func pass(milliseconds: Int64) {
    for _ in 0..<max(1, milliseconds / 33) {
      send(.tick(state.wall + TimeSpan(milliseconds: min(33, milliseconds))))
    }
  }

  /// Presses keys by their names in the command table.
  mutating func press(_ names: String...) throws {
    for name in names {
      let key = try #require(Key(parsing: name), "\(name) is no key")
      send(.input(.key(key)))
    }
  }

  /// Types text sign by sign.
  mutating func type(_ text: String) {
    for scalar in text.unicodeScalars { send(.input(.key(.character(scalar)))) }
  }

  /// Presses the mouse on the first sign of a text that stands on the screen.
  mutating func click(on text: String) throws {
    let rows = picture().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let row = try #require(rows.firstIndex { $0.contains(text) }, "\(text) is not there")
    let before = try #require(rows[row].firstRange(of: text)).lowerBound
    let column = TextWidth.columns(String(rows[row][..<before]))
    send(.input(.mouse(MouseEvent(.press, at: Point(x: column, y: row)))))
  }

  /// Changes the state as only the program's start does.
  mutating func change(_ body: (inout State) -> Void) { body(&state) }

  /// Jumps to an instant that no form can name.
  mutating func jump(to instant: Timestamp) { unanswered += state.jump(to: instant) }

  /// Takes the effects that wait for an answer.
  mutating func takeEffects() -> [Effect] {
    defer { unanswered = [] }
    return unanswered
  }

  /// What is on screen.
  func picture(_ glyphs: Glyphs = .unicode) -> String {
    Frame.render(state, size: state.size, glyphs: glyphs).plainText
  }

  /// The last row.
  var footer: String { picture().split(separator: "\n", omittingEmptySubsequences: false).last.map(String.init) ?? "" }
}
