import Core

/// The form of a watch: at which price of a listing one wants to be told.
package enum WatchForm {
  /// What it is about.
  package struct Subject: Equatable, Sendable {
    package let listing: Listing.ID
    package let title: String
    package let price: Money?
    package let person: Person.ID?
    package let currency: Currency
  }

  static func form(_ subject: Subject, _ formats: (Money) -> String) -> Form {
    // A tenth under what it costs now, in whole units.
    let suggestion = subject.price.map { max(100, $0.cents * 9 / 10 / 100 * 100) }
    return Form(
      "Watch \(subject.title)", purpose: .watch(subject),
      lines: [subject.price.map { "It costs \(formats($0)) now." } ?? "It has no price now."],
      saveTitle: "Watch",
      fields: [
        .money(
          "at_or_under", "Tell me at", cents: suggestion, subject.currency,
          help: "Or less; told again after it was dearer by 2 % or one unit, whichever is more.")
      ])
  }

  static func objections(to form: Form) -> [InvalidInput] {
    guard let cents = form.cents("at_or_under"), cents <= 0 else { return [] }
    return [InvalidInput(field: "at_or_under", "must be more than nothing")]
  }
}

extension State {
  /// Asks at which price of the selected listing one wants to be told.
  mutating func openWatch() {
    guard let listing = deals.listingInQuestion else { return }
    let subject = WatchForm.Subject(
      listing: listing.id, title: listing.title, price: listing.price, person: deals.board?.person?.id,
      currency: listing.price?.currency ?? .usd)
    let formats = formats
    dialogs.append(.form(WatchForm.form(subject) { formats.money($0) }))
  }

  /// Hands in what stands in the form of a watch.
  mutating func watch(_ form: Form, _ subject: WatchForm.Subject) -> FormOutcome {
    guard let cents = form.cents("at_or_under") else { return .close([]) }
    return .close(order(.watch(subject.listing, subject.person, Money(cents: cents, subject.currency))))
  }
}
