import Canvas
import Core

extension WhatIf {
  /// What is supposed, in few words: `rain, 30 min left, walks 400 m, time 40`.
  func words(_ formats: Formats) -> String {
    var words: [String] = []
    if let weather { words.append(weather?.rawValue ?? "weather unknown") }
    if let minutesLeft { words.append("\(Words.number(minutesLeft)) min left") }
    if let walkingLimit { words.append("walks \(formats.distance(walkingLimit))") }
    words += OfferFactor.allCases.compactMap { factor in
      weights[factor].map { "\(factor.word) \(Words.number($0))" }
    }
    return words.joined(separator: ", ")
  }
}
