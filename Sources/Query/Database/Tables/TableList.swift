internal import Diagnostics
internal import Tables

/// A catalogue that can say where its tables come from.
package protocol DescribedCatalogue: Catalogue {
  /// Where the rows of a table come from, such as its file; `nil` when it is not known.
  func origin(of table: String) -> String?
}

/// SHOW TABLES: the tables of a catalogue.
enum TableList {
  static let columns = [
    QueryColumn("table", .text), QueryColumn("rows", .integer), QueryColumn("from", .text),
  ]

  /// A row a table. Rows are counted only where that costs nothing; a table that cannot be read is
  /// listed all the same, since the query that names it will say why.
  static func rows(_ catalogue: any Catalogue) -> [[Cell]] {
    let described = catalogue as? any DescribedCatalogue
    return catalogue.tableNames.map { name in
      let source = try? catalogue.source(named: name)
      return [
        .text(name), source?.rowCount.map { .integer(Int64($0)) } ?? .null,
        described?.origin(of: name).map { .text($0) } ?? .null,
      ]
    }
  }
}
