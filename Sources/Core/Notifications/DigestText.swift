extension Digest {
  /// The digest for people who read mail without HTML. One line of the data stays one line.
  package var text: String {
    var lines = world == .demo ? [Self.madeUp, ""] : []
    lines += [title, heading]
    if !deals.isEmpty {
      lines += ["", "Deals"]
      for (place, deal) in deals.enumerated() {
        lines.append("\(place + 1). \(Self.plain(deal.title))\(deal.price.map { "  \($0)" } ?? "")")
        lines.append("   " + Self.plain(deal.facts.joined(separator: ", ")))
        if let url = deal.webAddress { lines.append("   " + Self.plain(url)) }
      }
      if let further { lines.append(further) }
    }
    if !trends.isEmpty {
      lines += ["", "Prices you watch"]
      for trend in trends {
        lines.append("\(trend.prices.direction.arrow) \(Self.plain(trend.title))  \(trend.prices.last)")
        lines.append("   " + trend.facts.joined(separator: ", "))
      }
    }
    if let held = heldLine { lines += ["", held] }
    lines += ["", Self.plain(wishes)]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func plain(_ text: String) -> String { PlainText.printable(text, limit: 2_000) }
}

extension Digest {
  static let madeUp = "DEMO: everything here is made up."

  /// `Your day: 5 deals and 2 watched prices`.
  package var title: String { "Your \(window.cadence == .daily ? "day" : "week"): \(subject)" }

  /// Whose it is, and of which day.
  var heading: String {
    "For \(PlainText.printable(person.name, limit: 120)), \(window.date.weekday.title) \(window.date), \(person.zone)"
  }

  /// What is not told by name.
  var further: String? {
    furtherDeals > 0 ? "and \(furtherDeals) more in your inbox" : nil
  }

  /// One line of what was held, and why.
  var heldLine: String? {
    guard !held.isEmpty else { return nil }
    return "Held: " + Words.all(held.map { "\($0.count) by \($0.code.title)" }) + "."
  }
}

extension Digest.Deal {
  /// What is said of it beside title and price.
  var facts: [String] {
    [
      dealScore.map { "deal score \(DealScore.words($0))" } ?? "too few like it for a score", place,
      rules.isEmpty ? nil : "met " + Words.all(rules),
    ].compactMap(\.self)
  }

  /// Where to look at it on the web; nil for an address of another kind, such as `javascript:`.
  var webAddress: String? { Self.onTheWeb(url) }
  /// Its picture.
  var webImage: String? { Self.onTheWeb(imageURL) }

  private static func onTheWeb(_ address: String?) -> String? {
    address.flatMap { text in
      ["https://", "http://"].contains { text.lowercased().hasPrefix($0) } ? text : nil
    }
  }
}

extension Digest.Trend {
  /// What is said of it beside title and price.
  var facts: [String] {
    let span = days == 0 ? "since less than a day" : "in \(Words.count(days, "day"))"
    let course =
      prices.minimum == prices.maximum
      ? ["the same \(span)"]
      : ["between \(prices.minimum) and \(prices.maximum) \(span)", "was \(prices.first) at first"]
    return (hasPrice ? [] : ["names no price now"]) + course
      + [record?.words, "told at or under \(threshold)"]
      .compactMap(\.self)
  }
}
