/// What a file of an import holds: which fields it may have, and which it must.
enum ImportKind: String, CaseIterable {
  case sessions, places, offers
  case exposures
  /// The same by day.
  case exposureDays = "exposures_daily"
  case campaignMetrics = "campaign_metrics"
  case listings

  /// One field of a line.
  struct Field {
    let name: String
    /// Headings that name it as well.
    let aliases: [String]
    let isRequired: Bool

    init(_ name: String, aliases: [String] = [], isRequired: Bool = false) {
      self.name = name
      self.aliases = aliases
      self.isRequired = isRequired
    }
  }

  /// Every field in the order of the documentation. Other columns are ignored.
  var fields: [Field] {
    switch self {
    case .sessions:
      [
        Field("session_id", aliases: ["id"], isRequired: true), Field("user_id"),
        Field("spot_id", aliases: ["spot", "place"]), Self.latitude, Self.longitude,
        Field("start_local", aliases: ["start"], isRequired: true),
        Field("end_local", aliases: ["end"], isRequired: true), Field("minutes_bought"), Field("amount_usd"),
        Field("payment"), Field("status"),
      ]
    case .places:
      [
        Field("id", isRequired: true), Field("name", isRequired: true), Self.latitude, Self.longitude, Field("zone"),
        Field("kind"), Field("category"), Field("description"), Field("email"), Field("phone"), Field("address"),
        Field("hourly_rate_cents"), Field("capacity"), Field("commission_bp"), Field("auto_approve"),
      ]
    case .offers: Self.offerFields
    case .exposures:
      [
        Field("unit", aliases: ["user_id", "id"]), Field("arm", aliases: ["group", "variant"], isRequired: true),
        Field("exposed_at"), Field("converted", aliases: ["conversion"], isRequired: true), Field("value"),
      ]
    case .exposureDays:
      [
        Field("date", aliases: ["day"], isRequired: true),
        Field("arm", aliases: ["group", "variant"], isRequired: true),
        Field("exposures", isRequired: true), Field("conversions", isRequired: true), Field("revenue"),
      ]
    case .campaignMetrics:
      [
        Field("campaign", isRequired: true), Field("id"), Field("date", aliases: ["day"]), Field("impressions"),
        Field("views", aliases: ["clicks"]), Field("acceptances"), Field("redemptions"),
        Field("spend", aliases: ["cost"]), Field("revenue"), Field("currency"),
      ]
    case .listings: Self.listingFields
    }
  }

  /// Fields that count something, which may be worth money.
  var counts: [String] {
    switch self {
    case .sessions, .places, .offers, .listings: []
    case .exposures: ["converted"]
    case .exposureDays: ["conversions"]
    case .campaignMetrics: ["impressions", "views", "acceptances", "redemptions"]
    }
  }

  private static let latitude = Field("lat", aliases: ["latitude"], isRequired: true)
  private static let longitude = Field("lng", aliases: ["longitude", "lon", "long"], isRequired: true)

  private static let offerFields =
    [
      Field("id", isRequired: true), Field("partner_id", isRequired: true), Field("title", isRequired: true),
      Field("description"), Field("terms"), Field("type"), Field("category"),
      Field("lat", aliases: ["latitude"]), Field("lng", aliases: ["longitude", "lon", "long"]),
    ]
    + [
      "discount_percent", "amount_cents", "parking_minutes", "perks", "typical_spend_cents", "currency", "use_minutes",
      "capacity_total", "priority", "cooldown_hours", "max_impressions_per_user", "max_claims_per_user",
      "claim_minutes", "valid_from", "valid_until", "starts_day", "ends_day", "time_remaining_min",
      "time_remaining_max", "days_of_week", "time_of_day_start", "time_of_day_end", "weather", "state",
    ].map { Field($0) }

  private static let listingFields = [
    Field("source"), Field("external_id", aliases: ["id", "listing_id"], isRequired: true),
    Field("title", aliases: ["name"], isRequired: true), Field("description", aliases: ["body", "text"]),
    Field("tags"), Field("price"), Field("currency"), Field("category"), Field("condition"),
    Field("place", aliases: ["location"]), Field("lat", aliases: ["latitude"]),
    Field("lng", aliases: ["longitude", "lon", "long"]), Field("seller"),
    Field("seller_rating", aliases: ["rating"]), Field("url", aliases: ["link"]),
    Field("image_url", aliases: ["image"]), Field("posted_at", aliases: ["posted", "date"]),
  ]

  /// Longest record that is kept, in bytes: a description may be as long as a book.
  var longestRecord: Int { self == .listings ? 8 << 20 : CSVReader.limit }

  /// Whether a file may hold a JSON object a line instead of CSV.
  var readsJSON: Bool { self == .listings }

  /// As the command has it.
  var noun: String {
    switch self {
    case .exposureDays: Self.exposures.rawValue
    case .campaignMetrics: "campaign-metrics"
    case .sessions, .places, .offers, .exposures, .listings: rawValue
    }
  }

  /// Whether a line may say what it is a part of, in fields such as `segment.age`.
  var hasSegments: Bool { self == .campaignMetrics }

  /// The dimension that a field such as `segment.age` names; nil for any other.
  static func dimension(of field: String) -> String? {
    let prefix = "segment."
    guard field.hasPrefix(prefix), field.count > prefix.count else { return nil }
    return String(field.dropFirst(prefix.count))
  }

  /// The field that a text names, by its name or an alias.
  func field(named text: String) -> Field? {
    if hasSegments, Self.dimension(of: text) != nil { return Field(text) }
    return fields.first { $0.name == text } ?? fields.first { $0.aliases.contains(text) }
  }
}
