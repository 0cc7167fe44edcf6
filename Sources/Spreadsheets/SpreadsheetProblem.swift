package import Diagnostics
package import Labels

/// Why a workbook was not written.
package enum SpreadsheetProblem: Error, Hashable {
  /// libxlsxwriter is not installed.
  case noLibrary
  /// There is no room for what is being written.
  case noTemporaryFile
  case noMemory
  /// A table has more columns than a sheet.
  case tooManyColumns(Int)
  /// A table has more rows than a sheet.
  case tooManyRows(Int)
  /// The library says no.
  case refused(String)

  /// What is wrong, as a sentence without a full stop.
  package var label: Label {
    switch self {
    case .noLibrary:
      Label(
        "en Excelfil kan inte skrivas, eftersom biblioteket libxlsxwriter saknas",
        "an Excel file cannot be written, because the library libxlsxwriter is missing")
    case .noTemporaryFile:
      Label(
        "Excelfilen får inte plats bland de tillfälliga filerna",
        "there is no room for the Excel file among the temporary files")
    case .noMemory:
      Label("minnet räcker inte för Excelfilen", "there is not enough memory for the Excel file")
    case .tooManyColumns(let count):
      Label(
        "tabellen har \(count) kolumner, och ett blad i Excel högst \(Sheet.columnLimit)",
        "the table has \(count) columns, and a sheet of Excel at most \(Sheet.columnLimit)")
    case .tooManyRows(let count):
      Label(
        "tabellen har \(count) rader, och ett blad i Excel högst \(Sheet.rowLimit)",
        "the table has \(count) rows, and a sheet of Excel at most \(Sheet.rowLimit)")
    case .refused(let reason):
      Label("Excelfilen kan inte skrivas: \(reason)", "the Excel file cannot be written: \(reason)")
    }
  }

  /// Ways out, with text that can be pasted.
  package var fixes: [Label] {
    switch self {
    case .noLibrary:
      [
        Label(
          "installera det   apt-get install libxlsxwriter-dev (Debian), dnf install libxlsxwriter "
            + "(Fedora), brew install libxlsxwriter (macOS)",
          "install it   apt-get install libxlsxwriter-dev (Debian), dnf install libxlsxwriter "
            + "(Fedora), brew install libxlsxwriter (macOS)"),
        Label(
          "skriv CSV som Excel öppnar   --format csv --csv-dialect excel-sv",
          "write CSV that Excel opens   --format csv --csv-dialect excel-sv"),
      ]
    case .noTemporaryFile:
      [
        Label(
          "nämn en mapp där det finns plats   TMPDIR=/mappen",
          "name a folder with room   TMPDIR=/folder")
      ]
    case .tooManyColumns:
      [Label("välj färre kolumner, eller skriv CSV", "choose fewer columns, or write CSV")]
    case .noMemory, .tooManyRows, .refused: [Label("skriv CSV", "write CSV")]
    }
  }

  /// The problem of a file, in a language.
  package func diagnostic(at location: SourceLocation, _ language: Language) -> Diagnostic {
    Diagnostic(.error, "xlsx", at: location, label[language], fixes: fixes.map { $0[language] })
  }
}
