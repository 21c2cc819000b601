import Testing

@testable import Core

@Suite struct PValueTests {
  /// mpmath 1.4.1 at 50 digits: ln of the regularised upper gamma function, beyond 5000 of its continued fraction.
  @Test(
    arguments: [
      (3.841458820694124, 1, -2.9957322735539898), (0.001, 2, -0.0005), (50, 3, -23.250347991217213),
      (1500, 7, -734.64745614700561), (2000, 1, -1004.0267419589519), (30_000, 1, -15005.380301013523),
      (1e9, 1, -500_000_010.58742427), (700, 640, -2.9977437906365996), (2500, 999, -296.74828071611093),
    ] as [(Double, Int, Double)])
  func chiSquaredKeepsItsLogarithmHoweverFarOut(statistic: Double, degrees: Int, ln: Double) {
    let p = PValue(chiSquared: statistic, degreesOfFreedom: degrees)
    #expect(abs(p.ln - ln) <= 1e-13 * max(1, abs(ln)))
  }

  /// mpmath 1.4.1 at 50 digits: the incomplete beta function, from 1000 degrees on the integral of the density.
  @Test(
    arguments: [
      (2, 10, -2.6119943706725079), (0.5, 1.5, -0.38482884210598401), (5, 3.7, -4.6924760450722277),
      (12.5, 198.4, -60.088539159828717), (45, 300, -310.16385721864632), (60, 5, -17.531293585853597),
      (1000, 50, -249.77521726650075), (6, 2e9, -20.04362159851687), (40, 1e9, -803.9146540341259),
      (1e-9, 4, -7.5000000028125005e-10),
    ] as [(Double, Double, Double)])
  func studentKeepsItsLogarithmHoweverFarOut(t: Double, degrees: Double, ln: Double) {
    for t in [t, -t] {
      #expect(abs(PValue(t: t, degreesOfFreedom: degrees).ln - ln) <= 1e-11 * max(1, abs(ln)))
    }
  }

  @Test func aPTooSmallForANumberIsZeroAndKeepsItsLogarithm() {
    let p = PValue(chiSquared: 2000, degreesOfFreedom: 1)
    #expect(p.value == 0)
    #expect(p.ln < -1000 && p.ln.isFinite)
    #expect(PValue(ln: -709).value > 0)
    #expect(PValue(ln: -709.2).value == 0)
  }

  @Test func neitherAHugeTNorAHugeZIsTooMuch() {
    #expect(PValue(t: 1e200, degreesOfFreedom: 3).ln.isFinite)
    #expect(PValue(z: 1e150).ln.isFinite)
    #expect(PValue(t: 0, degreesOfFreedom: 3).value == 1)
  }

  /// mpmath 1.4.1 at 50 digits, findroot on ln(erfc(z / sqrt 2) / 2).
  @Test(
    arguments: [
      (0.025, 1.9599639845400542), (0.005, 2.5758293035489008), (1e-12, 7.0344838253011319),
      (1e-300, 37.047096299361199),
    ] as [(Double, Double)])
  func theNormalQuantileIsExactForThinTails(tail: Double, z: Double) {
    #expect(abs(Normal.upperQuantile(tail) - z) <= 1e-13 * z)
    #expect(abs(Normal.cumulative(-z) - tail) <= 1e-12 * tail)
  }
}
