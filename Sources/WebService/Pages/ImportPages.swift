internal import Hummingbird
internal import Imports
internal import Indicators
internal import Labels
internal import Query
internal import Reports
internal import Surveys
internal import Tables
internal import Workspace

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Brings in answers and cases: a file, its preview, what it lacks, and the way back.
enum ImportPages {
  static func form(_ exchange: Exchange) async throws -> Response {
    let unit = try unit(exchange)
    let html = exchange.service.templates.render(
      .upload, exchange.language,
      [
        "token": exchange.token, "action": Address.imports(unit.id),
        "limit": exchange.service.options.uploadLimit >> 20,
      ])
    return SitePage(exchange).response(
      title: exchange.words("Läs in svar eller ärenden", "Bring in answers or cases"),
      [.markup(html)])
  }

  static func receive(_ exchange: Exchange) async throws -> Response {
    let unit = try unit(exchange)
    let (file, fields) = try await UploadedFile.receive(
      exchange, limit: exchange.service.options.uploadLimit)
    let id = exchange.service.imports.begin(
      file, account: exchange.account?.name ?? "", unit: unit.id, answers: fields)
    return Response(redirecting: Address.imports(unit.id, id))
  }

  static func preview(_ exchange: Exchange) async throws -> Response {
    let (unit, id, pending) = try pending(exchange)
    let form = ImportForm(pending: pending, workspace: exchange.service.site.folder)
    let planned = try await exchange.service.site.changes.run { () -> Planned in
      do throws(ImportProblem) {
        let plan = try form.plan(keyFile: try keyFile())
        return Planned(plan: plan, problems: plan.problems)
      } catch {
        return Planned(plan: nil, problems: [error])
      }
    }
    let values = values(exchange, unit, id, form, planned)
    var pieces: [HTMLPiece] = [
      .markup(exchange.service.templates.render(.importProblems, exchange.language, values))
    ]
    if let plan = planned.plan {
      var document = plan.preview
      document.subtitle = nil
      pieces.append(.document(document))
    }
    pieces.append(
      .markup(exchange.service.templates.render(.importForm, exchange.language, values)))
    return SitePage(exchange).response(
      title: exchange.words("Förhandsgranskning", "Preview") + ": \(pending.file.name)", pieces)
  }

  static func act(_ exchange: Exchange) async throws -> Response {
    var (unit, id, pending) = try pending(exchange)
    let service = exchange.service
    switch exchange.form["step"] {
    case "cancel":
      service.imports.end(id)
      return Response(redirecting: Address.unitHome(unit.id))
    case "apply": break
    default:
      service.imports.answer(id, exchange.form)
      return Response(redirecting: Address.imports(unit.id, id))
    }
    pending.answers = exchange.form
    service.imports.answer(id, exchange.form)
    let form = ImportForm(pending: pending, workspace: service.site.folder)
    let done = try await service.site.changes.run { () -> Planned in
      do throws(ImportProblem) {
        let plan = try form.apply(keyFile: try keyFile(), at: Timestamp.wallClock.description)
        return Planned(plan: plan, problems: [])
      } catch {
        return Planned(plan: nil, problems: [error])
      }
    }
    guard let plan = done.plan else { return try await preview(exchange) }
    service.imports.end(id)
    service.site.hasChanged()
    return Response(
      redirecting: "\(Address.imports(unit.id))/done/\(FormFields.encoded(plan.folder))")
  }

  /// What was taken in, with the way to the report and the way back.
  static func done(_ exchange: Exchange) async throws -> Response {
    let unit = try unit(exchange)
    guard let folder = exchange.parameter("folder") else { throw WebProblem.notFound }
    let survey = unit.surveys.first { $0.definition.id == "\(unit.id)/\(folder)" }
    let log = unit.caseLogs.first { $0.definition.id == "\(unit.id)/\(folder)" }
    guard survey != nil || log != nil else { throw WebProblem.notFound }
    let year =
      survey?.definition.waves.last?.date.year ?? log?.years.last ?? exchange.state.workspace.year
    let part: UnitPages.Part = survey == nil ? .cases : .surveys
    let html = exchange.service.templates.render(
      .importDone, exchange.language,
      [
        "token": exchange.token, "undo": "\(Address.imports(unit.id))/undo", "folder": folder,
        "report": "\(Address.unit(unit.id, year))/\(part.rawValue)",
        "whole": Address.unit(unit.id, year), "home": Address.unitHome(unit.id),
      ])
    return SitePage(exchange).response(
      title: exchange.words("Inläst", "Taken in"), [.markup(html)])
  }

