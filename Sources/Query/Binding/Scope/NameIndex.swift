/// Columns by name: a file may have a hundred thousand of them, and a query name thousands.
final class NameIndex {
  private let columns: [VisibleColumn]
  private var lookups = 0
  private lazy var exact = Dictionary(grouping: columns.indices) { columns[$0].name }
  private lazy var folded = Dictionary(grouping: columns.indices) { columns[$0].name.lowercased() }

  /// So many names are looked for one by one, because most queries name few.
  private static let fewLookups = 16

  init(_ columns: [VisibleColumn]) {
    self.columns = columns
  }

  /// Where the columns of exactly that name stand.
  func places(named name: String) -> [Int] {
    lookups += 1
    if lookups > Self.fewLookups { return exact[name] ?? [] }
    return columns.indices.filter { columns[$0].name == name }
  }

  /// Where the columns stand whose names differ in case at most.
  func places(like name: String) -> [Int] {
    lookups += 1
    let name = name.lowercased()
    if lookups > Self.fewLookups { return folded[name] ?? [] }
    return columns.indices.filter { columns[$0].name.lowercased() == name }
  }

  /// The columns of exactly that name, or else those that differ in case.
  func columns(_ name: String) -> [VisibleColumn] { places(of: name).map { columns[$0] } }

  /// Where they stand.
  func places(of name: String) -> [Int] {
    let exact = places(named: name)
    return exact.isEmpty ? places(like: name) : exact
  }
}
