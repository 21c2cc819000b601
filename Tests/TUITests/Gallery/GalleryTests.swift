import Canvas
import Testing

@testable import TUI

@Suite struct GalleryTests {
  private static let sizes = [Size(width: 140, height: 42), Size(width: 80, height: 24), Size(width: 60, height: 16)]

  private func body(_ size: Size) -> Rect { Rect(size).inset(top: 2, bottom: 1) }

  @Test(arguments: sizes)
  func everySpecimenStandsOnOnePage(size: Size) {
    let pages = GalleryLayout(GalleryScreen.specimens, in: body(size)).pages
    #expect(pages.joined().map(\.specimen) == Array(GalleryScreen.specimens.indices))
    for page in pages {
      for place in page {
        #expect(body(size).intersection(place.area) == place.area)
        #expect(page.allSatisfy { $0 == place || !$0.area.intersects(place.area) })
      }
    }
  }

  @Test func specimensThatShowLittleRoomKeepTheirSize() {
    for page in GalleryLayout(GalleryScreen.specimens, in: body(Self.sizes[0])).pages {
      for place in page where GalleryScreen.specimens[place.specimen].isFixed {
        let size = GalleryScreen.specimens[place.specimen].size
        #expect(place.area.size == Size(width: size.width + 4, height: size.height + 2))
      }
    }
  }

  @Test(arguments: sizes)
  func everyPageIsDrawnInBothAlphabets(size: Size) {
    let area = Rect(size).inset(top: 1, bottom: 1)
    for glyphs in Glyphs.allCases {
      for page in 1...GalleryScreen.pageCount(in: area) {
        var canvas = Canvas(size: size, glyphs: glyphs)
        GalleryScreen(page: page).draw(on: &canvas, in: area)
        #expect(canvas.plainText.contains("page \(page) of"))
        if glyphs == .ascii { #expect(canvas.plainText.utf8.allSatisfy { $0 < 0x7F }) }
      }
    }
  }
}
