extension Offer {
  /// The offer as an arm of an experiment words it.
  package func worded(_ wording: ArmWording?) -> Offer {
    guard let wording else { return self }
    var offer = self
    if let title = wording.title { offer.title = title }
    if let description = wording.description { offer.description = description }
    if let value = wording.value { offer.value = value }
    return offer
  }
}
