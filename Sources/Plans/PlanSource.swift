public import Diagnostics
import Tables

/// Where a value of a plan comes from: the row of the workspace, and the document behind it.
public struct PlanSource: Hashable, Sendable {
  /// The row in the workspace.
  public let location: SourceLocation
  /// The document that states the value, if the row names one.
  public let document: String?
  /// The line of the document, from 1.
  public let documentLine: Int?

  /// Names a source.
  public init(location: SourceLocation, document: String? = nil, documentLine: Int? = nil) {
    self.location = location
    self.document = document
    self.documentLine = documentLine
  }
}

extension PlanSource {
  /// The place in the document, if one is named.
  public var reference: DocumentReference? {
    document.map { DocumentReference(document: $0, line: documentLine) }
  }
}

extension PlanSource: CustomStringConvertible {
  /// `document:line`, or the row when no document is named.
  public var description: String {
    guard let document else { return location.description }
    return SourceLocation(file: document, line: documentLine).description
  }
}
