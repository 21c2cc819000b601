import Core

/// Offers of the fixture's partners, a row each.
enum FixtureOffers {
  private struct Row {
    let id: Int64
    let partner: Int64
    let title: String
    let value: ValueProposition
    let spend: Int64
    let use: Double
    let capacity: (left: Int, total: Int)?
  }

  private static let rows: [Row] = [
    Row(
      id: 1, partner: 1, title: "Sunset dinner 20 %",
      value: ValueProposition(discountPercent: 20), spend: 7000, use: 35, capacity: (14, 20)),
    Row(
      id: 2, partner: 1, title: "Catch of the day lunch 15 %",
      value: ValueProposition(discountPercent: 15), spend: 2800, use: 35, capacity: (6, 40)),
    Row(
      id: 7, partner: 2, title: "Stew beef plate 15 %",
      value: ValueProposition(discountPercent: 15), spend: 1600, use: 35, capacity: (6, 12)),
    Row(
      id: 8, partner: 2, title: "Heavy cake on the house",
      value: ValueProposition(perks: [.freeDessert]), spend: 2500, use: 35, capacity: (10, 12)),
    Row(
      id: 12, partner: 3, title: "Fritters for the table 12.5 %",
      value: ValueProposition(discountPercent: 12.5), spend: 1800, use: 20, capacity: (7, 24)),
    Row(
      id: 13, partner: 3, title: "Window seats at the raw bar",
      value: ValueProposition(perks: [.skipLine, .prioritySeating]), spend: 3800, use: 35, capacity: (2, 12)),
    Row(
      id: 17, partner: 4, title: "Jerk platter 18 %",
      value: ValueProposition(discountPercent: 18), spend: 4600, use: 35, capacity: nil),
    Row(
      id: 18, partner: 4, title: "Front of the line at the pit",
      value: ValueProposition(perks: [.skipLine]), spend: 1700, use: 20, capacity: (8, 24)),
    Row(
      id: 28, partner: 6, title: "Pasta night 20 %",
      value: ValueProposition(discountPercent: 20), spend: 5200, use: 40, capacity: (13, 20)),
    Row(
      id: 29, partner: 6, title: "Affogato after lunch",
      value: ValueProposition(perks: [.freeDessert]), spend: 3200, use: 35, capacity: (7, 12)),
    Row(
      id: 49, partner: 10, title: "Croissant and café crème 15 %",
      value: ValueProposition(discountPercent: 15), spend: 900, use: 10, capacity: nil),
    Row(
      id: 50, partner: 10, title: "Petit four with your coffee",
      value: ValueProposition(perks: [.freeDessert]), spend: 800, use: 15, capacity: (13, 40)),
    Row(
      id: 61, partner: 12, title: "Coco bread dozen 15 %",
      value: ValueProposition(discountPercent: 15), spend: 1200, use: 5, capacity: (4, 20)),
    Row(
      id: 62, partner: 12, title: "Day's end shelf 40 %",
      value: ValueProposition(discountPercent: 40), spend: 1000, use: 5, capacity: (2, 60)),
    Row(
      id: 83, partner: 16, title: "Free dessert with lunch",
      value: ValueProposition(perks: [.freeDessert]), spend: 600, use: 10, capacity: (11, 24)),
    Row(
      id: 84, partner: 16, title: "One for the pocket",
      value: ValueProposition(perks: [.freeDessert]), spend: 2500, use: 5, capacity: (29, 60)),
    Row(
      id: 89, partner: 17, title: "Two scoops, 15 % off",
      value: ValueProposition(discountPercent: 15), spend: 800, use: 10, capacity: (30, 60)),
    Row(
      id: 90, partner: 17, title: "Skip the summer line",
      value: ValueProposition(perks: [.skipLine]), spend: 800, use: 10, capacity: (10, 20)),
    Row(
      id: 104, partner: 20, title: "Happy hour pints 25 %",
      value: ValueProposition(discountPercent: 25), spend: 1800, use: 35, capacity: (9, 12)),
    Row(
      id: 105, partner: 20, title: "First shuffleboard round",
      value: ValueProposition(perks: [.freeDrink]), spend: 1500, use: 30, capacity: nil),
    Row(
      id: 115, partner: 22, title: "Pie and a pint 15 %",
      value: ValueProposition(discountPercent: 15), spend: 2200, use: 35, capacity: (22, 24)),
    Row(
      id: 116, partner: 22, title: "Quiz night seat and a drink",
      value: ValueProposition(perks: [.freeDrink, .prioritySeating]), spend: 2500, use: 45, capacity: (11, 40)),
    Row(
      id: 125, partner: 24, title: "Saltwater hour 15 %",
      value: ValueProposition(discountPercent: 15), spend: 5500, use: 45, capacity: nil),
    Row(
      id: 126, partner: 24, title: "Rainfall on the roof",
      value: ValueProposition(perks: [.gift, .freeDrink]), spend: 6000, use: 45, capacity: (6, 20)),
    Row(
      id: 136, partner: 26, title: "Harbour tour 15 %",
      value: ValueProposition(discountPercent: 15), spend: 4200, use: 45, capacity: nil),
    Row(
      id: 137, partner: 26, title: "Sunset sail, front bench",
      value: ValueProposition(perks: [.prioritySeating, .freeDrink]), spend: 6500, use: 45, capacity: nil),
    Row(
      id: 147, partner: 28, title: "Morning with the rays 15 %",
      value: ValueProposition(discountPercent: 15), spend: 6500, use: 45, capacity: (24, 40)),
    Row(
      id: 148, partner: 28, title: "Feed with the captain",
      value: ValueProposition(perks: [.gift, .prioritySeating]), spend: 2500, use: 45, capacity: (22, 40)),
    Row(
      id: 157, partner: 30, title: "Entry 20 %",
      value: ValueProposition(discountPercent: 20), spend: 1200, use: 40, capacity: nil),
    Row(
      id: 158, partner: 30, title: "Rainy-hour entry, half price",
      value: ValueProposition(discountPercent: 50), spend: 1200, use: 35, capacity: (22, 60)),
    Row(
      id: 173, partner: 33, title: "Hats 15 %",
      value: ValueProposition(discountPercent: 15), spend: 5200, use: 10, capacity: (5, 12)),
    Row(
      id: 174, partner: 33, title: "Woven keyring with any basket",
      value: ValueProposition(perks: [.gift]), spend: 3800, use: 10, capacity: (21, 24)),
    Row(
      id: 179, partner: 34, title: "Second-hand shelf 20 %",
      value: ValueProposition(discountPercent: 20), spend: 1400, use: 15, capacity: (7, 20)),
    Row(
      id: 180, partner: 34, title: "Mystery book, wrapped",
      value: ValueProposition(perks: [.gift]), spend: 2500, use: 5, capacity: (3, 24)),
    Row(
      id: 184, partner: 35, title: "Linen shirts 20 %",
      value: ValueProposition(discountPercent: 20), spend: 7800, use: 15, capacity: (11, 24)),
    Row(
      id: 185, partner: 35, title: "Too hot for that shirt? 15 %",
      value: ValueProposition(discountPercent: 15), spend: 6500, use: 15, capacity: nil),
    Row(
      id: 207, partner: 39, title: "Roof terrace at signal hour",
      value: ValueProposition(perks: [.prioritySeating, .freeDrink]), spend: 2800, use: 35, capacity: nil),
    Row(
      id: 208, partner: 39, title: "Late check-out by semaphore",
      value: ValueProposition(perks: [.lateCheckout]), spend: 2500, use: 0, capacity: (9, 24)),
    Row(
      id: 235, partner: 44, title: "+30 min parking",
      value: ValueProposition(parkingMinutes: 30), spend: 2500, use: 0, capacity: (22, 24)),
    Row(
      id: 236, partner: 44, title: "+15 min, no questions",
      value: ValueProposition(parkingMinutes: 15), spend: 2500, use: 0, capacity: (6, 40)),
  ]

  /// All of them; their rules are added by the board.
  static let all: [Offer] = rows.map { row in
    let partner = FixtureTown.partners.first { $0.id == row.partner }
    return Offer(
      id: Offer.ID(row.id), partnerID: Partner.ID(row.partner), title: row.title,
      description: "What the house does best, for people who are parked nearby.",
      terms: "One for each person. Not with other offers.",
      type: row.value.parkingMinutes > 0 ? .parkingExtension : .discount, category: partner?.category ?? "dining",
      value: row.value, typicalSpendCents: row.spend, useMinutes: row.use,
      position: partner?.position ?? FixtureTown.at(19.2950, -81.3813), capacityTotal: row.capacity?.total,
      capacityLeft: row.capacity?.left)
  }
}
