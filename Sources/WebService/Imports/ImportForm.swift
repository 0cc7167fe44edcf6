internal import Diagnostics
internal import Imports
internal import Labels
internal import Reports
internal import Tables

/// What a form says of a file, as the request of an import; and what the import would do.
struct ImportForm: Sendable {
  let pending: PendingImports.Pending
  let workspace: String

  /// The request that the form's fields make.
  var request: ImportRequest {
    let answers = pending.answers
    func text(_ name: String) -> String? {
      answers[name].flatMap { $0.isEmpty ? nil : $0 }
    }
    let meanings = answers.starting(with: "known-").compactMap { place, text in
      answers["meaning-" + place].flatMap { meaning -> (text: String, meaning: String)? in
        // An empty choice is none; a dash leaves the name out.
        meaning.isEmpty ? nil : (text, meaning == "-" ? "" : meaning)
      }
    }
    let invited = answers.starting(with: "invited-").compactMap { group, count in
      Int(count.filter { !$0.isWhitespace }).map { (group: group, count: $0) }
    }
    return ImportRequest(
      file: pending.file.path, workspace: workspace, unit: pending.unit,
      survey: text("new-survey") ?? text("survey"), wave: text("wave"), title: text("title"),
      groupColumn: text("group-column"), invited: invited, goals: [], meanings: meanings,
      addsNew: answers["adds-new"] != nil, leavesOutUnknown: answers["leaves-out"] != nil,
      replaces: answers["replaces"] != nil)
  }

  /// What an import would do: answers of a survey, or cases.
  enum Plan: Sendable {
    case answers(ImportPlan)
    case cases(CasePlan)

    var problems: [ImportProblem] {
      switch self {
      case .answers(let plan): plan.problems
      case .cases(let plan): plan.problems
      }
    }

    var isReady: Bool {
      switch self {
      case .answers(let plan): plan.isReady
      case .cases(let plan): plan.isReady
      }
    }

    var isAnything: Bool {
      switch self {
      case .answers(let plan): plan.isAnything
      case .cases(let plan): plan.isAnything
      }
    }

    var preview: ReportDocument {
      switch self {
      case .answers(let plan): ImportPreview.document(plan)
      case .cases(let plan): plan.preview
      }
    }

    /// The folder of the survey or case log in that of the unit.
    var folder: String {
      switch self {
      case .answers(let plan): plan.survey
      case .cases(let plan): plan.log
      }
    }
  }

  /// The plan; it reads the file and writes nothing.
  ///
  /// - Parameters:
  ///   - keyFile: What turns identities into pseudonyms.
  ///   - isApplied: Whether it is to be done; then a key is made where the first pseudonyms of all need one.
  /// - Returns: The plan.
  /// - Throws: An ``ImportProblem`` if the file cannot be read, or it cannot be told where it belongs.
  func plan(
    keyFile: PseudonymKeyFile, isApplied: Bool = false
  ) throws(ImportProblem) -> Plan {
    let request = request
    if let cases = try CasePlan(request) { return .cases(cases) }
    return .answers(try ImportPlanner.plan(request, keyFile: keyFile, isApplied: isApplied))
  }

  /// Does what the plan says, made anew while nobody else changes the workspace.
  ///
  /// - Parameters:
  ///   - keyFile: What turns identities into pseudonyms.
  ///   - time: The time, for the ledger.
  /// - Returns: What was done; `nil` where there is nothing to do, or something is missing after all.
  /// - Throws: An ``ImportProblem``; nothing is changed then.
  func apply(keyFile: PseudonymKeyFile, at time: String) throws(ImportProblem) -> Plan? {
    let store = try ImportStore(workspace)
    let plan = try plan(keyFile: keyFile, isApplied: true)
    guard plan.isReady, plan.isAnything else { return nil }
    switch plan {
    case .answers(let plan): try store.apply(plan, at: time)
    case .cases(let plan): try store.apply(plan, at: time)
    }
    return plan
  }

  /// The words of a problem without the place of the file on this machine.
  func words(_ problem: ImportProblem, _ language: Language) -> [String: Any] {
    func plain(_ text: String) -> String {
      text.replacing(pending.file.path, with: pending.file.name)
    }
    var values: [String: Any] = [
      "message": plain(problem.message[language]), "isError": problem.severity == .error,
    ]
    values["reason"] = (problem.reason?[language]).map(plain)
    return values
  }
}
