import Canvas
import Core
import TUI

/// How long the Partners screen takes from a key of the filter to the bytes of the next frame, with every partner's
/// offers listed: taking the key in, narrowing the list, drawing the frame, and finding out what changed on it.
enum PartnersFilter {
  private static let partners = 500
  private static let offers = 20_000
  private static let size = Size(width: 140, height: 42)

  static let row = Benchmark(
    "partners' filter, key to frame, p99", promise: .atMost(Quantity(10, .milliseconds)),
    size: "\(partners) partners, \(offers) offers, 140 x 42"
  ) {
    var state = State(now: Moment.now, size: size, screen: .partners)
    for case .loadPartners(let job, _) in state.reduce(.started) { _ = state.reduce(.partnersLoaded(job, try board())) }
    _ = state.reduce(.input(.key(.tab)))
    let typed = Array("dinner 17 culantro".unicodeScalars) + Array("lunch full 9".unicodeScalars)
    var shown = Frame(of: state, size: size, glyphs: .unicode).canvas
    let latencies = Latencies(calls: 600, warmUp: 0, by: .processor) { call in
      let place = call % (typed.count + 2)
      let key: Key = place == 0 ? .escape : place == 1 ? .character("/") : .character(typed[place - 2])
      _ = state.reduce(.input(.key(key)))
      let canvas = Frame(of: state, size: size, glyphs: .unicode).canvas
      _ = canvas.changes(since: shown)
      shown = canvas
    }
    return Measurement(
      Quantity(latencies.percentile(99), .milliseconds),
      "median \(Quantity(latencies.median, .milliseconds)), most \(Quantity(latencies.percentile(100), .milliseconds))")
  }

  private static func board() throws -> PartnersBoard {
    guard let position = Coordinate(latitude: 19.295, longitude: -81.382) else {
      throw BenchFailure("the town is off the globe")
    }
    let words = [
      "Sunset dinner", "Late lunch", "Free dessert", "Happy hour", "Harbour tour", "Two scoops", "Book night",
    ]
    let owners = (0..<partners).map { number in
      Partner(
        id: Partner.ID(Int64(number + 1)),
        name: "\(["Blue Culantro", "Nana's Kitchen", "City Lots"][number % 3]) \(number)",
        category: "dining", position: position, zone: "America/Cayman")
    }
    let rows = (0..<offers).map { number in
      let partner = owners[number % partners]
      let offer = Offer(
        id: Offer.ID(Int64(number + 1)), partnerID: partner.id, title: "\(words[number % words.count]) \(number)",
        category: "dining", value: ValueProposition(discountPercent: 20), position: position, capacityTotal: 40,
        capacityLeft: number % 41, state: number % 9 == 0 ? .pending : .approved)
      return OfferSummary(
        offer: offer, partnerName: partner.name, impressions: Int64(number % 4000), views: Int64(number % 1900),
        acceptances: Int64(number % 600), redemptions: Int64(number % 400), revenueCents: Int64(number * 7),
        trend: (0..<30).map { Int64(($0 * 5 + number) % 23) })
    }
    return PartnersBoard(partners: owners.map { PartnerSummary(partner: $0, offers: 40, active: 35) }, offers: rows)
  }
}
