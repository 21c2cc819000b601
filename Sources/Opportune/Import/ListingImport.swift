import Core
import Store

/// Stores what is for sale elsewhere; what is new or changed is held against every rule and watch at once.
final class ListingImport: ImportTarget {
  /// For help.
  static let explanation = """
    Columns: source, external_id (or id), title, description, tags, price, currency, category, condition (new, like_new, \
    excellent, good, fair or parts), place, lat, lng, seller, seller_rating (0 to 5), url, image_url, posted_at. A JSON \
    object a line has members of these names. Tags are separated by semicolons, or a list. A changed price becomes \
    history, and alerts are raised in the transaction that stores the listing. A price without a currency is in the \
    database's; a number with marks that were not declared with --decimal and --thousands is refused.
    """

  let store: Store
  private let now: Timestamp
  private let zone: ZoneTable
  private let source: String
  private let currency: Currency

  init(_ invocation: Invocation) throws {
    store = try invocation.importStore()
    now = try invocation.now(in: store)
    zone = try store.zone(invocation.arguments.text("zone") ?? store.world.zone, field: "--zone")
    source = try PlainText.checked(invocation.arguments.text("source") ?? "import", field: "--source", limit: 60)
    currency = try store.dealCurrency()
  }

  /// A source and a number there are one listing, and the last line that names them is what it is.
  func store(_ row: ImportRow) throws -> ImportRun.Outcome {
    switch try store.ingest(draft(row), now: now) {
    case .new: .imported
    case .changed: .updated
    case .unchanged: .unchanged
    }
  }

  private func draft(_ row: ImportRow) throws(InvalidInput) -> ListingDraft {
    let hasPosition = row.text("lat") != nil || row.text("lng") != nil
    return ListingDraft(
      source: row.text("source") ?? source, externalID: try row.require("external_id"),
      title: try row.require("title"), description: row.text("description") ?? "", tags: row.list("tags") ?? [],
      price: try price(row), category: row.text("category"),
      condition: try row.text("condition").map { text throws(InvalidInput) in
        try ListingCondition.parsing(text, field: "condition")
      }, place: row.text("place"), position: hasPosition ? try row.position() : nil, seller: row.text("seller"),
      sellerRating: try row.number("seller_rating"), url: row.text("url"), imageURL: row.text("image_url"),
      postedAt: try row.instant("posted_at", in: zone))
  }

  /// An amount with two decimals at most: three are a thousand in another country.
  private func price(_ row: ImportRow) throws(InvalidInput) -> Money? {
    guard let amount = try row.number("price"), let text = row.text("price") else { return nil }
    let cents = (amount * 100).rounded()
    guard abs(cents) < 1e15, abs(amount * 100 - cents) < 1e-6 * max(1, abs(cents)) else {
      let hint = row.columns.notation.hint(for: text).map { "; \($0)" } ?? ""
      throw InvalidInput(field: "price", "must have two decimals at most, not '\(text.prefix(40))'\(hint)")
    }
    let currency = try row.text("currency").map { text throws(InvalidInput) in try Currency(text, field: "currency") }
    return Money(cents: Int64(cents), currency ?? self.currency)
  }
}
