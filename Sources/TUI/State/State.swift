import Canvas
import Core

/// Everything the screen depends on: a value, changed only by ``reduce(_:)`` and drawn only by ``Frame``.
package struct State: Equatable, Sendable {
  /// The town's time: what sessions, offers and rankings go by.
  package internal(set) var now: Timestamp
  /// The machine's time, as the last tick told it: what notices, marks and staleness go by.
  package internal(set) var wall: Timestamp
  /// What moves the town's time.
  package var clock: TownClock
  package var size: Size
  package var screen: Screen
  package var discovery: DiscoveryState
  package internal(set) var partners = PartnersState()
  package internal(set) var experiments = ExperimentsState()
  package internal(set) var campaigns = CampaignsState()
  package internal(set) var deals = DealsState()
  package internal(set) var alerts = AlertsState()
  /// Where the keyboard was put on the Overview.
  package internal(set) var overviewTile = OverviewTile.town
  /// Colours, units and layouts.
  package var view: ViewSettings
  /// What lies over the screen, the uppermost last; the uppermost has the keyboard.
  package var dialogs: [Dialog] = []
  package var notices: [Notice] = []
  /// Work that takes a while, the latest last.
  package var progress: [Progress] = []
  /// Data that arrives waits until the view is no longer frozen.
  package var isFrozen = false
  /// Clicks and the wheel come here; else the terminal selects text with them.
  package var usesMouse: Bool
  /// Who acts: a partner is shown only what is its own.
  package var actor = Actor(.operator, "local")
  /// Nothing is written: editing commands say so.
  package var isReadOnly = false
  /// Discover is shown to a room: large, calm and without names.
  package internal(set) var isPresenting = false
  /// What the terminal can do.
  package var device = DeviceFacts()
  package var isQuitting = false
  /// What people asked for and has not been answered yet.
  package var deeds: [Job: Deed] = [:]
  /// Changes that were handed out and have not been answered yet.
  package internal(set) var edits: [Job: EditOrder] = [:]
  /// What forms and steps of experiments wait for.
  package internal(set) var experimentOrders: [Job: ExperimentOrder] = [:]
  /// What forms and steps of campaigns wait for.
  package internal(set) var campaignOrders: [Job: CampaignOrder] = [:]
  /// What forms and steps of rules, watches and alerts wait for.
  package internal(set) var dealsOrders: [Job: DealsOrder] = [:]
  /// What forms and boxes of partners wait for.
  package internal(set) var partnerOrders: [Job: PartnerOrder] = [:]
  package var keymap: Keymap
  /// Where one came from by following names.
  package var trail = Trail()
  package var gallery = GalleryState()
  /// What somebody who is here for the first time is told.
  package var hint: FirstHint?
  /// Ids of the commands that were run from the palette, the latest first.
  package var recentCommands: [String] = []

  private var lastJob = 0

  /// - Parameters:
  ///   - now: the town's time.
  ///   - wall: the machine's time; nil is the same.
  ///   - board: what to show in the first frame; nil shows that it is being read.
  package init(
    now: Timestamp, wall: Timestamp? = nil, clock: TownClock = TownClock(), size: Size = Size(width: 80, height: 24),
    screen: Screen = .discover, board: DiscoverBoard? = nil, usesMouse: Bool = true,
    view: ViewSettings = ViewSettings(), keymap: Keymap = .standard
  ) {
    self.now = now
    self.wall = wall ?? now
    self.clock = clock
    self.size = size
    self.screen = screen
    self.usesMouse = usesMouse
    self.view = view
    self.keymap = keymap
    discovery = DiscoveryState()
    if let board { discovery.show(board, at: self.wall) }
  }

  /// Whether the screen is the one for a room now.
  var showsPresentation: Bool { isPresenting && screen == .discover }

  /// A number for a piece of work that no other has.
  mutating func nextJob() -> Job {
    lastJob += 1
    return Job(lastJob)
  }

  /// Says something over the bottom line for a few seconds: the answer to a key, or what came of it.
  mutating func notify(_ kind: Toast.Kind, _ text: String) {
    makeRoom(for: text)
    notices.append(Notice(toast: Toast(kind, text), until: wall + Notice.duration(of: kind)))
  }

  /// Says what no key asked for. The last answer to a key keeps the lowest row, where it is looked for, also if this
  /// comes between the key and the look.
  mutating func announce(_ kind: Toast.Kind, _ text: String) {
    makeRoom(for: text)
    notices.insert(Notice(toast: Toast(kind, text), until: wall + Notice.duration(of: kind)), at: notices.startIndex)
  }

  /// The same word is said once. Of too many, the oldest that goes by itself is left out, so that bad news is not lost
  /// behind small talk.
  private mutating func makeRoom(for text: String) {
    notices.removeAll { $0.toast.text == text }
    guard notices.count >= Notice.most else { return }
    let passing = notices.indices.filter { !notices[$0].stays }
    let oldest = (passing.isEmpty ? Array(notices.indices) : passing).min { notices[$0].until < notices[$1].until }
    if let oldest { notices.remove(at: oldest) }
  }
}

/// A piece of work that was handed out, so that its result is known again.
package struct Job: Hashable, Sendable {
  package let value: Int

  package init(_ value: Int) {
    self.value = value
  }
}

/// The screens there are; the number is the key that leads there.
package enum Screen: Int, Sendable, CaseIterable {
  case overview = 1
  case partners = 2
  case discover = 3
  case experiments = 4
  case campaigns = 5
  case deals = 6
  /// Every widget, for those who build screens; it has no tab.
  case gallery = 0

  /// The screens that have a tab, from left to right.
  package static let tabs: [Screen] = [.overview, .partners, .discover, .experiments, .campaigns, .deals]

  /// The word on its tab.
  package var title: String {
    switch self {
    case .overview: "Overview"
    case .partners: "Partners"
    case .discover: "Discover"
    case .experiments: "Experiments"
    case .campaigns: "Campaigns"
    case .deals: "Rules"
    case .gallery: "Gallery"
    }
  }

  /// Where the commands of this screen alone work.
  package var scope: Scope {
    switch self {
    case .overview: .overview
    case .partners: .partners
    case .discover: .discover
    case .experiments: .experiments
    case .campaigns: .campaigns
    case .deals: .deals
    case .gallery: .gallery
    }
  }
}

/// A toast and when it goes. Bad news stays until somebody is there: after its time is over it waits for a key.
package struct Notice: Equatable, Sendable {
  package let toast: Toast
  package let until: Timestamp

  /// Whether it outlives its time until a key is pressed.
  package var stays: Bool { toast.kind == .failure || toast.kind == .warning }

  /// More than these would cover what they speak of.
  static let most = 3

  /// Bad news is read longer.
  static func duration(of kind: Toast.Kind) -> TimeSpan {
    kind == .failure || kind == .warning ? .seconds(8) : .seconds(4)
  }
}
