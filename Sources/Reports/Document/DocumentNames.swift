public import Diagnostics
public import Labels
internal import Workspace

/// What readers call the documents that figures come from.
public struct DocumentNames: Hashable, Sendable {
  private var names: [String: Label] = [:]
  private var titles: [String: Label] = [:]

  /// Names by the ids that rows refer to; a document without a name is called by its id.
  public init(_ names: [String: Label] = [:]) { self.names = names }

  init(_ documents: [Document]) {
    for document in documents {
      names[document.id] = document.shortTitle ?? document.title
      titles[document.id] = document.title
    }
  }

  /// The name of a document.
  public func name(_ id: String) -> Label { names[id] ?? Label(same: id) }

  /// The whole title of a document.
  func title(_ id: String) -> Label { titles[id] ?? name(id) }

  /// Places in documents, those of one document together: `Bilagor 2023, rad 70, 82; Årsredovisning
  /// 2012, rad 12`.
  public func label(_ places: [DocumentReference]) -> Label {
    let parts = places.map(\.document).unique.map { document in
      let lines = Set(places.filter { $0.document == document }.compactMap(\.line)).sorted()
      let name = name(document)
      guard !lines.isEmpty else { return name }
      let numbers = lines.map(String.init).joined(separator: ", ")
      return Label(
        "\(name.swedish), rad\u{A0}\(numbers)",
        "\(name.english), \(lines.count == 1 ? "line" : "lines")\u{A0}\(numbers)")
    }
    return Label(
      parts.map(\.swedish).joined(separator: "; "), parts.map(\.english).joined(separator: "; "))
  }

  /// The lines alone, where it has been said of which document they are.
  func lines(_ place: DocumentReference) -> Label {
    guard let line = place.line else { return name(place.document) }
    return Label("rad\u{A0}\(line)", "line\u{A0}\(line)")
  }
}

extension LoadedWorkspace {
  /// What readers call its documents.
  var documentNames: DocumentNames { DocumentNames(documents) }
}

extension ReportDocument {
  /// The report with what a workspace gives all of its own: names of documents, and how pages look.
  func of(_ workspace: LoadedWorkspace) -> ReportDocument {
    var document = self
    document.documents = workspace.documentNames
    document.appearance = workspace.appearance
    document.organisation = workspace.title
    return document
  }
}
