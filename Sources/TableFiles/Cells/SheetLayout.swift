internal import Tables

/// Which rows at the head of a sheet are titles, which hold the names of the columns, and which are
/// data.
struct SheetLayout {
  /// The rows above the names.
  private(set) var titles = 0
  /// The first row of data among those of the head.
  private(set) var firstRow = 0
  private(set) var hasNames = false
  /// The names by column.
  private(set) var names: [Int: String] = [:]
  /// Where the names stand.
  private var nameLine = 1

  /// Blocks of cells do not overlap in a sheet that a program wrote.
  private static let mostGroups = 1000

  /// - Parameters:
  ///   - head: The first rows with values.
  ///   - merged: The cells that are merged.
  ///   - declared: Names that the caller knows.
  init(
    _ head: [SheetRows.HeadRow], _ merged: [CellBlock], declared: Set<String>
  ) {
    guard let widest = head.map(\.width).max() else { return }
    // A title fills one cell, or one block of merged cells, above rows that fill more.
    if widest > 1 {
      while titles < head.count - 1, head[titles].width == 1 { titles += 1 }
    }
    let top = head[titles]
    hasNames =
      top.cells.contains { declared.contains($0.value.written ?? "") }
      || Self.isNames(top, below: Array(head[(titles + 1)...]))
    guard hasNames else {
      // What seemed a title may be a value.
      titles = 0
      return
    }
    nameLine = top.line
    names = Dictionary(
      top.cells.map { ($0.column, Self.name($0.value)) }, uniquingKeysWith: { _, last in last })
    firstRow = titles + 1
    join(head, merged)
    names = names.filter { !$0.value.isEmpty }
  }

  /// A second row of names below groups of columns: the cells of a group are merged.
  private mutating func join(_ head: [SheetRows.HeadRow], _ merged: [CellBlock]) {
    let groups = merged.filter {
      $0.first.row == nameLine && $0.last.row == nameLine && $0.last.column > $0.first.column
    }
    let next = firstRow
    guard !groups.isEmpty, groups.count <= Self.mostGroups, next < head.count,
      head[next].line == nameLine + 1
    else { return }
    let values = head[next].values
    let areNames = groups.allSatisfy { group in
      let below = (group.first.column...group.last.column).compactMap { values[$0] }
      return !below.isEmpty && below.allSatisfy { if case .text = $0 { true } else { false } }
    }
    guard areNames else { return }
    for group in groups {
      guard let above = names[group.first.column] else { continue }
      for column in group.first.column...group.last.column { names[column] = above }
    }
    for (column, value) in head[next].cells {
      let below = Self.name(value)
      names[column] = names[column].map { "\($0) \(below)" } ?? below
    }
    firstRow = next + 1
  }

  /// Whether a row names the columns: it holds texts, and values only where those below differ in kind.
  private static func isNames(
    _ row: SheetRows.HeadRow, below: [SheetRows.HeadRow]
  ) -> Bool {
    let texts = row.cells.filter { if case .text = $0.value { true } else { false } }
    if texts.count == row.cells.count { return true }
    // Years, months and other values name columns too, beside a text, where what stands below is of
    // another kind.
    if texts.isEmpty { return false }
    let rows = below.map(\.values)
    return row.cells.allSatisfy { cell in
      if case .text = cell.value { return true }
      let values = rows.compactMap { $0[cell.column] }
      switch cell.value {
      case .integer(let year) where (1900...2100).contains(year):
        return !values.allSatisfy {
          if case .integer(let value) = $0 { (1900...2100).contains(value) } else { false }
        } || values.isEmpty
      case .date, .timestamp:
        return !values.isEmpty
          && values.allSatisfy {
            switch $0 {
            case .date, .timestamp: false
            default: true
            }
          }
      default: return false
      }
    }
  }

  private static func name(_ cell: Cell) -> String {
    guard case .text(let text) = cell else { return cell.written ?? "" }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The names of some columns, each of them once.
  func unique(
    _ columns: [Int], _ problems: inout FormatProblems
  ) -> [(position: Int, name: String)] {
    guard hasNames else {
      return zip(columns, HeaderNames.numbered(columns.count)).map { ($0, $1) }
    }
    var taken = Set(names.values)
    var used: Set<String> = []
    var numbers: [String: Int] = [:]
    return columns.map { column in
      let original = names[column]
      var name = original ?? "column_\(column + 1)"
      if original == nil ? taken.contains(name) : used.contains(name) {
        name = HeaderNames.next(name, taken, &numbers)
      }
      let place = CellPlace(row: nameLine, column: column)
      if original == nil {
        problems.add(.emptyName(newName: name), at: place)
      } else if let original, original != name {
        problems.add(.duplicateName(original, newName: name), at: place)
      }
      taken.insert(name)
      used.insert(name)
      return (column, name)
    }
  }
}

extension SheetRows.HeadRow {
  /// How many cells hold a value.
  fileprivate var width: Int { Set(cells.map(\.column)).count }
}
