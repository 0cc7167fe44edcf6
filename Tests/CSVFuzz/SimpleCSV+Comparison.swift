import Diagnostics
import TableFiles
import Tables

extension CSVOptions {
  /// What the scan has to be told to find what the state machine finds: no header, and no columns
  /// but of text.
  static func texts(
    delimiter: UInt8, width: Int, encoding: CSVEncoding? = .utf8
  ) -> CSVOptions {
    let names = (1...max(1, width)).map { "column_\($0)" }
    return CSVOptions(
      delimiter: delimiter, encoding: encoding, hasHeader: false,
      types: Dictionary(uniqueKeysWithValues: names.map { ($0, .text) }))
  }
}

extension SimpleCSV.Result {
  /// The number of columns.
  var width: Int { if case .rows(let rows) = self { rows[0].count } else { 0 } }

  /// Whether the scan found the same.
  func agrees(with outcome: Outcome) -> Bool {
    switch (self, outcome) {
    case (.rows(let rows), .rows(let fields, let cells)):
      fields.allSatisfy { $0.type == .text } && rows.count == cells.count
        && zip(rows, cells).allSatisfy { fields, cells in
          fields.count == cells.count && zip(fields, cells).allSatisfy(Self.isSame)
        }
    case (.fault(let code, let line), .refused(let diagnostic)):
      diagnostic.code == code && diagnostic.location.line == line
    default: false
    }
  }

  /// By bytes: texts of other bytes can be equal as strings.
  private static func isSame(_ field: [UInt8]?, _ cell: Cell) -> Bool {
    switch (field, cell) {
    case (nil, .null): true
    case (let field?, .text(let text)): text.utf8.elementsEqual(field)
    default: false
    }
  }
}
