package import TableFiles
package import Tables

/// The tables that a query can name.
package protocol Catalogue: Sendable {
  /// A table by its name, or a file by its path; `nil` when there is none.
  ///
  /// - Throws: ``QueryError`` for a file that is there but cannot be read.
  func source(named name: String) throws -> (any ChunkSource)?
  /// A file of which the query says how it is written.
  ///
  /// - Throws: ``QueryError`` where files cannot be read, which is so unless a catalogue says otherwise.
  func source(ofFile path: String, written text: TextOptions) throws -> any ChunkSource
  /// Names for suggestions and SHOW TABLES, in order.
  var tableNames: [String] { get }
}

extension Catalogue {
  package func source(ofFile path: String, written text: TextOptions) throws -> any ChunkSource {
    throw QueryError(
      "read_csv is not supported here", hint: "name the file alone, as in FROM \"\(path)\"")
  }
}
