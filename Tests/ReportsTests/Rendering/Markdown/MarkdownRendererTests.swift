import Labels
import Testing
import Workspace

@testable import Reports

@Suite struct MarkdownRendererTests {
  @Test("every row of a table has as many cells as its header", arguments: RenderedPages.years)
  func tables(year: Int) {
    for part in RenderedPages.parts(year) {
      for language in Language.allCases {
        let text = MarkdownRenderer(language: language, showsSources: true).render(part.document)
        var width: Int?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
          guard line.hasPrefix("|") else {
            width = nil
            continue
          }
          let cells = Self.bars(line)
          #expect(cells == width ?? cells, "\(part.document.id): \(line)")
          width = cells
        }
      }
    }
  }

  /// The bars of a line that are not escaped.
  private static func bars(_ line: Substring) -> Int {
    var (count, isEscaped) = (0, false)
    for character in line {
      if character == "|", !isEscaped { count += 1 }
      isEscaped = character == "\\" && !isEscaped
    }
    return count
  }

  @Test("no label becomes markup") func escaping() {
    let text = MarkdownRenderer(language: .english).render(RenderedPages.hostile)
    #expect(!text.contains("<script") || text.contains("\\<script"))
    #expect(text.contains("\\<script\\>alert('x')\\</script\\> &amp; \"quoted\" \\| \\*bold\\*"))
    #expect(text.contains("\\`code\\` \\[a\\](b)"))
    #expect(!text.contains("\u{202E}") && !text.contains("\u{0}"))
    #expect(text.contains("two<br>lines"))
    #expect(text.contains("·· (too few answers)<sup>3</sup>"))
  }

  @Test(
    "a paragraph is no list, heading or rule by accident",
    arguments: [
      ("1. juni var det klart.", "1\\. juni var det klart."), ("- minus", "\\- minus"),
      ("# rubrik", "\\# rubrik"), ("12 mål", "12 mål"), ("2023) slut", "2023\\) slut"),
    ])
  func starts(text: String, markdown: String) {
    let words = MarkdownText(words: FactWords(.swedish))
    #expect(words.paragraph(Sentence(Label(same: text))) == markdown)
  }

  @Test("charts are drawings beside the report, each by a name of its own")
  func charts() throws {
    let files = try ReportSet(Datasets.workspace, year: 2023).files([
      MarkdownRenderer(language: .swedish)
    ])
    let paths = files.map(\.path)
    #expect(Set(paths).count == paths.count)
    var pictures = 0
    for file in files where file.path.hasSuffix(".md") {
      for line in file.text.split(separator: "\n") where line.hasPrefix("![") {
        let address = try #require(line.split(separator: "(").last?.dropLast())
        #expect(paths.contains("2023/\(address)"), "\(address)")
        pictures += 1
      }
    }
    #expect(pictures == paths.count { $0.hasSuffix(".svg") } && pictures > 5)
  }

  @Test("addresses lead from the report to its folder")
  func addresses() throws {
    var document = RenderedPages.hostile
    document.title = Label(same: "t")
    for (place, address) in [
      (ReportPlace(path: "a/b", folder: "a/b c"), "b%20c/c.svg"),
      (ReportPlace(path: "a", folder: "a"), "a/c.svg"),
      (ReportPlace(path: "/tmp/x", folder: "/tmp/x"), "x/c.svg"),
    ] {
      let files = MarkdownRenderer(language: .swedish).files(of: document, at: place)
      #expect(files.map(\.path) == ["\(place.path).md", "\(place.folder)/c.svg"])
      #expect(files[0].text.contains("](\(address))"))
    }
  }
}
