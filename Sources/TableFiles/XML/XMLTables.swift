package import Diagnostics

/// Tables that a program has written as XML, each row with an element a field:
/// `<document><answers><rows><row><code>A1</code>…`.
package struct XMLTables {
  /// The rows by the name of their table, each with its fields by name.
  package private(set) var tables: [String: [[String: String]]] = [:]
  /// The texts of elements that stand in a table without rows, by its name.
  package private(set) var lists: [String: [String]] = [:]

  /// A structure of this size would be no survey's.
  private static let largest = 64 << 20

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: The file to open.
  ///   - name: The file as messages name it.
  /// - Throws: A diagnostic if the file cannot be read, is no such XML, declares entities, or is too large.
  package init(reading path: String, named name: String) throws(Diagnostic) {
    let descriptor = try SystemCalls.open(path, named: name)
    defer { SystemCalls.close(descriptor) }
    let handler = Handler()
    // Counted as it is read: a pipe has no size that could be asked for.
    var size = 0
    try XMLStream.read(of: name, handler) { room, count throws(Diagnostic) in
      let got = try SystemCalls.read(descriptor, into: room, count, named: name)
      size += got
      guard size <= Self.largest else {
        throw CSVProblem.unreadable(.large(size, atMost: Self.largest)).diagnostic(at: name)
      }
      return got
    }
    (tables, lists) = (handler.tables, handler.lists)
  }

  private final class Handler: XMLHandler {
    var tables: [String: [[String: String]]] = [:]
    var lists: [String: [String]] = [:]
    /// The names of the elements that are open.
    private var path: [String] = []
    private var row: [String: String] = [:]
    private var bytes: [UInt8] = []

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
      path.append(String(cString: name.local))
      bytes = []
      if path.count == 4 { row = [:] }
    }

    override func text(_ bytes: Bytes) {
      self.bytes += bytes
    }

    override func end(_ name: XMLName) {
      let text = String(decoding: bytes, as: UTF8.self)
      bytes = []
      switch path.count {
      case 5 where path[2] == "rows": row[path[4]] = text
      case 4 where path[2] == "rows": tables[path[1], default: []].append(row)
      case 3: lists[path[1], default: []].append(text)
      default: break
      }
      path.removeLast()
    }
  }
}
