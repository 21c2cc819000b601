/// How every command of the table is called about somebody's things.
enum RoleCalls {
  /// One call.
  struct Call: Sendable {
    let command: String
    /// What follows the command's words.
    let arguments: @Sendable (RoleScene.Things) -> [String]
    /// Whether it is about a thing that belongs to a partner.
    let isAboutAThing: Bool
    /// What it reads.
    let input: String
    /// Whether it would take long, or take the town away, for whoever may.
    let isLong: Bool

    /// All its words.
    func words(_ things: RoleScene.Things) -> [String] {
      command.split(separator: " ").map(String.init) + arguments(things)
    }
  }

  /// Every command.
  static let all: [Call] = general + partners + offers + counter + drivers + experiments + campaigns + deals

  private static let general: [Call] = [
    call(""), call("version"), call("help"), call("completions", "bash"), call("manual"), call("score", input: ""),
    call("rule match", "--rules", "/dev/null", "--listings", "/dev/null"), call("statistics", input: ""),
    call("experiment plan", "--baseline", "0.1", "--effect", "0.02"),
    call("config show"), call("config path"), call("config check", "HOME/config.json"), call("find", "a"),
    call("snapshot", "--screen", "overview"), call("database info"), call("database tables"), call("database check"),
    call("database backup", "HOME/backup.db"), call("database migrate"), call("database rebuild"), call("demo status"),
    long("database create", "--live"), long("database restore", "HOME/backup.db", "--replace"), long("demo init"),
    long("demo reset", "--size", "small"), long("simulate", "--days", "0.01"),
    long("demo offers", "--around-sessions"), call("import places", "HOME/places.csv"),
    call("import offers", "HOME/offers.csv"), call("import sessions", Checkout.path("data/sample_sessions.csv")),
  ]

  private static let partners: [Call] = [
    call("partner list"), about("partner show") { [$0.partner] },
    call("partner add", "--name", "New", "--category", "dining", "--lat", "19.29", "--lng", "-81.38"),
    about("partner edit") { [$0.partner, "--phone", "none"] }, about("partner limit") { [$0.partner, "10"] },
    about("partner analytics") { [$0.partner] },
    about("partner key list") { [$0.partner] }, about("partner key create") { [$0.partner] },
    about("partner key rotate") { [$0.key] }, about("partner key revoke") { [$0.key] },
    about("audit") { ["--partner", $0.partner] }, call("undo"), call("redo"),
  ]

  private static let offers: [Call] = [
    call("offer list"), about("offer show") { [$0.offer] }, about("offer reach") { [$0.offer] },
    about("offer create") { ["--partner", $0.partner, "--title", "Late lunch", "--discount-percent", "10"] },
    about("offer edit") { [$0.offer, "--title", "Later lunch"] }, about("offer clone") { [$0.offer] },
    about("offer submit") { [$0.offer] }, about("offer approve") { [$0.offer] },
    about("offer reject") { [$0.offer, "--reason", "no photo"] }, about("offer pause") { [$0.offer] },
    about("offer resume") { [$0.offer] },
  ]

  private static let counter: [Call] = [
    about("claim list") { ["--partner", $0.partner] }, about("claim validate") { [$0.code] },
    about("claim slip") { ["--partner", $0.partner] },
    about("claim redeem") { [$0.code, "--amount", "42.50"] }, about("claim refund") { [$0.code, "--amount", "2.50"] },
    call("claim expire"), about("settlement show") { ["--partner", $0.partner] },
    about("settlement statement") { ["--partner", $0.partner, "--period", "2026-11"] },
    call("settlement close", "--period", "2026-10"),
    about("offer end") { [$0.offer] }, about("offer archive") { [$0.offer] },
  ]

