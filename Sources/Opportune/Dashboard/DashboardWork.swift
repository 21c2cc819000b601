import Core
import Store
import TUI

/// What the dashboard's effects do to the database, one after the other: a function from effect to answer, for the
/// worker of a running dashboard and for a recording that is played again.
final class DashboardWork {
  private let open: () throws -> Store
  private let who: (Store) throws -> Actor
  private let files: ExportFolder
  private let views: ViewFile?
  private let maker: DatabaseMaker?
  private var opened: Store?
  private let openForAnalyst: (() throws -> Store)?
  private var openedForAnalyst: Store?
  private var generator: AnyGenerator
  private let seed: UInt64
  /// The simulated town, once its clock was let go.
  private var town: TownDriver?

  /// - Parameters:
  ///   - seed: of the simulated town.
  ///   - generator: draws claim codes.
  ///   - files: where lists are exported to.
  ///   - views: where it is kept how things were seen; nil keeps nothing.
  ///   - maker: opens the first database, where there is none at the start.
  ///   - who: who acts; asked with every effect, so that a key that was revoked shuts its holder out at once.
  ///   - openForAnalyst: opens the file for the tests an analyst runs, who reads everything else; nil where they may not.
  ///   - open: called with the first effect that needs the database.
  init(
    generator: AnyGenerator, seed: UInt64 = 1, files: ExportFolder, views: ViewFile? = nil,
    maker: DatabaseMaker? = nil, who: @escaping (Store) throws -> Actor, openForAnalyst: (() throws -> Store)? = nil,
    open: @escaping () throws -> Store
  ) {
    self.who = who
    self.openForAnalyst = openForAnalyst
    self.files = files
    self.views = views
    self.maker = maker
    self.open = open
    self.generator = generator
    self.seed = seed
  }

