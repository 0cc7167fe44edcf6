import Diagnostics
import Indicators
import Labels
import TableFiles
import Tables
import Testing
import TextLayout
import Workspace

@testable import Reports

/// Properties that every report of the shipped workspace has, in every year and language.
@Suite struct EveryReportTests {
  static let cases: [(Int, Language)] = Datasets.workspace.years.flatMap { year in
    Language.allCases.map { (year, $0) }
  }

  static func files(
    _ year: Int, _ language: Language, sources: Bool = false
  ) throws -> [ReportFile] {
    try ReportSet(Datasets.workspace, year: year).files([
      TextRenderer(language: language, showsSources: sources), CSVRenderer(language: language),
    ])
  }

  @Test("text fits 100 columns and has nothing that only a programmer reads", arguments: cases)
  func text(year: Int, language: Language) throws {
    for file in try Self.files(year, language, sources: true) where file.path.hasSuffix(".txt") {
      for line in file.text.split(separator: "\n") {
        #expect(TextWidth.of(line) <= 100, "\(file.path): \(line)")
      }
      for word in ["Optional(", "nil", "NaN", "Label(", "u-navet", "not_met", "\u{A0}"] {
        #expect(!file.text.contains(word), "\(file.path) holds \(word)")
      }
    }
  }

  @Test("every table reads back as the same rows, without a word of complaint", arguments: cases)
  func csv(year: Int, language: Language) throws {
    for file in try Self.files(year, language) where file.path.hasSuffix(".csv") {
      let read = CSVReader.read(
        bytes: Array(file.text.utf8), named: file.path, options: CSVOptions(hasHeader: true))
      #expect(read.diagnostics.filter { $0.severity == .error }.isEmpty, "\(file.path)")
      for name in read.table.schema.names {
        #expect(
          name.utf8.allSatisfy { ($0 >= 97 && $0 <= 122) || ($0 >= 48 && $0 <= 57) || $0 == 95 },
          "\(file.path): column \(name)")
      }
      #expect(Set(read.table.schema.names).count == read.table.schema.names.count)
    }
  }

  @Test("data files are the same in both languages but for labels", arguments: [2012, 2023])
  func languages(year: Int) throws {
    let swedish = try Self.files(year, .swedish)
    let english = try Self.files(year, .english)
    #expect(swedish.map(\.path) == english.map(\.path))
    for (a, b) in zip(swedish, english) where a.path.hasSuffix(".csv") {
      #expect(
        a.text.split(separator: "\n").first == b.text.split(separator: "\n").first,
        "\(a.path)")
    }
  }

  @Test("the Swedish Excel dialect: semicolons, decimal comma, byte order mark")
  func excel() throws {
    let tables = DirectorReport.document(Datasets.workspace, year: 2023).dataTables
    let goals = try #require(tables.last)
    let text = CSVRenderer(language: .swedish, dialect: .excelSwedish).render(goals)
    #expect(text.unicodeScalars.first == "\u{FEFF}")
    let read = CSVReader.read(bytes: Array(text.utf8))
    #expect(read.dialect.delimiter == UInt8(ascii: ";"))
    #expect(read.dialect.decimalComma)
    #expect(read.table.rowCount == goals.rows.count)
    // 77 of 79 audits is 97.4683544… per cent in either dialect.
    let row = try #require(
      read.table.rows.first { $0.text("Målets id") == "dso-2023-granskning-verksamheter" })
    let fulfilment = try #require(row.number("Uppfyllelse, %"))
    #expect(abs(fulfilment - 100 * 77.0 / 79) < 1e-6)
    #expect(text.contains(";ja;") && text.contains(";nej;"))
    #expect(!text.contains(";true;") && !text.contains(";false;"))
  }

  @Test(
    "a number has the digits that it is known by",
    arguments: [
      (3.4000000000000004, "3.4"), (0.1 + 0.2, "0.3"), (-4.800000000000001, "-4.8"), (12, "12"),
      (1.0 / 3, "0.333333333333333"), (1e300, "1e+300"), (2.5e-30, "2.5e-30"), (0, "0"),
    ] as [(Double, String)])
  func digits(value: Double, text: String) {
    let table = ReportTable(
      id: "t", title: Label(same: "t"), columns: [ReportColumn("f", Label(same: "f"))],
      rows: [ReportRow([.number(value)])])
    let line = CSVRenderer(language: .swedish).render(table).split(separator: "\n")[1]
    #expect(line.split(separator: ",")[0] == text)
  }

  @Test("every heading for Excel is words of the language, and none stands twice", arguments: cases)
  func headings(year: Int, language: Language) throws {
    let csv = CSVRenderer(language: language, dialect: .excelSwedish)
    let files = try ReportSet(Datasets.workspace, year: year).files([
      TextRenderer(language: language), csv,
    ])
    for file in files where file.path.hasSuffix(".csv") {
      let headings = CSVReader.read(bytes: Array(file.text.utf8)).table.schema.names
      #expect(Set(headings).count == headings.count, "\(file.path): \(headings)")
      #expect(headings.suffix(3).contains(language == .swedish ? "Dokument" : "Documents"))
      for heading in headings {
        let isWords = !heading.contains("_") && heading.first?.isLowercase != true
        #expect(isWords || heading == "p", "\(file.path): \(heading)")
      }
    }
  }

  @Test("ids stay the names of columns in plain CSV, in either language")
  func ids() throws {
    let goals = try #require(
      DirectorReport.document(Datasets.workspace, year: 2023).dataTables.last)
    for language in Language.allCases {
      let header = CSVRenderer(language: language).render(goals).prefix { $0 != "\n" }
      #expect(header.hasPrefix("unit,goal_id,goal_label,year,ends,kind,part_of,measure,"))
      #expect(header.hasSuffix(",documents,file,line"))
    }
  }

  @Test("the director's page shows every goal of the year, and where it comes from")
  func everyGoal() throws {
    for year in Datasets.workspace.years {
      let table = try #require(
        DirectorReport.document(Datasets.workspace, year: year).dataTables.last)
      let goals = Datasets.workspace.goals.filter { $0.year == year }
      #expect(table.rows.count == goals.count)
      #expect(table.rows.allSatisfy { !$0.documents.isEmpty && !$0.locations.isEmpty })
    }
  }
}
