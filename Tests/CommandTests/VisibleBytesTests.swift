import Testing

@testable import nyckeltal

@Suite struct VisibleBytesTests {
  @Test(
    "what moves a cursor is shown, and colours and lines stay",
    arguments: [
      ("a\u{1B}[2Jb", "a␛[2Jb"), ("\u{1B}]0;title\u{7}", "␛]0;title␇"),
      ("\u{1B}[1;31mred\u{1B}[0m", "\u{1B}[1;31mred\u{1B}[0m"), ("\u{1B}[31", "␛[31"),
      ("a\r\nb\tc\n", "a\r\nb\tc\n"), ("over\rwritten", "over␍written"), ("\u{0}\u{7F}", "␀␡"),
      ("\u{9B}2J", "\u{FFFD}2J"), ("åäö € 😀", "åäö € 😀"), ("", ""), ("\u{1B}", "␛"),
      ("\u{1B}[\(String(repeating: "1", count: 40))m", "␛[\(String(repeating: "1", count: 40))m"),
    ])
  func visible(text: String, shown: String) { #expect(VisibleBytes.of(text) == shown) }
}
