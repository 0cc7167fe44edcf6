internal import Diagnostics
internal import Labels
internal import Tables
internal import Workspace

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Finds out what an import would do.
///
/// It reads the file and the survey, and writes nothing. What it cannot know becomes a problem that says what
/// to tell it.
package struct ImportPlanner {
  let request: ImportRequest
  /// The key that there is.
  let key: PseudonymKey?
  var plan: ImportPlan
  let folder: SurveyFolder
  var outline: SurveyOutline
  var mapping: SurveyMapping
  var definition: YAMLText?
  /// Questions that the survey gets, as its definition will have them.
  var newDefinition: NewDefinition?
  var newGroups: [SurveyOutline.Named] = []
  /// The version of the instrument of the file's rounds, where it is another than before.
  var instrument: String?

  /// The plan of an import.
  ///
  /// - Parameters:
  ///   - request: What is wanted.
  ///   - key: What turns identities into pseudonyms; `nil` where there is none yet.
  /// - Returns: The plan; what keeps it from being done is in its problems.
  /// - Throws: A problem if the file or the survey cannot be read, or unit and survey cannot be told.
  package static func plan(
    _ request: ImportRequest, key: PseudonymKey?
  ) throws(ImportProblem) -> ImportPlan {
    let export: Export
    do throws(Diagnostic) {
      export = try Export(
        reading: request.file, structure: request.structure, language: request.language)
    } catch {
      throw ImportProblem(error)
    }
    let place = try SurveyPlace(request, export)
    var planner = try ImportPlanner(request, export, place, key: key)
    try planner.run()
    return planner.plan
  }

  private init(
    _ request: ImportRequest, _ export: Export, _ place: SurveyPlace, key: PseudonymKey?
  ) throws(ImportProblem) {
    self.request = request
    self.key = key
    folder = try SurveyFolder("\(request.workspace)/\(place.unit)/\(place.survey)")
    mapping = folder.mapping
    definition = folder.definition
    if let definition {
      outline = SurveyOutline(try definition.root())
    } else {
      outline = SurveyOutline(title: place.title)
    }
    var export = export
    try Self.chooseGroup(&export, request, mapping)
    plan = ImportPlan(
      export: export, unit: place.unit, survey: place.survey, isNewSurvey: definition == nil,
      title: outline.title,
      persons: SurveyPersons(
        key: .random(), survey: folder.ledger.survey ?? "\(place.unit)/\(place.survey)"))
    plan.read = folder.hashes
    if let known = knownKey() { plan.persons.key = known }
  }

  private mutating func run() throws(ImportProblem) {
    plan.problems += plan.export.diagnostics.map { ImportProblem($0) }
    if folder.responses.column("question") != nil, folder.responses.column("answer") != nil {
      throw problem(
        "import-responses",
        Label(
          "enkätens svar har en rad per svar, och import skriver en rad per person",
          "the responses of the survey have a row an answer, and imports write a row a person"))
    }
    mapping.tool = plan.export.profile.id
    let questions = try matchQuestions()
    let groups = matchGroups()
    var waves = planWaves()
    try write(&waves, questions, groups)
  }

  /// The column of groups: the one that was named, that is known, or that holds the invited groups.
  ///
  /// - Throws: A problem if the one that was named is none, or tells who somebody is: groups are written to
  ///   the survey as they are.
  private static func chooseGroup(
    _ export: inout Export, _ request: ImportRequest, _ mapping: SurveyMapping
  ) throws(ImportProblem) {
    if let name = request.groupColumn {
      let folded = name.foldedForMatching
      let here = SourceLocation(file: request.file)
      if export.columns.contains(where: { $0.name.foldedForMatching == folded && $0.holdsPersons })
      {
        throw ImportProblem(
          .error, "import-group", at: here,
          Label(
            "kolumnen '\(name)' säger vem som svarat och är ingen grupp",
            "the column '\(name)' tells who answered and is no group"),
          fixes: [Label("--group-column 'KOLUMN'", "--group-column 'COLUMN'")])
      }
      let names =
        export.questions.filter { $0.columns.count == 1 }.flatMap(\.columns)
        + export.columns.filter { !$0.holdsPersons }.map(\.name)
      guard let known = names.first(where: { $0.foldedForMatching == folded }) else {
        throw ImportProblem(
          .error, "import-group", at: here,
          Label(
            "filen har ingen kolumn '\(name)' med grupper",
            "the file has no column '\(name)' with groups"),
          fixes: [
            closestName(to: name, in: names).map {
              Label("menade du '\($0)'?", "did you mean '\($0)'?")
            }
          ].compactMap(\.self))
      }
      return export.setGroup(column: known)
    }
    let known = export.questions.first { question in
      question.columns.count == 1
        && SurveyMapping.id(of: question.columns[0], in: mapping.columns) == groupMeaning
    }
    if let known { return export.setGroup(column: known.columns[0]) }
    let invited = Set(request.invited.map(\.group.foldedForMatching)).subtracting([""])
    guard !invited.isEmpty else { return }
    let current = export.column(.group).map { Set($0.texts.map(\.foldedForMatching)) } ?? []
    guard current.isDisjoint(with: invited) else { return }
    let holding = export.questions.first { question in
      question.columns.count == 1
        && !Set(question.cells.compactMap { $0.first?.foldedForMatching }).isDisjoint(with: invited)
    }
    if let holding { export.setGroup(column: holding.columns[0]) }
  }

  /// What a mapping says of the column of groups.
  static let groupMeaning = "group"

  // MARK: Problems

  var location: SourceLocation { SourceLocation(file: request.file) }

  func problem(
    _ code: String, _ message: Label, because reason: Label? = nil, fixes: [Label] = [],
    found: [String] = []
  ) -> ImportProblem {
    ImportProblem(
      .error, code, at: location, message, because: reason, fixes: fixes, found: found)
  }

  /// What somebody said that a text means; `nil` where nobody did.
  func meaning(of text: String) -> String? {
    let folded = text.foldedForMatching
    return request.meanings.last { $0.text.foldedForMatching == folded }?.meaning
  }
}
