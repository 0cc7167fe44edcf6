import Diagnostics
import Testing

@Suite("Diagnostics")
struct DiagnosticTests {
  static let full = Diagnostic(
    .error, "csv-type", at: SourceLocation(file: "svar.csv", line: 42, column: 17),
    "column 'betyg' holds a value that is not a number",
    because: "The type comes from the other rows.",
    fixes: ["one", "two", "three", "four"], value: "hemligt")

  @Test("All parts, in order; the value only on request")
  func formatted() {
    let text = """
      svar.csv:42:17: error[csv-type]: column 'betyg' holds a value that is not a number
        The type comes from the other rows.
        fix: one
        fix: two
        fix: three
      """
    #expect(Self.full.formatted() == text)
    #expect(Self.full.description == text)
    #expect(Self.full.formatted(showingValue: true) == text + "\n  value: 'hemligt'")
  }

  @Test("Only what is known")
  func short() {
    let note = Diagnostic(.note, "csv-no-header", at: SourceLocation(file: "svar.csv"), "numbered")
    #expect(note.formatted(showingValue: true) == "svar.csv: note[csv-no-header]: numbered")
  }

  @Test("Places")
  func places() {
    #expect(SourceLocation(file: "a", line: 3).description == "a:3")
    #expect(SourceLocation(file: "a", column: 3).description == "a")
    #expect(SourceLocation(file: "a", line: 3, column: 4).description == "a:3:4")
  }
}
