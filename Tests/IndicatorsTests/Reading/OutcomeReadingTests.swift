import Diagnostics
import Labels
import Testing

@testable import Indicators

@Suite struct OutcomeReadingTests {
  static let vocabulary = IndicatorVocabulary(measurementUnits: IndicatorFixture.units)

  private func read(_ text: String) -> (outcomes: [Outcome], diagnostics: [Diagnostic]) {
    Outcome.read(
      indicatorTable(text, file: "outcomes.csv"), unit: "enhet", vocabulary: Self.vocabulary)
  }

  @Test("a full row")
  func fullRow() throws {
    let (outcomes, diagnostics) = read(
      """
      id,target_id,year,period,label_sv,label_en,value,value_unit,of_total,qualifier,stated_status,read_status,role,indicator,document,line,note_sv,note_en
      u-granskning,granskning,2023,2023-06/2023-12,Granskade,Reviewed,77,granskningar,79,alla,uppnatt,lopande,answer,g,D4,2107,anm,remark
      """)
    #expect(diagnostics.isEmpty)
    #expect(
      outcomes == [
        Outcome(
          id: "u-granskning", goal: "granskning", unit: "enhet", year: 2023,
          period: "2023-06/2023-12", label: Label("Granskade", "Reviewed"), statedValue: 77,
          measurementUnit: IndicatorFixture.units["granskningar"], statedTotal: 79,
          qualifiers: [.all], statedStatus: .achieved, readStatus: .continuous, role: .answer,
          indicator: "g", note: Label("anm", "remark"),
          source: DocumentReference(document: "D4", line: 2107),
          location: SourceLocation(file: "outcomes.csv", line: 2), computed: nil)
      ])
  }

  @Test("what a short row means")
  func shortRows() {
    let (outcomes, diagnostics) = read(
      "id,year,label_en,target_id,role,label_sv\na,2023,Visits,m,,\nb,2023,,,,Besök\nc,2023,,m,context,"
    )
    #expect(diagnostics.isEmpty)
    #expect(outcomes.map(\.role) == [.answer, .figure, .context])
    #expect(outcomes.map(\.period) == ["2023", "2023", "2023"])
    #expect(
      outcomes.map(\.label) == [Label(same: "Visits"), Label(same: "Besök"), Label(same: "")])
    #expect(outcomes.map(\.statedValue) == [nil, nil, nil])
    #expect(outcomes[0].source == DocumentReference(document: "", line: nil))
  }

  /// One wordy cell makes the whole column text; thousands stand apart in Swedish.
  @Test("numbers in a column of text")
  func numbers() {
    let (outcomes, diagnostics) = read(
      "id,year,label_sv,value\na,2023,x,12 000\nb,2023,x,12\u{A0}000\nc,2023,x,12\u{202F}000.5\nd,2023,x,-3\ne,2023,x,flera\nf,2023,x,nan\ng,2023,x,1e999\nh,2023,x,"
    )
    #expect(
      outcomes.map(\.statedValue) == [12_000, 12_000, 12_000.5, -3, nil, nil, nil, nil])
    #expect(diagnostics.map(\.location.line) == [6, 7, 8])
    #expect(diagnostics.map(\.value) == ["flera", "nan", "1e999"])
    #expect(
      diagnostics[0].formatted() == """
        outcomes.csv:6: error[number]: column 'value' holds a value that is not a number
          fix: move the words to the column note_sv and leave the cell empty
        """)
  }

  @Test(
    "qualifiers between semicolons, with any blanks",
    arguments: ["alla; ca", "alla;ca", " alla ; ca "])
  func qualifiers(text: String) {
    let (outcomes, diagnostics) = read("id,year,label_sv,qualifier\na,2023,x,\(text)")
    #expect(diagnostics.isEmpty)
    #expect(outcomes[0].qualifiers == [.all, .about])
  }

  @Test("years", arguments: ["", "2O23", "1899", "2201", "20.5"])
  func years(text: String) {
    let (outcomes, diagnostics) = read("id,year,label_sv\na,\(text),x\nb,2023,x")
    #expect(outcomes.last?.id == "b" || text == "2O23")
    #expect(
      diagnostics.first?.formatted() == """
        outcomes.csv:2: error[year]: the row has no usable year
          years run from 1900 to 2200
          fix: write the year with four digits
        """)
  }

  @Test(
    "unknown words, with the closest one",
    arguments: [
      ("qualifier", "cirkaa", "cirka", Qualifier.allCases.map(\.rawValue)),
      ("stated_status", "genomfrot", "genomfort", StatedStatus.allCases.map(\.rawValue)),
      ("read_status", "pagår", "pagar", StatedStatus.allCases.map(\.rawValue)),
      ("role", "anwser", "answer", Outcome.Role.allCases.map(\.rawValue)),
      ("role", "huvudsak", nil, Outcome.Role.allCases.map(\.rawValue)),
    ] as [(String, String, String?, [String])])
  func unknownWords(column: String, word: String, closest: String?, known: [String]) {
    let (outcomes, diagnostics) = read("id,year,label_sv,\(column)\na,2023,x,\(word)")
    #expect(outcomes.count == 1)
    var expected = """
      outcomes.csv:2: error[\(column)-unknown]: '\(word)' is not a known \(column)
        known: \(known.joined(separator: ", "))
      """
    if let closest { expected += "\n  fix: did you mean '\(closest)'?" }
    #expect(diagnostics.map { $0.formatted() } == [expected])
  }

  @Test("an unknown unit of measure")
  func unknownUnit() {
    let (outcomes, diagnostics) = read("id,year,label_sv,value,value_unit\na,2023,x,5,mötten")
    #expect(outcomes[0].measurementUnit == nil)
    #expect(
      diagnostics.map { $0.formatted() } == [
        """
        outcomes.csv:2: error[unit-unknown]: unit of measure 'mötten' is not known
          measurement-units.csv does not list it
          fix: did you mean 'möten'?
          fix: add a row to measurement-units.csv
        """
      ])
  }

  @Test("missing columns name the closest one")
  func missingColumns() {
    let (outcomes, diagnostics) = read("id,yaer,label\na,2023,x")
    #expect(outcomes.isEmpty)
    #expect(
      diagnostics.map { $0.formatted() } == [
        """
        outcomes.csv:1: error[column-missing]: column 'year' is missing
          the columns are id, yaer, label
          fix: rename 'yaer' to 'year'
        """,
        """
        outcomes.csv:1: error[column-missing]: column 'label_sv' is missing
          the columns are id, yaer, label
        """,
        """
        outcomes.csv:2: error[year]: the row has no usable year
          years run from 1900 to 2200
          fix: write the year with four digits
        """,
      ])
  }
}
