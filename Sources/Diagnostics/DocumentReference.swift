/// A place in one of the documents that figures come from.
public struct DocumentReference: Hashable, Sendable {
  /// The document's short name, such as `004`.
  public var document: String
  /// The line in it, from 1, where known.
  public var line: Int?

  /// A place in a document.
  public init(document: String, line: Int?) {
    self.document = document
    self.line = line
  }

  /// `004:2107`
  public var text: String { line.map { "\(document):\($0)" } ?? document }
}
