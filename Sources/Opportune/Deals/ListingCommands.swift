import Core
import Store

/// `listing list|show|search`.
enum ListingCommands {
  /// All of them.
  static let all = [list, show, search]

  private static let limit = Flag("limit", .integer("N", 1...100_000), "Most listings of a page.", fallback: "50")

  private static let list = Command(
    ["listing", "list"], "List what is for sale, the newest first.", access: .staff,
    flags: [
      Flag("source", .text("NAME"), "Only of this source."), Flag("category", .text("NAME"), "Only of this category."),
      limit, Flag("before", .id("LISTING"), "Go on before this number."),
    ],
    examples: ["opportune listing list --category electronics --demo"],
    output: .fields([
      "listings": .array(ListingDocument.schema), "total": .integer, "next_before": .nullable(.integer),
    ])
  ) { invocation in
    let arguments = invocation.arguments
    let limit = Int(arguments.integer("limit") ?? 50)
    let store = try invocation.store(readOnly: true)
    let found = try store.listings(
      ListingFilter(
        source: arguments.text("source"), category: arguments.text("category"), before: arguments.id("before"),
        limit: limit + 1))
    let page = Array(found.prefix(limit))
    let next = found.count > limit ? page.last?.id : nil
    let total = try store.countListings()
    return .document([
      "listings": .array(page.map { ListingDocument($0).json }), "total": .count(total), "next_before": .id(next),
    ]) {
      ListingDocument.table(page, empty: "No listing.") + (next.map { "More: --before \($0)\n" } ?? "")
    }
  }

  private static let show = Command(
    ["listing", "show"], "Show a listing, how good a deal it is, and the prices it had.", access: .staff,
    positionals: [Positional("LISTING", .id("LISTING"), "The listing's id.")],
    output: .fields(["listing": ListingSheetDocument.schema])
  ) { invocation in
    let store = try invocation.store(readOnly: true)
    let id = try invocation.arguments.id(at: "LISTING", of: Listing.self)
    let page = try store.dealsPage(.listing(id, nil), of: nil, now: invocation.now(in: store))
    guard case .listing(let sheet) = page else { throw StoreError.misuse("another page than that of a listing") }
    let document = ListingSheetDocument(sheet)
    return .document(["listing": document.json]) {
      document.text(zone: SystemZones.zones.table(store.world.zone))
    }
  }

  private static let search = Command(
    ["listing", "search"], "Find listings by a rule line.", access: .staff, explanation: RuleInput.grammar,
    positionals: [RuleInput.positional], flags: [RuleInput.line, limit],
    examples: ["opportune listing search 'bike price:..300 condition>=good' --demo"],
    output: .fields(["matching_count": .integer, "listings": .array(ListingDocument.schema)])
  ) { invocation in
    let store = try invocation.store(readOnly: true)
    guard let draft = try invocation.ruleLine(in: store) else {
      throw CommandLineError.missingArgument("LINE", usage: "opportune listing search LINE")
    }
    let ids = try store.listings(matching: draft.terms)
    let limit = Int(invocation.arguments.integer("limit") ?? 50)
    let shown = try ids.suffix(limit).reversed().map { try store.listing($0) }
    return .document([
      "matching_count": .count(ids.count), "listings": .array(shown.map { ListingDocument($0).json }),
    ]) {
      ListingDocument.table(shown, empty: "No listing matches.")
        + (ids.count > shown.count ? "The newest \(shown.count) of \(ids.count); more with --limit.\n" : "")
    }
  }
}
