package import Tables

/// An expression of a definition file: what SELECT takes, read once and known by the names it uses.
package struct Formula: Hashable, Sendable {
  /// The expression as written.
  package let text: String
  /// Every name that it uses as a column, in order; a name may stand several times.
  package var names: [String] { places.map(\.name) }

  /// Where a name stands, in bytes of ``text``.
  private struct Place: Hashable {
    var name: String
    var bytes: Range<Int>
  }

  private let places: [Place]

  /// Reads an expression in the syntax of SQL.
  ///
  /// - Throws: what the parser refuses, with the place in the expression.
  package init(parsing text: String) throws(QueryError) {
    let start = Self.select.utf8.count + 1
    do {
      self = try LargeStack.run {
        let parsed = try Parser.parse(Self.select + Self.inBrackets(text))
        let columns = parsed.statement.map(Self.columns) ?? []
        return Formula(text, columns, from: start)
      }
    } catch let error as QueryError {
      var error = error
      error.position = error.position.map { min(max(1, $0 - start), text.unicodeScalars.count + 1) }
      throw error
    } catch {
      throw QueryError("the expression cannot be read")
    }
  }

  /// Reads several expressions with one call of the parser.
  ///
  /// - Returns: The formulas by their texts; none if anything is wrong with one of them, which
  ///   ``init(parsing:)`` tells.
  package static func parsing(_ texts: [String]) -> [String: Formula] {
    var sql = select
    var starts: [Int] = []
    for text in texts {
      if !starts.isEmpty { sql += ", " }
      starts.append(sql.utf8.count)
      sql += inBrackets(text)
    }
    let formulas = try? LargeStack.run {
      guard let statement = try Parser.parse(sql).statement,
        // Otherwise the brackets of one belong to another.
        statement.list("targetList").map(\.byte) == starts
      else { return [Formula]() }
      let columns = Self.columns(in: statement)
      return zip(texts, starts).map { Formula($0, columns, from: $1 + 1) }
    }
    return Dictionary(
      (formulas ?? []).map { ($0.text, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A part of a statement whose column references and their bytes are known; it starts at `start`.
  private init(_ text: String, _ columns: [(name: String, byte: Int)], from start: Int) {
    self.text = text
    let tokens = Tokens(Array(text.utf8))
    places = columns.compactMap { name, byte in
      let range = tokens.all.first { $0.range.lowerBound == byte - start }?.range
      return range.map { Place(name: name, bytes: $0) }
    }
  }

  /// The expression with values written in the places of some names.
  package func text(with constants: [String: Double]) -> String {
    var bytes = Array(text.utf8)
    for place in places.sorted(by: { $0.bytes.lowerBound > $1.bytes.lowerBound }) {
      guard let value = constants[place.name] else { continue }
      // In brackets, so that a sign belongs to the number; with a cast, so that it is no whole one.
      bytes.replaceSubrange(place.bytes, with: "(CAST('\(value)' AS float8))".utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The value of an expression without columns, given the values of its names.
  package func value(_ constants: [String: Double] = [:]) throws(QueryError) -> Cell {
    let rows = try RowQuery.rows("SELECT " + text(with: constants), tables: [:])
    return rows.first?.first ?? .null
  }

  private static let select = "SELECT "

  /// An expression as a part of a statement, with a line end, so that a comment at its end is over.
  static func inBrackets(_ text: String) -> String { "(\(text)\n)" }

  /// The column references of a tree and their bytes, in order of the text.
  private static func columns(in node: SyntaxNode) -> [(name: String, byte: Int)] {
    var found: [(name: String, byte: Int)] = []
    var waiting = [node]
    while let node = waiting.popLast() {
      if node.kind == "ColumnRef", let byte = node.byte {
        let parts = node.list("fields").compactMap { $0.text("sval") }
        if parts.count == 1 { found.append((parts[0], byte)) }
      }
      waiting += node.children
    }
    return found.sorted { $0.byte < $1.byte }
  }
}
