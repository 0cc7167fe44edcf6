import Query
import Testing

/// Columns of a terminal.
@Suite struct TextWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("åäö", 3), ("a\u{308}", 1), ("日本", 4), ("ｱ", 1), ("Ａ", 2), ("한국", 4),
    ("😀", 2), ("👨‍👩‍👧", 2), ("🇸🇪", 2), ("☃", 1), ("☃\u{FE0F}", 2), ("e\u{200B}f", 2), ("–", 1),
    ("\u{1112}\u{1161}\u{11AB}", 2),
  ]) func width(_ text: String, _ columns: Int) {
    #expect(TextWidth.of(text) == columns)
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
