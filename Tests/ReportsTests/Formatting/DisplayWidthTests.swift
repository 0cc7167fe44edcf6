import Labels
import Testing

@testable import Reports

@Suite struct DisplayWidthTests {
  @Test(
    "columns on a terminal",
    arguments: [
      ("", 0), ("abc", 3), ("åäö", 3), ("a\u{30A}a\u{308}o\u{308}", 3), ("≥ 80 %", 6), ("–", 1),
      ("日本", 4), ("👍🏽", 2), ("é", 1), ("\u{200B}", 0), ("·─═", 3), ("ﬁ", 1),
    ])
  func width(text: String, expected: Int) {
    #expect(displayWidth(text) == expected)
  }

  @Test("breaks at spaces, keeps no-break spaces together")
  func breaks() {
    #expect(wrapped("ett två tre", width: 7) == ["ett två", "tre"])
    #expect(wrapped("om 57\u{A0}576 besök", width: 9) == ["om 57\u{A0}576", "besök"])
    #expect(wrapped("", width: 10) == [""])
    #expect(wrapped("a\n\nb", width: 10) == ["a", "", "b"])
  }

  @Test("without a language a long word is cut after a hyphen, otherwise anywhere")
  func cuts() {
    #expect(wrapped("näringslivs-utvecklare", width: 13) == ["näringslivs-", "utvecklare"])
    #expect(wrapped("kompetensplattform", width: 10) == ["kompetensp", "lattform"])
  }

  @Test(
    "no line is ever wider than asked, and no letter is lost", arguments: 4...40,
    [nil, .swedish, .english] as [Language?])
  func bounds(width: Int, language: Language?) {
    let text = "Ärenden väl beredda: kompetensplattformsgruppen 57\u{A0}576 – åäö 日本語 x"
    let lines = wrapped(text, width: width, language: language)
    #expect(lines.allSatisfy { displayWidth($0) <= width })
    let kept = lines.joined().filter { $0 != " " && $0 != "-" }
    #expect(kept == text.filter { $0 != " " && $0 != "-" })
  }
}
