/// Two means y, relieved of what was known of people before: x, as in their spending in the weeks before the experiment
/// (A. Deng, Y. Xu, R. Kohavi and T. Walker, WSDM 2013). A difference is variant minus control.
package struct CupedComparison: Hashable, Sendable {
  package let control: SampleMoments
  package let variant: SampleMoments

  package init(control: SampleMoments, variant: SampleMoments) {
    self.control = control
    self.variant = variant
  }

  /// Covariance over variance of all people of both arms, taken as one sample; nil where x does not vary.
  package var theta: Double? { (control + variant).slope }

  /// Of the means as they are; nil while an arm is empty.
  package var rawDifference: Double? { difference(theta: 0) }

  /// Of y - theta x; nil while an arm is empty or x does not vary.
  package var adjustedDifference: Double? { theta.flatMap(difference) }

  /// Nil while an arm has fewer than two people.
  package var rawStandardError: Double? { standardError(theta: 0) }

  /// Nil while an arm has fewer than two people or x does not vary.
  package var adjustedStandardError: Double? { theta.flatMap(standardError) }

  private func difference(theta: Double) -> Double? {
    guard let x1 = control.meanX, let x2 = variant.meanX, let y1 = control.meanY, let y2 = variant.meanY else {
      return nil
    }
    return (y2 - y1) - theta * (x2 - x1)
  }

  private func standardError(theta: Double) -> Double? {
    guard let one = control.varianceOfRest(slope: theta), let two = variant.varianceOfRest(slope: theta) else {
      return nil
    }
    return (one / Double(control.n) + two / Double(variant.n)).squareRoot()
  }
}
