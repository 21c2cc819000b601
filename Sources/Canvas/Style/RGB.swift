/// A colour of the sRGB space, one byte a channel.
package struct RGB: Equatable, Hashable, Sendable {
  /// Red.
  package let red: UInt8
  /// Green.
  package let green: UInt8
  /// Blue.
  package let blue: UInt8

  /// A colour from its three channels.
  package init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// A colour written as in `0xE69F00`.
  package init(_ hex: UInt32) {
    self.init(red: UInt8(hex >> 16 & 0xFF), green: UInt8(hex >> 8 & 0xFF), blue: UInt8(hex & 0xFF))
  }

  /// What index 16 to 255 of the 256-colour palette looks like: a cube of six levels a channel, then 24 greys.
  /// The first sixteen are the terminal's own, so they have no fixed look: `nil`.
  package init?(palette index: UInt8) {
    switch index {
    case 0..<16: return nil
    case 16..<232:
      let levels: [UInt8] = [0, 0x5F, 0x87, 0xAF, 0xD7, 0xFF]
      let cube = Int(index) - 16
      self.init(red: levels[cube / 36], green: levels[cube / 6 % 6], blue: levels[cube % 6])
    default:
      let grey = 8 + 10 * (index - 232)
      self.init(red: grey, green: grey, blue: grey)
    }
  }

  /// As `#e69f00`.
  package var hex: String {
    let digits = Array("0123456789abcdef")
    return [red, green, blue].reduce(into: "#") { text, channel in
      text.append(digits[Int(channel >> 4)])
      text.append(digits[Int(channel & 15)])
    }
  }
}