  static func undo(_ exchange: Exchange) async throws -> Response {
    let unit = try unit(exchange)
    let (folder, site) = (exchange.form["folder"], exchange.service.site)
    let problem = try await site.changes.run { () -> ImportProblem? in
      do throws(ImportProblem) {
        _ = try ImportStore(site.folder).undo(
          unit: unit.id, survey: folder, at: Timestamp.wallClock.description)
        return nil
      } catch {
        return error
      }
    }
    if let problem {
      throw WebProblem(
        .conflict, Label("Det går inte att ta tillbaka", "It cannot be taken back"),
        problem.message)
    }
    site.hasChanged()
    return Response(redirecting: Address.unitHome(unit.id))
  }

  // MARK: What a page shows

  private struct Planned: Sendable {
    var plan: ImportForm.Plan?
    var problems: [ImportProblem]
  }

  private static func values(
    _ exchange: Exchange, _ unit: UnitContents, _ id: String, _ form: ImportForm, _ planned: Planned
  ) -> [String: Any] {
    let (language, answers) = (exchange.language, form.pending.answers)
    func checked(_ name: String) -> Bool { answers[name] != nil }
    let folders = (unit.surveys.map(\.definition.id) + unit.caseLogs.map(\.definition.id))
      .map { String($0.dropFirst(unit.id.count + 1)) }
    var values: [String: Any] = [
      "token": exchange.token, "action": Address.imports(unit.id, id),
      "hasProblems": !planned.problems.isEmpty,
      "problems": planned.problems.map { form.words($0, language) },
      "canApply": planned.plan.map { $0.isReady && $0.isAnything } ?? false,
      "nothing": planned.plan.map { $0.isReady && !$0.isAnything } ?? false,
      "surveys": folders.map { ["id": $0, "isChosen": $0 == answers["survey"]] },
      "newSurvey": answers["new-survey"] ?? "", "wave": answers["wave"] ?? "",
      "addsNew": checked("adds-new"), "leavesOut": checked("leaves-out"),
      "replaces": checked("replaces"),
    ]
    guard case .answers(let plan) = planned.plan else { return values }
    values["isAnswers"] = true
    let needsInvited =
      plan.problems.contains { $0.code == "import-invited" }
      || !answers.starting(with: "invited-").isEmpty
    let groups = plan.groups.map { (id: $0.id, text: $0.text) }
    let known = plan.waves.flatMap(\.invited)
    values["hasInvited"] = needsInvited
    values["invited"] =
      (groups.isEmpty ? [(id: "", text: exchange.words("alla", "everybody"))] : groups).map {
        group -> [String: Any] in
        let count = known.first { $0.id == group.id }?.count
        return [
          "id": group.id, "text": group.text,
          "count": answers["invited-" + group.id] ?? count.map(String.init) ?? "",
        ]
      }
    // What was said of a name stays said, also when it is no longer unknown.
    var unknown = plan.unknown.map { name in
      (
        text: name.text, kind: name.kind,
        choices: name.choices.map { (id: $0.id, text: $0.label[language]) }
      )
    }
    for (place, text) in answers.starting(with: "known-")
    where !unknown.contains(where: { $0.text == text }) {
      guard let meaning = answers["meaning-" + place], !meaning.isEmpty else { continue }
      let shown =
        meaning == "-" ? exchange.words("utelämnas", "left out") : meaning
      unknown.append((text, .question, [(id: meaning, text: shown)]))
    }
    values["hasUnknown"] = !unknown.isEmpty
    values["unknown"] = unknown.enumerated().map { place, name -> [String: Any] in
      let before = answers.starting(with: "known-").first { $0.value == name.text }?.name
      let chosen = before.flatMap { answers["meaning-" + $0] } ?? ""
      return [
        "place": place, "text": name.text, "isQuestion": name.kind == .question,
        "isLeftOut": chosen == "-",
        "choices": name.choices.filter { $0.id != "-" }.map {
          ["id": $0.id, "text": $0.text, "isChosen": $0.id == chosen] as [String: Any]
        },
      ]
    }
    return values
  }

  // MARK: What a request is about

  /// The key of pseudonyms, where the command line has it too.
  static func keyFile() throws(ImportProblem) -> PseudonymKeyFile {
    let environment = ProcessInfo.processInfo.environment
    return try .usual { environment[$0] }
  }

  private static func unit(_ exchange: Exchange) throws -> UnitContents {
    guard let unit = exchange.parameter("unit").flatMap(exchange.state.workspace.unit) else {
      throw WebProblem.notFound
    }
    return unit
  }

  private static func pending(
    _ exchange: Exchange
  ) throws -> (unit: UnitContents, id: String, pending: PendingImports.Pending) {
    let unit = try unit(exchange)
    guard let id = exchange.parameter("import"), let account = exchange.account,
      let pending = exchange.service.imports.find(id, account: account.name, unit: unit.id)
    else {
      throw WebProblem(
        .notFound, Label("Filen finns inte kvar", "The file is gone"),
        Label(
          "Den togs in, avbröts eller blev äldre än en timme. Inget har ändrats sedan dess.",
          "It was taken in, given up, or grew older than an hour. Nothing has changed since."))
    }
    return (unit, id, pending)
  }
}
