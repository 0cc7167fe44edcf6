internal import Diagnostics
internal import Labels

/// The column that says where rows stand in documents: the lines alone where all are of one document, which
/// a remark names.
struct SourceColumn {
  private let names: DocumentNames
  /// The document that all rows rest on; `nil` where there are several.
  private let document: String?

  /// The column of rows that stand at some places.
  init(_ places: [DocumentReference], names: DocumentNames) {
    let documents = Set(places.map(\.document))
    document = documents.count == 1 ? documents.first : nil
    self.names = names
  }

  /// The place of a row; nothing where it stands in no document.
  func cell(_ place: DocumentReference?) -> ReportCell {
    guard let place else { return .none }
    return .text(document == nil ? names.label([place]) : names.lines(place))
  }

  /// The remark on the column `source`; nothing where each cell names its document.
  var notes: [Footnote] {
    guard let document else { return [] }
    let name = names.title(document)
    return [
      Footnote(
        Label("Källa: \(name.swedish).", "Source: \(name.english)."), on: .column("source"))
    ]
  }
}
