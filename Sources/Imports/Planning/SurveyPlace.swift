internal import Diagnostics
internal import Labels
internal import Tables
internal import Workspace

/// The unit and survey that an import goes to.
struct SurveyPlace {
  var unit: String
  var survey: String
  /// The title of a survey that is not there yet.
  var title: Label

  /// What was asked for, or what is the only possibility, or the survey that asks what the file has.
  ///
  /// - Throws: A problem where several are possible, or none.
  init(_ request: ImportRequest, _ export: Export) throws(ImportProblem) {
    let place = try UnitPlace(request)
    let units = place.units
    let here = SourceLocation(file: request.file)
    func unknown(_ swedish: String, _ english: String, _ fixes: [Label]) -> ImportProblem {
      ImportProblem(.error, "import-place", at: here, Label(swedish, english), fixes: fixes)
    }
    let candidates = place.asked.map { [$0] } ?? units
    var best: (unit: String, survey: String, score: Double)?
    // Every unit may have been asked the same: then nobody knows whose answers these are.
    var alike: [(unit: String, survey: String)] = []
    for unit in candidates {
      for survey in SurveyFolder.surveys(of: "\(request.workspace)/\(unit)")
      where request.survey == nil || request.survey == survey {
        let score = try Self.likeness("\(request.workspace)/\(unit)/\(survey)", export)
        if score > best?.score ?? -1 { (best, alike) = ((unit, survey, score), []) }
        if score == best?.score { alike.append((unit, survey)) }
      }
    }
    title = Self.title(request)
    if let best, request.survey != nil || best.score >= 0.5 {
      guard alike.count == 1 else {
        let list = alike.map { "\($0.unit)/\($0.survey)" }.joined(separator: ", ")
        throw unknown(
          "filen passar lika bra till flera enkäter: \(list)",
          "the file fits several surveys equally well: \(list)",
          alike.map { Label(same: "--unit \($0.unit) --survey \($0.survey)") })
      }
      (unit, survey) = (best.unit, best.survey)
      return
    }
    guard candidates.count == 1 else {
      let list = units.joined(separator: "|")
      throw unknown(
        "det går inte att veta vilken enhet svaren hör till",
        "it cannot be told which unit the answers belong to",
        [Label(same: "--unit \(list)")])
    }
    unit = candidates[0]
    if let asked = request.survey {
      survey = try Self.folder(asked, request)
      return
    }
    if let best {
      throw unknown(
        "filen frågar annat än enkäten '\(best.survey)'",
        "the file asks other things than the survey '\(best.survey)'",
        [
          Label(
            "--survey \(best.survey)   om det är den", "--survey \(best.survey)   if it is this one"
          ),
          Label("--survey NAMN   för en ny enkät", "--survey NAME   for a new survey"),
        ])
    }
    survey = "enkat"
  }

  /// A name that somebody gave a survey or case log, whose folder stands in that of the unit.
  ///
  /// - Returns: The name.
  /// - Throws: A problem if it names no folder there.
  static func folder(_ name: String, _ request: ImportRequest) throws(ImportProblem) -> String {
    guard Identifier.isValid(name), !name.contains(".") else {
      throw ImportProblem(
        .error, "import-place", at: SourceLocation(file: request.file),
        Label("en mapp kan inte heta '\(name)'", "a folder cannot be called '\(name)'"),
        fixes: [
          Label(
            "välj ett namn av bokstäver, siffror och streck",
            "choose a name of letters, digits and dashes")
        ])
    }
    return name
  }

  /// The share of a file's questions that a survey has.
  private static func likeness(_ path: String, _ export: Export) throws(ImportProblem) -> Double {
    guard let definition = try SurveyFolder.definition(path), !export.questions.isEmpty else {
      return 0
    }
    let outline = SurveyOutline(try definition.root())
    let mapping = try SurveyFolder.mapping(path)
    let known = export.questions.count {
      QuestionMatch.question($0, in: outline, mapping: mapping) != nil
    }
    return Double(known) / Double(export.questions.count)
  }

  /// The title that was given, or the name of the file in words. A file that is called by its round,
  /// `januari.csv`, does not name the survey, which has other rounds too.
  private static func title(_ request: ImportRequest) -> Label {
    if let title = request.title { return Label(same: title) }
    let name = request.file.split(separator: "/").last ?? ""
    let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name
    let words = stem.split { $0 == "_" || $0 == "-" || $0 == " " }.joined(separator: " ")
    let isRound = PeriodLabel(String(stem)) != nil || PeriodColumn.isPartOfYear(String(stem))
    return words.isEmpty || isRound
      ? Label("Enkät", "Survey") : Label(same: words.prefix(1).uppercased() + words.dropFirst())
  }
}
