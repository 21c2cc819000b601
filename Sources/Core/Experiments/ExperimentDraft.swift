/// What the form of an experiment begins with: its design, and what its fields need to know.
package struct ExperimentDraft: Equatable, Sendable {
  /// What is to be opened.
  package enum Wish: Hashable, Sendable {
    /// A new one; about an offer, where one was looked at.
    case new(Offer.ID?)
    case edit(Experiment.ID)
  }

  /// Nil is a new one.
  package let id: Experiment.ID?
  package let design: ExperimentDesign
  /// The offers that can be tested, by number.
  package let offers: [TestableOffer]
  /// By number.
  package let campaigns: [Campaign]

  package init(
    id: Experiment.ID?, design: ExperimentDesign, offers: [TestableOffer], campaigns: [Campaign]
  ) {
    self.id = id
    self.design = design
    self.offers = offers
    self.campaigns = campaigns
  }

  /// A draft without an experiment: an offer as it is against a change of it, half of the people each.
  package init(newAbout offer: Offer.ID?, offers: [TestableOffer], campaigns: [Campaign]) {
    let known = offer.flatMap { id in offers.first { $0.offer.id == id } }?.offer.id
    let arms = known.map { id in
      [
        ExperimentArm(name: Self.armNames[0], content: .offer(id), weight: 0.5),
        ExperimentArm(name: Self.armNames[1], content: .variant(id, ArmWording()), weight: 0.5),
      ]
    }
    let blank = Self.armNames.map { ExperimentArm(name: $0, content: .imported, weight: 0.5) }
    self.init(
      id: nil, design: ExperimentDesign(name: "", arms: arms ?? blank, baseline: 0.1, effect: 0.02, plannedPerArm: 0),
      offers: offers, campaigns: campaigns)
  }

  /// What the arms are called where one offer is compared with a change of it.
  package static let armNames = ["as it is", "changed"]

  /// Whether there is no such experiment yet.
  package var isNew: Bool { id == nil }

  /// The offer that is tested; nil where campaigns are.
  package var offer: TestableOffer? {
    for arm in design.arms {
      switch arm.content {
      case .offer(let id), .variant(let id, _): return offers.first { $0.offer.id == id }
      case .campaign, .imported: break
      }
    }
    return nil
  }
}

/// An offer that can be an arm, and how it did lately, which is what a plan begins with.
package struct TestableOffer: Hashable, Sendable {
  /// What people did with an offer over some days, each person once.
  package struct Lately: Hashable, Sendable {
    package let days: Int
    package let people: Int64
    package let accepted: Int64
    package let redeemed: Int64

    package init(days: Int, people: Int64, accepted: Int64, redeemed: Int64) {
      self.days = days
      self.people = people
      self.accepted = accepted
      self.redeemed = redeemed
    }
  }

  package let offer: Offer
  package let partnerName: String
  /// Nil where it was not looked up.
  package let lately: Lately?

  package init(_ offer: Offer, partnerName: String, lately: Lately? = nil) {
    self.offer = offer
    self.partnerName = partnerName
    self.lately = lately
  }
}
