import Testing

@testable import Notebooks

struct DifferenceTests {
  /// As `diff -u` of GNU diffutils 3.8 gives it, but for the names.
  @Test func `Only line ends end lines`() {
    let difference = UnifiedDifference(
      from: Array("a\u{2028}b\nc\n".utf8), to: Array("a\u{2028}d\nc\n".utf8), named: "b.md")
    #expect(
      difference.text == """
        --- b.md
        +++ b.md (fresh)
        @@ -1,2 +1,2 @@
        -a\u{2028}b
        +a\u{2028}d
         c

        """)
  }

  @Test func `The difference reads as that of diff`() {
    let old = (1...12).map { "line \($0)" }.joined(separator: "\n") + "\n"
    let new = old.replacing("line 2\n", with: "line two\n").replacing("line 11\n", with: "")
    let difference = UnifiedDifference(from: Array(old.utf8), to: Array(new.utf8), named: "b.md")
    // As `diff -u` of GNU diffutils 3.8 gives it, but for the names.
    #expect(
      difference.text == """
        --- b.md
        +++ b.md (fresh)
        @@ -1,5 +1,5 @@
         line 1
        -line 2
        +line two
         line 3
         line 4
         line 5
        @@ -8,5 +8,4 @@
         line 8
         line 9
         line 10
        -line 11
         line 12

        """)
    #expect(UnifiedDifference(from: [1], to: [1], named: "b").text.isEmpty)
  }
}
