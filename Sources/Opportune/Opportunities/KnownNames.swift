import Core
import Store

extension Store {
  /// A category some offer or partner has, in lower case.
  /// - Throws: ``InvalidInput`` with the nearest one for a category that nothing here has.
  func knownCategory(_ text: String, field: String) throws -> String {
    try known(text, among: categories(), field: field)
  }

  /// A category of listings, as it is written there; while there are none, any may be waited for.
  /// - Parameter orOffers: one of offers will do, too.
  func knownKind(_ text: String, field: String, orOffers: Bool = false) throws -> String {
    let known = try listingCategories() + (orOffers ? categories() : [])
    return known.isEmpty ? text.lowercased() : try self.known(text, among: known, field: field)
  }

  private func known(_ text: String, among known: [String], field: String) throws -> String {
    let category = text.lowercased()
    guard !known.contains(category) else { return category }
    let hint = NearestName.among(known, to: category).map { "did you mean \($0)?" }
    throw InvalidInput(
      field: field, "knows no category '\(text.prefix(40))'; \(hint ?? "use one of \(known.joined(separator: ", "))")")
  }

  /// The name of every partner.
  func namesOfPartners() throws -> [Partner.ID: String] {
    Dictionary(try partners().map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }
}
