/// A business that makes offers.
package struct Partner: Hashable, Sendable {
  package typealias ID = Core.ID<Partner>

  package let id: ID
  package var name: String
  package var category: String
  package var description: String
  package var email: String?
  package var phone: String?
  package var address: String?
  package var position: Coordinate
  /// IANA name; its day is the day of the partner's rollups.
  package var zone: String
  package var currency: Currency
  /// Commission on redeemed value, in hundredths of a percent.
  package var commissionBasisPoints: Int
  package var autoApprove: Bool
  /// Offers it may have that are neither archived nor ended; nil is unlimited.
  package var offerLimit: Int?
  /// Where its events are sent.
  package var webhookURL: String?
  /// Counts its edits; an edit carries the version that was read.
  package var version: Int

  package init(
    id: ID, name: String, category: String, description: String = "", email: String? = nil, phone: String? = nil,
    address: String? = nil, position: Coordinate, zone: String, currency: Currency = .usd,
    commissionBasisPoints: Int = 0, autoApprove: Bool = false, offerLimit: Int? = nil, webhookURL: String? = nil,
    version: Int = 1
  ) {
    self.id = id
    self.name = name
    self.category = category
    self.description = description
    self.email = email
    self.phone = phone
    self.address = address
    self.position = position
    self.zone = zone
    self.currency = currency
    self.commissionBasisPoints = commissionBasisPoints
    self.autoApprove = autoApprove
    self.offerLimit = offerLimit
    self.webhookURL = webhookURL
    self.version = version
  }
}
