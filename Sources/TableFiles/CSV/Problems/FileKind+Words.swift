extension FileKind {
  /// What the file is, and how it becomes one that can be read.
  var words: CSVProblem.Words {
    let save = "open it in a spreadsheet program and save it as CSV UTF-8"
    let export = "export the data as CSV"
    switch self {
    case .gzip:
      return CSVProblem.Words(
        "the file is packed by gzip inside another packed file", fix: "unpack it with gunzip")
    case .zstandard:
      return CSVProblem.Words(
        "the file is packed by Zstandard inside another packed file", fix: "unpack it with unzstd")
    case .excelWorkbook:
      return CSVProblem.Words("the file is an Excel workbook (.xlsx), not CSV", fix: save)
    case .oldExcelWorkbook:
      return CSVProblem.Words(
        "the file is an old Excel workbook (.xls) or another Office document, not CSV", fix: save)
    case .openDocumentSheet:
      return CSVProblem.Words("the file is an OpenDocument sheet (.ods), not CSV", fix: save)
    case .zip:
      return CSVProblem.Words(
        "the file is a zip archive, not CSV", fix: "unpack it and name the CSV file in it")
    case .pdf: return CSVProblem.Words("the file is a PDF document, not CSV", fix: export)
    case .html:
      return CSVProblem.Words(
        "the file is a web page (HTML), not CSV",
        because:
          "Some systems call such a page .xls or .csv; a page to log in looks like this too.",
        fix: save, "download the data again")
    case .xml: return CSVProblem.Words("the file is XML, not CSV", fix: save)
    case .parquet: return CSVProblem.Words("the file is Parquet, not CSV", fix: export)
    case .zeros:
      return CSVProblem.Words(
        "the file holds NUL bytes where a table begins",
        because: "So does a file whose contents were lost, as when a disk was full.",
        fix: "export the data again")
    case .sqlite: return CSVProblem.Words("the file is an SQLite database, not CSV", fix: export)
    }
  }
}
