public import Diagnostics
public import Labels

/// A row of a report's table and where its figures come from.
public struct ReportRow: Hashable, Sendable {
  /// A cell for each column.
  public var cells: [ReportCell]
  /// Where the documents state it.
  public var documents: [DocumentReference]
  /// Where the workspace states it.
  public var locations: [SourceLocation]
  /// The dimension that it sums up; `nil` for a row among others.
  public var totalOf: Dimension?
  /// How deep it stands: a part of the row above that is less deep.
  public var depth: Int

  /// A row.
  public init(
    _ cells: [ReportCell], documents: [DocumentReference] = [],
    locations: [SourceLocation] = [], totalOf: Dimension? = nil, depth: Int = 0
  ) {
    self.cells = cells
    self.documents = documents
    self.locations = locations
    self.totalOf = totalOf
    self.depth = depth
  }
}

/// A table of a report. Data files show every row with the columns made for them.
public struct ReportTable: Hashable, Sendable {
  /// The name of its data file: ASCII.
  public var id: String
  /// The title.
  public var title: Label
  /// The columns.
  public var columns: [ReportColumn]
  /// The rows.
  public var rows: [ReportRow]
  /// Remarks below it.
  public var notes: [Footnote]
  /// Who sees it: a table for readers may be written together with others in one data file.
  public var audience = ReportColumn.Audience.everyone
  /// What all of it is about: its unit, year, wave.
  public var context: [TableContext] = []
  /// Whether its figures are made up, to show what they would look like.
  public var isExample = false

  /// A table; every row has a cell for each column.
  public init(
    id: String, title: Label, columns: [ReportColumn], rows: [ReportRow], notes: [Footnote] = [],
    context: [TableContext] = []
  ) {
    self.id = id
    self.title = title
    self.columns = columns
    self.rows = rows
    self.notes = notes
    self.context = context
    precondition(rows.allSatisfy { $0.cells.count == columns.count }, "ragged table \(id)")
  }
}

/// What a whole table is about.
public struct TableContext: Hashable, Sendable {
  /// The dimension.
  public var dimension: Dimension
  /// Its member.
  public var member: Member

  /// A part of a table's context.
  public init(_ dimension: Dimension, _ member: Member) {
    self.dimension = dimension
    self.member = member
  }
}

/// A remark and what it qualifies.
public struct Footnote: Hashable, Sendable {
  /// What a remark is about.
  public enum Anchor: Hashable, Sendable {
    /// The whole table.
    case table
    /// A column, by its id.
    case column(String)
    /// A row, by its key.
    case row(String)
    /// One cell.
    case cell(row: String, column: String)
  }

  /// What it says.
  public var text: Sentence
  /// What it is about.
  public var anchor: Anchor

  /// A remark.
  public init(_ text: Sentence, on anchor: Anchor = .table) {
    self.text = text
    self.anchor = anchor
  }

  /// A remark without figures.
  public init(_ swedish: Phrase, _ english: Phrase, on anchor: Anchor = .table) {
    self.init(Sentence(swedish, english), on: anchor)
  }

  /// A remark without figures.
  public init(_ label: Label, on anchor: Anchor = .table) {
    self.init(Sentence(label), on: anchor)
  }
}

/// A cell of a report by names: it stays the same when rows or columns are added.
public struct CellReference: Hashable, Sendable {
  /// The table.
  public var table: String
  /// The key of the row: see ``ReportTable/key(of:)``.
  public var row: String
  /// The column.
  public var column: String

  /// A place in a report.
  public init(table: String, row: String, column: String) {
    self.table = table
    self.row = row
    self.column = column
  }
}

extension ReportTable {
  /// The key of a row: the ids of its members in the order of the columns, such as `q1/all`; the number
  /// of the row where no column says which it is.
  public func key(of row: Int) -> String {
    let ids = columns.indices.compactMap { column -> String? in
      guard columns[column].dimension != nil else { return nil }
      switch rows[row].cells[column] {
      case .member(let members): return members.map { $0.id ?? "" }.joined(separator: "+")
      case .code(let code): return code
      case .fact(let fact): return fact.data(.value)?.text ?? ""
      case .none, .words: return ""
      }
    }
    return ids.isEmpty ? String(row + 1) : ids.joined(separator: "/")
  }

  /// The place of a column; `nil` where the table has none of the name.
  public func column(_ id: String) -> Int? { columns.firstIndex { $0.id == id } }

  /// The cell of a row and a column by their names.
  public subscript(row key: String, column id: String) -> ReportCell? {
    guard let column = column(id), let row = rows.indices.first(where: { self.key(of: $0) == key })
    else { return nil }
    return rows[row].cells[column]
  }

  /// The fact of a cell, for a sentence: it knows the cell that it repeats.
  func fact(row key: String, column id: String) -> Fact? {
    rows.indices.first { self.key(of: $0) == key }.flatMap { fact(at: $0, column: id) }
  }

  /// How many rows hold a cell that is asked for, for a sentence: the count knows its cells.
  func count(column id: String, where isCounted: (ReportCell) -> Bool) -> Fact {
    count(column: id, in: rows.indices.filter { rows[$0].totalOf == nil }, where: isCounted)
  }
}
