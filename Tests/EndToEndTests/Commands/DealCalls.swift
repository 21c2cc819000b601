import Core
import Testing

/// How every command about deals is called, over a little market.
struct DealCalls {
  private static let market = "id,title,price,category\n9001,Desk lamp,20,home\n9002,Chair,30,home\n"

  /// The imported file.
  private let file: String
  private let listing: String

  init(in demo: DemoCopy) throws {
    file = try demo.program.home.file("market.csv", Self.market)
    _ = try demo.run("import", "listings", file, "--source", "test")
    listing = try #require(try demo.run("listing", "list").json["listings"].list.first)["id"].word
  }

  /// In this order: later ones build on earlier ones, with numbers that a new person's rules get.
  func all(in demo: DemoCopy) throws -> [(command: String, words: [String], input: String)] {
    let rule = try demo.run("rule", "create", "lamp").json["rule"]["id"].word
    let watch = try demo.run("watch", "add", listing, "--at-or-under", "10").json["watch"]["id"].word
    _ = try demo.run("import", "listings", "-", input: "id,title,price,category\n9003,Lamp,20,home\n")
    let alert = try demo.run("alert", "list").json["alerts"].list.first?["id"].word ?? "0"
    let calls: [(command: String, rest: [String])] = [
      ("import listings", [file]), ("listing list", ["--limit", "5"]), ("listing show", [listing]),
      ("listing search", ["lamp"]), ("rule create", ["chair price:..50 urgent", "--name", "chairs", "--look-back"]),
      ("rule list", []), ("rule show", [rule]), ("rule edit", [rule, "lamp* -broken"]), ("rule test", [rule]),
      ("rule test", ["--rule", "lamp in:home price:..50"]), ("rule explain", [rule, listing]), ("rule pause", [rule]),
      ("rule resume", [rule, "--catch-up"]), ("watch add", ["--search", "chair", "--at-or-under", "20"]),
      ("watch list", []), ("watch remove", [watch]), ("alert list", []), ("alert metrics", []),
      ("alert read", ["--all"]), ("sweep", []),
      ("alert snooze", [alert]), ("rule delete", [rule]),
    ]
    return calls.map { ($0.command, $0.command.split(separator: " ").map(String.init) + $0.rest, "") }
  }
}