  private static let drivers: [Call] = [
    about("offer view") { [$0.offer, "--session", $0.session] },
    about("offer accept") { [$0.offer, "--session", $0.session] },
    about("offer dismiss") { [$0.offer, "--session", $0.session] },
    about("discover") { ["--session", $0.session] }, call("session list"), about("session show") { [$0.session] },
    call("session start", "--place", "1", "--minutes", "90"),
    about("session extend") { [$0.session, "--minutes", "5"] }, call("person add", "--name", "Bo T."),
    call("person list"), about("person show") { [$0.person] }, about("preferences show") { [$0.person] },
    about("preferences summary") { [$0.person] }, about("digest preview") { [$0.person] },
    about("preferences set") { [$0.person, "--walking-limit", "900"] }, about("history") { ["--person", $0.person] },
    about("decision show") { [$0.decision] }, about("privacy export") { [$0.person] },
    about("session end") { [$0.session] }, about("person erase") { [$0.person] },
    about("privacy erase") { [$0.person] },
  ]

  private static let experiments: [Call] = [
    call("campaign create", "summer", "14", "15"), call("campaign list"), call("campaign show", "1"),
    call("campaign edit", "1", "--name", "harbour"), call("campaign pause", "1"), call("campaign resume", "1"),
    call("campaign end", "9"),
    call(
      "experiment create", "--name", "two", "--arm", "old=offer:21", "--arm", "new=offer:22", "--baseline", "0.1",
      "--effect", "0.02"),
    call("experiment edit", "2", "--effect", "0.03"), call("experiment start", "2"),
    call("experiment ramp", "1", "--coverage", "0.5"), call("experiment list"), call("experiment show", "1"),
    call("experiment status", "1"), call("experiment analyze", "1"), call("experiment history"),
    call("experiment assign", "1", "7"), call("experiment export", "1"),
    call("experiment end", "1", "--winner", "new"), call("experiment deploy", "1"),
    call("import exposures", "HOME/exposures.csv", "--experiment", "mail"),
  ]

  private static let campaigns: [Call] = [
    call("campaign metrics", "1"), call("campaign roi", "1"), call("campaign compare", "1", "2"),
    call("campaign cohorts", "1"), call("campaign portfolio"), call("campaign top", "--metric", "profit"),
    call("campaign anomalies"), call("campaign forecast", "1"), call("campaign pacing"),
    call("campaign shift", "1", "2", "5"), call("campaign export"), call("campaign report", "1"),
    call("campaign view save", "mine"), call("campaign view list"), call("campaign view remove", "mine"),
    call("campaign monitor add", "roas", "below", "1"), call("campaign monitor list"),
    call("campaign monitor remove", "1"), call("campaign changes"),
    call("import campaign-metrics", "HOME/figures.csv", "--set", "campaign=spring"),
  ]

  /// Rules, watches and alerts are those of the town's own deal hunter.
  private static let deals: [Call] = [
    call("import listings", "HOME/market.csv"), call("listing list", "--limit", "3"), call("listing show", "1"),
    call("listing search", "lamp"), call("rule create", "lamp"), call("rule edit", "2", "--name", "phones"),
    call("rule list"), call("rule show", "1"), call("rule test", "1"), call("rule explain", "1", "1"),
    call("rule pause", "1"), call("rule resume", "1"), call("rule delete", "3"),
    call("watch add", "9", "--at-or-under", "1"), call("watch list"), call("watch remove", "1"), call("alert list"),
    call("alert metrics"),
    call("alert read", "--all"), call("alert snooze", "1"), call("sweep"),
  ]

  private static func call(_ command: String, _ arguments: String..., input: String = "") -> Call {
    Call(command: command, arguments: { _ in arguments }, isAboutAThing: false, input: input, isLong: false)
  }

  private static func long(_ command: String, _ arguments: String...) -> Call {
    Call(command: command, arguments: { _ in arguments }, isAboutAThing: false, input: "", isLong: true)
  }

  private static func about(
    _ command: String, input: String = "", _ arguments: @escaping @Sendable (RoleScene.Things) -> [String]
  ) -> Call {
    Call(command: command, arguments: arguments, isAboutAThing: true, input: input, isLong: false)
  }
}
