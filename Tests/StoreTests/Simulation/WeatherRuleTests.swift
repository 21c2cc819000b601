import Core
import Testing

@testable import Store

/// Offers for some weathers come and go with the sky of a town that lives on.
@Suite struct WeatherRuleTests {
  @Test func anOfferForRainIsShownWhileItRainsAndNotAMomentLonger() throws {
    let town = try TestTown()
    let (wetRule, dryRule) = (try TriggerRule(weather: [.rain, .storm]), try TriggerRule(weather: [.clear]))
    let rainy = try town.offer { $0.trigger = wetRule }
    let sunny = try town.offer { $0.trigger = dryRule }
    let always = try town.offer()
    let noon = TestTown.noon
    let run = try town.run(until: noon + .hours(9))
    try run.perform(.weather(.clear, temperature: 31, hours: 9))
    try run.advance(to: noon + .hours(3))
    try run.perform(.weather(.rain, temperature: 24, hours: 3))
    // Nobody knows the weather from six on: there is no climate. At seven it clears up.
    try run.advance(to: noon + .hours(7))
    try run.perform(.weather(.clear, temperature: 28, hours: 2))
    try run.advance(to: noon + .hours(9))

    let (wet, dry) = (try town.instants(of: .impression, rainy), try town.instants(of: .impression, sunny))
    #expect(wet.count > 3 && wet.allSatisfy { noon + .hours(3) <= $0 && $0 < noon + .hours(6) })
    #expect(dry.allSatisfy { $0 < noon + .hours(3) || noon + .hours(7) <= $0 })
    #expect(dry.contains { $0 < noon + .hours(3) } && dry.contains { noon + .hours(7) <= $0 })
    // Drivers looked all the while.
    let looks = try town.instants(of: .impression, always)
    for hour in 0..<9 {
      #expect(looks.contains { noon + .hours(Int64(hour)) <= $0 && $0 < noon + .hours(Int64(hour + 1)) })
    }
  }
}