  /// Carries out an effect at a town's time; nil where it has no answer.
  func answer(_ effect: Effect, now asked: Timestamp, _ watch: WorkWatch = .nobody) -> Action? {
    // The simulated town may have lived on meanwhile, and nothing is written before the end of its log.
    let now = town?.now ?? asked
    switch effect {
    case .loadBoard(let job, let request):
      return answer(job) { store, actor in
        .boardLoaded(job, try BoardReader(store, for: actor).board(request, now: now))
      }
    case .loadPartners(let job, let request):
      return answer(job) { store, actor in
        .partnersLoaded(job, try store.partnersBoard(request, for: actor, now: now))
      }
    case .loadOffer(let job, let offer):
      return answer(job) { store, actor in
        .offerLoaded(job, try OfferEdits(store, by: actor, now: now).sheet(of: offer))
      }
    case .loadExperiments(let job):
      return answerToStaff(job) { store, _ in .experimentsLoaded(job, try store.experimentsBoard(now: now)) }
    case .loadExperiment(let job, let id):
      return answerToStaff(job) { store, _ in .experimentLoaded(job, try store.sheet(of: id, now: now)) }
    case .experiment(let job, let order):
      return answer(job) { store, actor in
        try ExperimentForms(storeForAnalyst(store, of: actor), by: actor, now: now).answer(job, order)
      }
    case .loadCampaigns(let job, let request):
      return answerToStaff(job) { store, actor in
        .campaignsLoaded(job, try storeForAnalyst(store, of: actor).campaignsBoard(request, now: now))
      }
    case .loadCampaign(let job, let id, let request):
      return answerToStaff(job) { store, _ in .campaignLoaded(job, try store.sheet(of: id, request, now: now)) }
    case .campaign(let job, let order):
      return answer(job) { store, actor in
        try CampaignForms(storeForAnalyst(store, of: actor), by: actor, now: now, files: files).answer(job, order)
      }
    case .loadDeals(let job, let request):
      return answerToStaff(job) { store, actor in
        .dealsLoaded(job, try DealsReader(store, for: actor, now: now).board(request))
      }
    case .loadDealsPage(let job, let subject, let person):
      return answerToStaff(job) { store, actor in
        .dealsPageLoaded(job, try DealsReader(store, for: actor, now: now).page(subject, of: person))
      }
    case .loadListings(let job, let request):
      return answerToStaff(job) { store, actor in
        .listingsLoaded(job, try DealsReader(store, for: actor, now: now).listings(request))
      }
    case .loadAlerts(let job, let sweeps):
      return answerToStaff(job) { store, actor in
        let raised = try tendAlerts(in: store, as: actor, sweeping: sweeps, now: now)
        return .alertsLoaded(job, try store.alertsGlance(for: actor, now: now), raised: raised)
      }
    case .deals(let job, let order):
      return answerToStaff(job) { store, actor in try DealsForms(store, by: actor, now: now).answer(job, order) }
    case .edit(let job, let order):
      return answer(job) { store, actor in
        .edited(job, try OfferEdits(store, by: actor, now: now).carryOut(order))
      }
    case .accept(let job, let target):
      return answerAsDriver(job) { store in
        let claim = try store.accept(offer: target.offerID, session: target.sessionID, now: now, using: &generator)
        try town?.accepted(claim, in: target.sessionID)
        return .accepted(job, claim)
      }
    case .dismiss(let job, let target, let reason, let note):
      return answerAsDriver(job) { store in
        try store.dismiss(offer: target.offerID, session: target.sessionID, reason: reason, note: note, now: now)
        return .dismissed(job)
      }
    case .extend(let job, let session, let minutes):
      return answerAsDriver(job) { store in
        let extended = try store.extendSession(session, byMinutes: minutes, now: now)
        town?.extended(extended)
        return .extended(job, extended)
      }
    case .view(let target):
      // A look that cannot be noted is no reason to disturb whoever looks.
      _ = answerAsDriver(Job(0)) { store in
        try store.view(offer: target.offerID, session: target.sessionID, now: now)
        return .dismissed(Job(0))
      }
      return nil
    case .search(let job, let words, let person):
      return answer(job) { .found(job, try $0.search(words, of: person, for: $1, now: now)) }
    case .loadCard(let job, let target):
      return answer(job) { store, actor in
        guard let card = try store.card(target, for: actor, now: now) else { return .failed(job, "this has no card") }
        return .cardLoaded(job, card)
      }
    case .counter(let job, let order): return answer(job) { .counter(job, try $0.news(order, for: $1, now: now)) }
    case .loadWishes(let job, let person): return answerAsDriver(job) { .wishesLoaded(job, try $0.wishes(of: person)) }
    case .saveWishes(let job, let wishes, let new, let seen):
      return answerAsDriver(job) { try save(new, wishes, seen: seen, in: $0, now: now, job) }
    case .partner(let job, let order):
      return answer(job) { store, actor in try PartnerForms(store, by: actor, now: now).answer(job, order) }
    case .export(let job, let request): return .exported(job, request, files.write(request))
    case .remember(let memory):
      // What cannot be kept is no reason to disturb whoever looks.
      views?.keep(memory)
      return nil
    case .clock(let job, let order, let request):
      return answerAsDriver(job) { store in .clock(job, try carryOut(order, request, in: store, now)) }
    case .openDatabase(let job, let choice): return openDatabase(job, choice, watch)
    case .cancel, .device: return nil
    }
  }

  /// Decides what is due, and sweeps if asked, as `opportune sweep` does and for whom it does.
  /// - Returns: how many alerts only the sweep found.
  private func tendAlerts(
    in store: Store, as actor: Actor, sweeping: Bool, now: Timestamp
  ) throws(StoreError) -> Int {
    guard actor.role == .operator, !store.isReadOnly else { return 0 }
    if sweeping { return try store.sweep(now: now).raised }
    if let due = try store.nextDue(), due <= now { try store.decideDue(now: now) }
    return 0
  }

