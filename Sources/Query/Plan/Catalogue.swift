package import Tables

/// The tables that a query can name.
package protocol Catalogue: Sendable {
  /// A table by its name, or a file by its path; `nil` when there is none.
  ///
  /// - Throws: ``QueryError`` for a file that is there but cannot be read.
  func source(named name: String) throws -> (any ChunkSource)?
  /// Names for suggestions and SHOW TABLES, in order.
  var tableNames: [String] { get }
}
