internal import Query
internal import Synchronization
internal import Tables

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What a word of the shell may become: words of SQL, functions, tables, columns of the tables
/// that have been used, files.
final class Completion: Sendable {
  private let catalogue: any Catalogue
  private let columns = Mutex<Set<String>>([])

  init(_ catalogue: any Catalogue) {
    self.catalogue = catalogue
  }

  /// Remembers columns that were seen in a result or a table.
  func learn(_ names: [String]) {
    columns.withLock { $0.formUnion(names) }
  }

  /// The words that begin as the typed one, in order.
  func matches(_ typed: String) -> [String] {
    if typed.hasPrefix(".") && !typed.contains("/") {
      return MetaCommand.names.filter { $0.hasPrefix(typed) }
    }
    if let mark = typed.first, mark == "\"" || mark == "'" {
      return quotedMatches(String(typed.dropFirst()), mark: String(mark))
    }
    if typed.contains("/") { return files(typed) }
    guard !typed.isEmpty else { return [] }
    let lowered = typed.lowercased()
    let isUpper = typed.contains(where: \.isUppercase)
    var found: Set<String> = []
    for word in Self.keywords where word.hasPrefix(lowered) {
      found.insert(isUpper ? word.uppercased() : word)
    }
    for name in Self.functions + catalogue.tableNames + columns.withLock({ Array($0) })
    where name.lowercased().hasPrefix(lowered) {
      found.insert(Self.needsQuotes(name) ? "\"\(name)\"" : name)
    }
    return found.sorted()
  }

  /// A quoted word is a file, a table or a column.
  private func quotedMatches(_ typed: String, mark: String) -> [String] {
    let names = (catalogue.tableNames + columns.withLock { Array($0) })
      .filter { $0.lowercased().hasPrefix(typed.lowercased()) }
    // A folder stays open for what is in it.
    let paths = files(typed).map { $0.hasSuffix("/") ? mark + $0 : mark + $0 + mark }
    return Set(names.map { mark + $0 + mark } + paths).sorted()
  }

  /// Files and folders whose paths begin as typed; folders end in a slash.
  private func files(_ typed: String) -> [String] {
    let slash = typed.lastIndex(of: "/")
    let folder = slash.map { String(typed[...$0]) } ?? ""
    let start = slash.map { String(typed[typed.index(after: $0)...]) } ?? typed
    let place = folder.isEmpty ? "." : folder
    return DataFiles.folders(in: place).filter { $0.hasPrefix(start) }.map { folder + $0 + "/" }
      + DataFiles.names(in: place).filter { $0.hasPrefix(start) }.map { folder + $0 }
  }

  /// Whether a name is no plain word of SQL.
  static func needsQuotes(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first else { return true }
    let isPlain = name.unicodeScalars.allSatisfy {
      ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "_" || $0.value > 0x7F
    }
    return !isPlain || ("0"..."9").contains(first)
  }

  private static let functions =
    Set(
      (ScalarCatalogue.signatures.map(\.name) + AggregateCatalogue.signatures.map(\.name))
        .filter { $0.first?.isLowercase ?? false }
    ).sorted()

  private static let keywords = [
    "all", "analyze", "and", "any", "as", "asc", "between", "by", "case", "cast", "cross",
    "current", "current_date", "date", "desc", "describe", "distinct", "else", "end", "except",
    "exists", "explain", "false", "filter", "first", "following", "from", "full", "group",
    "grouping", "having", "ilike", "in", "inner", "intersect", "interval", "is", "join", "last",
    "lateral", "left", "like", "limit", "not", "null", "nulls", "offset", "on", "or", "order",
    "outer", "over", "partition", "preceding", "range", "recursive", "right", "rollup", "rows",
    "select", "sets", "show", "summarize", "tables", "then", "timestamp", "true", "unbounded",
    "union", "using", "values", "when", "where", "window", "with", "within",
  ]
}
