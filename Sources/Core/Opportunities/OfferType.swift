/// What kind of thing an offer is.
package enum OfferType: String, Sendable, CaseIterable {
  case discount
  case parkingExtension = "parking_extension"
  case experience, perk, bundle
}
