internal import Foundation

/// The code of an article of a documentation catalogue, which must stand in a test to be known to compile and
/// to give what the article says.
package struct ArticleCode {
  /// The whole article.
  package let text: String
  /// The blocks that are marked as Swift, each as its lines.
  package let blocks: [[String]]

  /// Reads an article.
  ///
  /// - Parameters:
  ///   - path: The article, from the root of the repository.
  ///   - file: A file two folders below `Tests`.
  /// - Throws: An error of the system where the article cannot be read.
  package init(_ path: String, for file: String = #filePath) throws {
    var root = URL(filePath: file)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
    var blocks: [[String]] = []
    var isCode = false
    for line in Self.lines(text) {
      if line == "```swift" {
        isCode = true
        blocks.append([])
      } else if line == "```" {
        isCode = false
      } else if isCode {
        blocks[blocks.count - 1].append(line)
      }
    }
    self.blocks = blocks
  }

  /// The blocks that do not stand in a file, line for line but for the indent.
  package func missing(from file: String = #filePath) throws -> [String] {
    let source = Self.lines(try String(contentsOf: URL(filePath: file), encoding: .utf8))
    return blocks.filter { block in
      !source.indices.contains { source[$0...].starts(with: block) }
    }.map { $0.joined(separator: "\n") }
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
  }
}
