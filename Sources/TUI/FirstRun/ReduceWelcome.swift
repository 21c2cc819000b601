import Canvas
import Core

extension State {
  /// What is offered while there is no database; nil once there is one.
  package var welcome: Welcome? {
    for case .welcome(let welcome) in dialogs { return welcome }
    return nil
  }

  /// Begins without a database.
  package mutating func begin(with welcome: Welcome) {
    screen = .overview
    dialogs = [.welcome(welcome)]
  }

  /// The loop has begun: reads everything, or makes what is missing.
  mutating func start() -> [Effect] {
    guard let welcome else { return readEverything() }
    return welcome.makesDemo ? open(.demo) : []
  }

  /// Reads what the screen shows, the board first, and how alerts stand.
  private mutating func readEverything() -> [Effect] {
    reload(Set(Topic.allCases)) + continuePartners() + continueExperiments() + continueCampaigns() + continueDeals()
      + continueAlerts()
  }

  /// Does what is chosen while there is no database.
  mutating func perform(_ intent: WelcomeIntent) -> [Effect] {
    guard let welcome else { return [] }
    switch intent {
    case .demo: return open(.demo)
    case .new: dialogs.append(.form(NewDatabaseForm.form()))
    case .choose:
      switch welcome.selection {
      case .demo: return perform(WelcomeIntent.demo)
      case .new: return perform(WelcomeIntent.new)
      case .leave: isQuitting = true
      }
    }
    return []
  }

  /// Hands out the work that opens a database.
  mutating func open(_ choice: DatabaseChoice) -> [Effect] {
    let job = nextJob()
    changeWelcome { welcome in
      welcome.opening = job
      welcome.problem = nil
    }
    let opens = choice == .demo && welcome?.hasDemo == true
    begin(Progress(job, opens ? "Opening George Town" : choice == .demo ? "Making George Town" : "Making a database"))
    return [.openDatabase(job, choice)]
  }

  /// A database is there: everything is shown, and after a first run what to begin with.
  mutating func finishOpening(_ job: Job, _ database: OpenedDatabase) -> [Effect] {
    guard welcome?.opening == job else { return [] }
    endProgress(of: job)
    dialogs = []
    screen = .overview
    if database.isNew { hint = FirstHint(isDemo: database.isDemo) }
    if let instant = database.standsAt {
      now = instant
      clock.course = .fixed
    }
    return readEverything()
  }

  /// The work that would have opened a database ended without one. False if it was another.
  @discardableResult
  mutating func failOpening(_ job: Job, _ reason: String?) -> Bool {
    guard welcome?.opening == job else { return false }
    changeWelcome { welcome in
      welcome.opening = nil
      welcome.problem = reason
    }
    return true
  }

  /// Moves the keyboard among the offers.
  mutating func moveOffer(by rows: Int) { changeWelcome { $0.move(by: rows) } }

  /// A press on an offer marks it, and on the marked one takes it.
  mutating func press(at point: Point, in welcome: Welcome) -> [Effect] {
    guard welcome.opening == nil, let offer = WelcomeView(self, welcome).offer(at: point) else { return [] }
    if offer == welcome.selection { return perform(WelcomeIntent.choose) }
    changeWelcome { $0.selection = offer }
    return []
  }

  private mutating func changeWelcome(_ change: (inout Welcome) -> Void) {
    for index in dialogs.indices {
      guard case .welcome(var welcome) = dialogs[index] else { continue }
      change(&welcome)
      dialogs[index] = .welcome(welcome)
    }
  }
}
