import Core

/// The form that asks what a new, empty database is for.
enum NewDatabaseForm {
  /// The form as it is opened.
  static func form() -> Form {
    Form(
      "A new database", purpose: .newDatabase, lines: ["For real things. It is empty at first; nothing is made up."],
      saveTitle: "Make it",
      fields: [
        .text("name", "Name of the town", "My town", help: "As it stands on the top line."),
        .text(
          "zone", "Time zone", "UTC", limit: 64, help: "By its name, such as America/New_York or Europe/Berlin.",
          placeholder: "UTC"),
        .number(
          "lat", "Latitude", 0, unit: "degrees", range: -90...90, decimals: 6,
          help: "The middle of the town; north is positive."),
        .number(
          "lng", "Longitude", 0, unit: "degrees", range: -180...180, decimals: 6,
          help: "The middle of the town; east is positive."),
      ])
  }

  /// Says what is wrong; whether there is such a zone is known where the database is made.
  static func objections(to form: Form) -> [InvalidInput] {
    var objections: [InvalidInput] = []
    for field in ["name", "zone"] {
      do {
        _ = try PlainText.checked(form.text(field), field: field)
      } catch {
        objections.append(error)
      }
    }
    return objections
  }

  /// What the database begins with; nil while something is missing.
  static func database(_ form: Form) -> NewDatabase? {
    guard let latitude = form.number("lat"), let longitude = form.number("lng") else { return nil }
    return NewDatabase(
      name: form.text("name").trimmingBlanks, zone: form.text("zone").trimmingBlanks, latitude: latitude,
      longitude: longitude)
  }
}

extension State {
  /// Has the database of a form made; the form stays until it is there.
  mutating func makeDatabase(by form: Form) -> FormOutcome {
    guard let database = NewDatabaseForm.database(form) else { return .close([]) }
    let effects = open(.new(database))
    guard let job = welcome?.opening else { return .close([]) }
    return .wait(job, effects)
  }
}
