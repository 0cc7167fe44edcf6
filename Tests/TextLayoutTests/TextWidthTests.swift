import Testing
import TextLayout

/// Columns of a terminal.
@Suite struct TextWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("åäö", 3), ("a\u{308}", 1), ("日本", 4), ("ｱ", 1), ("Ａ", 2), ("한국", 4),
    ("😀", 2), ("👨‍👩‍👧", 2), ("🇸🇪", 2), ("☃", 1), ("☃\u{FE0F}", 2), ("e\u{200B}f", 2), ("–", 1),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("a\u{30A}a\u{308}o\u{308}", 3), ("≥ 80 %", 6), ("👍🏽", 2),
    ("e\u{301}", 1), ("\u{200B}", 0), ("·─═", 3), ("ﬁ", 1), ("x\u{20D7}", 1),
    ("1\u{FE0F}\u{20E3}", 2),
    ("för\u{AD}fattning", 11), ("⌚", 2), ("a\r\nb\u{7}\u{85}", 2),
  ]) func width(_ text: String, _ columns: Int) {
    #expect(TextWidth.of(text) == columns)
    #expect(TextWidth.of(text[...]) == columns)
  }

  /// Plain text is counted by scalars, other text by characters: the same, whatever surrounds it.
  @Test(arguments: [0x20...0x2FF, 0x2000...0x2FFF] as [ClosedRange<UInt32>])
  func bothWays(_ scalars: ClosedRange<UInt32>) {
    for scalar in scalars.compactMap(Unicode.Scalar.init) {
      let text = "x" + String(scalar)
      let alone = text.reduce(0) { $0 + TextWidth.width($1) }
      #expect(TextWidth.of(text) == alone, "U+\(String(scalar.value, radix: 16))")
    }
  }

  @Test(arguments: [
    ("abc", 3, "abc"), ("abcd", 3, "ab…"), ("日本語", 4, "日…"), ("日本語", 5, "日本…"), ("ab", 1, "…"),
    ("ab", 0, ""), ("a", 1, "a"),
  ]) func cut(_ text: String, _ columns: Int, _ expected: String) {
    #expect(TextWidth.cut(text, columns) == expected)
  }

  @Test(arguments: [
    ("abc", 3, "abc"), ("abcd", 3, "…cd"), ("日本語", 4, "…語"), ("ab", 1, "…"), ("ab", 0, ""),
  ]) func tail(_ text: String, _ columns: Int, _ expected: String) {
    #expect(TextWidth.tail(text, columns) == expected)
  }

  @Test(arguments: [
    ("a\nb", "a␊b"), ("a\r\nb", "a␍␊b"), ("\u{1B}[31m", "␛[31m"), ("\u{7F}", "␡"), ("a\tb", "a␉b"),
    ("\u{85}\u{202E}x", "\u{FFFD}\u{FFFD}x"), ("åäö", "åäö"),
  ]) func visibleValue(_ text: String, _ expected: String) {
    #expect(TextWidth.visibleValue(text) == expected)
  }
}
