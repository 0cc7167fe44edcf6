internal import Diagnostics
internal import Labels

/// The unit that a file is brought in for: one of the workspace, or one that is made.
struct UnitPlace {
  /// The units of the workspace, by their folders.
  let units: [String]
  /// The unit that was asked for; `nil` where none was.
  let asked: String?

  /// - Throws: A problem where there is no such unit and none is to be made, or its name can be no folder's.
  init(_ request: ImportRequest) throws(ImportProblem) {
    units = try WorkspaceFiles(request.workspace).units()
    asked = request.unit
    guard let asked, !units.contains(asked) else { return }
    guard request.newUnit == nil else {
      _ = try SurveyPlace.folder(asked, request)
      return
    }
    let near = closestName(to: asked, in: units)
    throw ImportProblem(
      .error, "import-place", at: SourceLocation(file: request.file),
      Label("det finns ingen enhet '\(asked)'", "there is no unit '\(asked)'"),
      fixes: [
        near.map { Label("menade du '\($0)'?", "did you mean '\($0)'?") }
          ?? Label(
            "enheterna är: \(units.joined(separator: ", "))",
            "the units are: \(units.joined(separator: ", "))"),
        Label(
          "--new-unit NAMN   om den ska göras ny", "--new-unit NAME   if it is to be made"),
      ])
  }
}
