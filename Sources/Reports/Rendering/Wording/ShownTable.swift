internal import Labels

/// What readers see of a table: the columns that say something, and where its remarks belong.
struct ShownTable {
  let table: ReportTable
  /// The places of the columns that are shown; the first always is.
  let columns: [Int]

  /// A table's columns; those of drawings too where `isDrawn` says that there is something to draw.
  init(_ table: ReportTable, isDrawn: (Int) -> Bool = { _ in false }) {
    self.table = table
    columns = table.columns.indices.filter { column in
      if table.columns[column].drawing != nil { return isDrawn(column) }
      guard let aspect = table.columns[column].shows else { return false }
      return column == 0 || table.rows.contains { $0.cells[column].hasContent(aspect) }
    }
  }

  /// What of a column's cells is shown.
  func aspect(_ column: Int) -> Aspect { table.columns[column].shows ?? .value }

  /// The title, which says where the table is an example.
  var title: Label { table.isExample ? table.title.asExample : table.title }

  /// Whether it lists goals and how far each was reached.
  var listsGoals: Bool {
    columns.contains(where: isVerdict) && table.column("fulfilment_percent") != nil
  }

  /// Whether a column holds verdicts.
  func isVerdict(_ column: Int) -> Bool {
    table.columns[column].exports.contains { $0.id == "verdict" }
  }
}

/// The remarks of a table, each with the place that it is tied to; those tied to a place that is not
/// shown are about the whole table.
struct PlacedNotes {
  /// A place in a shown table.
  enum Place: Hashable {
    case column(Int)
    case cell(row: Int, column: Int)
  }

  /// Remarks about the whole table.
  private(set) var general: [Sentence] = []
  /// Remarks about a place, in the order of their numbers, from 1.
  private(set) var numbered: [Sentence] = []
  private var numbers: [Place: [Int]] = [:]

  init(_ shown: ShownTable) {
    let keys = shown.table.notes.contains { $0.anchor.isInRow } ? shown.rowsByKey : [:]
    for note in shown.table.notes {
      guard let place = shown.place(of: note.anchor, keys) else {
        general.append(note.text)
        continue
      }
      numbered.append(note.text)
      numbers[place, default: []].append(numbered.count)
    }
  }

  /// The numbers of the remarks about a place.
  func numbers(at place: Place) -> [Int] { numbers[place] ?? [] }
}

extension Footnote.Anchor {
  fileprivate var isInRow: Bool {
    switch self {
    case .row, .cell: true
    case .table, .column: false
    }
  }
}

extension ShownTable {
  fileprivate var rowsByKey: [String: Int] {
    Dictionary(
      table.rows.indices.map { (table.key(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
  }

  fileprivate func place(
    of anchor: Footnote.Anchor, _ rows: [String: Int]
  ) -> PlacedNotes.Place? {
    func column(_ id: String) -> Int? {
      columns.first { table.columns[$0].id == id }
    }
    switch anchor {
    case .table: return nil
    case .column(let id): return column(id).map { .column($0) }
    case .row(let key):
      guard let row = rows[key], let first = columns.first else { return nil }
      return .cell(row: row, column: first)
    case .cell(let key, let id):
      guard let row = rows[key], let column = column(id) else { return nil }
      return .cell(row: row, column: column)
    }
  }
}
