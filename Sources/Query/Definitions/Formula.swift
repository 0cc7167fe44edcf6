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
    self.text = text
    let start = Self.prefix.utf8.count
    do {
      places = try LargeStack.run {
        let parsed = try Parser.parse(Self.prefix + text + Self.suffix)
        guard let statement = parsed.statement else { return [] }
        let tokens = Tokens(Array(text.utf8))
        return Self.columns(in: statement).compactMap { name, byte in
          let range = tokens.all.first { $0.range.lowerBound == byte - start }?.range
          return range.map { Place(name: name, bytes: $0) }
        }
      }
    } catch let error as QueryError {
      var error = error
      error.position = error.position.map { min(max(1, $0 - start), text.unicodeScalars.count + 1) }
      throw error
    } catch {
      throw QueryError("the expression cannot be read")
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

  // A line end after the expression, so that a comment at its end is over.
  private static let prefix = "SELECT ("
  private static let suffix = "\n)"

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