  private func openDatabase(_ job: Job, _ choice: DatabaseChoice, _ watch: WorkWatch) -> Action {
    guard let maker else { return .failed(job, "a database is open already") }
    var shown = -1
    do {
      let database = try maker.open(choice) { part, detail in
        if watch.isStopped(job) { throw CancellationError() }
        let percent = Int(part * 100)
        guard percent != shown else { return }
        shown = percent
        watch.report(.progressed(job, part: part, detail: detail))
      }
      return .databaseOpened(job, database)
    } catch is CancellationError {
      return .cancelled(job)
    } catch StoreError.invalid(let input) {
      return .refused(job, [input])
    } catch let input as InvalidInput {
      return .refused(job, [input])
    } catch {
      return .failed(job, Failure(describing: error).line)
    }
  }

  private func answer(_ job: Job, _ body: (Store, Actor) throws -> Action) -> Action {
    do {
      let store = try store()
      // A key is looked at in the file itself: the simulated town may be a copy that never hears of its end.
      let actor = try who(store)
      return try body(town?.store ?? store, actor)
    } catch {
      return .failed(job, Failure(describing: error).line)
    }
  }

  /// Experiments, campaigns and rules are closed to partners.
  private func answerToStaff(_ job: Job, _ body: (Store, Actor) throws -> Action) -> Action {
    answer(job) { store, actor in
      guard actor.role != .partner else {
        throw Failure(
          .notAllowed, code: "not_allowed", "experiments, campaigns and rules are not open to a partner's key")
      }
      return try body(store, actor)
    }
  }

  /// What is done as a driver, or to the town as a whole, is closed to partners.
  private func answerAsDriver(_ job: Job, _ body: (Store) throws -> Action) -> Action {
    answer(job) { store, actor in
      guard actor.role != .partner else {
        throw Failure(.notAllowed, code: "not_allowed", "drivers and the town's clock are not open to a partner's key")
      }
      return try body(store)
    }
  }

  /// Keeps what a person asks for, unless the store refuses it or somebody else has changed it meanwhile.
  private func save(
    _ new: Preferences, _ wishes: PersonWishes, seen: Preferences, in store: Store, now: Timestamp, _ job: Job
  ) throws -> Action {
    let actor = try who(self.store())
    do {
      guard
        let present = try store.setPreferences(
          new, of: wishes.person.id, expecting: seen, by: actor, now: now)
      else {
        return .saved(job)
      }
      let author = try store.lastEditor(of: .preferences(wishes.person.id)) ?? "somebody else"
      return .overtaken(job, by: author, PreferencesForm.values(present, wishes))
    } catch {
      guard case .invalid(let input) = error else { throw error }
      return .refused(job, [input])
    }
  }

  /// The first order begins the run; a story that is asked for first needs none of ordinary days before it, which may not
  /// even be possible: imported stays alone have no car park where others could arrive.
  private func carryOut(
    _ order: ClockOrder, _ request: BoardRequest?, in store: Store, _ now: Timestamp
  ) throws -> ClockNews {
    if let town { return try town.carryOut(order, request) }
    guard case .begin(let story) = order else {
      let new = try TownDriver(store, seed: seed, now: now)
      town = new
      return try new.carryOut(order, request)
    }
    let new = try TownDriver(store, seed: seed, now: now, story: story)
    town = new
    return try new.news(request)
  }

  /// Where experiments and campaigns are written: an analyst's in the file itself, by a connection for nothing else.
  private func storeForAnalyst(_ store: Store, of actor: Actor) throws -> Store {
    guard actor.role == .analyst, let openForAnalyst else { return store }
    if let openedForAnalyst { return openedForAnalyst }
    let store = try openForAnalyst()
    openedForAnalyst = store
    return store
  }

  private func store() throws -> Store {
    if let opened { return opened }
    let store = try open()
    opened = store
    return store
  }
}
