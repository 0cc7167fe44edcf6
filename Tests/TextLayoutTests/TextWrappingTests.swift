import Testing
import TextLayout

/// Lines of a width.
@Suite struct TextWrappingTests {
  @Test("breaks at spaces, keeps no-break spaces together")
  func breaks() {
    #expect(TextWrapping.lines("ett två tre", width: 7) == ["ett två", "tre"])
    #expect(TextWrapping.lines("om 57\u{A0}576 besök", width: 9) == ["om 57\u{A0}576", "besök"])
    #expect(TextWrapping.lines("", width: 10) == [""])
    #expect(TextWrapping.lines("a\n\nb", width: 10) == ["a", "", "b"])
  }

  @Test("cuts a long word after a hyphen, otherwise where a language lets it, otherwise anywhere")
  func cuts() {
    #expect(
      TextWrapping.lines("näringslivs-utvecklare", width: 13) == ["näringslivs-", "utvecklare"])
    #expect(TextWrapping.lines("kompetensplattform", width: 10) == ["kompetensp", "lattform"])
    #expect(
      TextWrapping.lines("kompetensplattform", width: 10) { _ in [3, 9, 13] }
        == ["kompetens-", "plattform"])
  }

  @Test("no line is ever wider than asked, and no letter is lost", arguments: 4...40)
  func bounds(width: Int) {
    let text = "Ärenden väl beredda: kompetensplattformsgruppen 57\u{A0}576 – åäö 日本語 x"
    let lines = TextWrapping.lines(text, width: width)
    #expect(lines.allSatisfy { TextWidth.of($0) <= width })
    let kept = lines.joined().filter { $0 != " " && $0 != "-" }
    #expect(kept == text.filter { $0 != " " && $0 != "-" })
  }
}
