import Indicators
import Testing
import Workspace

@testable import Reports

/// Text on colours can be read: 4.5 to 1, WCAG 2.2 AA (1.4.3).
@Suite("Colours of charts") struct PaintTests {
  @Test("text on every colour that bears some") func text() throws {
    let bearing =
      ChartPaint.divergence(5) + ChartPaint.series.dropLast()
      + Verdict.allCases.map(\.paint)
    for paint in bearing {
      for colour in [\ChartPaint.light, \.dark] {
        let ground = try #require(WebColour(paint[keyPath: colour]))
        let ink = try #require(WebColour(paint.text[keyPath: colour]))
        #expect(ground.contrast(with: ink) >= 4.5, "\(paint.name): \(ground.text)")
      }
    }
  }

  @Test("grounds of pages are those that accents are checked on") func grounds() {
    #expect(ChartPaint.ground.light == PageGround.light.sheet.text)
    #expect(ChartPaint.ground.dark == PageGround.dark.sheet.text)
  }
}
