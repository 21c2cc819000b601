/// How many colours the terminal has; `none` also where the person asked for none (NO_COLOR).
package enum ColourDepth: String, Sendable, CaseIterable {
  case none, sixteen, twoHundredFiftySix
}
