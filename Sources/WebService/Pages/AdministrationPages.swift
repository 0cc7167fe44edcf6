internal import Diagnostics
internal import Hummingbird
internal import Labels
internal import Logging
internal import Query
internal import Reports
internal import Tables
internal import Workspace

/// Accounts, ledgers and the log of who saw or changed what.
enum AdministrationPages {
  /// How many rows of a ledger or log a page shows.
  private static let rowsPerPage = 100

  static func accounts(_ exchange: Exchange) async throws -> Response {
    page(exchange, problem: nil, status: .ok)
  }

  static func set(_ exchange: Exchange) async throws -> Response {
    let (form, service) = (exchange.form, exchange.service)
    let name = form["name"] ?? ""
    guard Account.isName(name), let role = form["role"].flatMap(Role.init(rawValue:)) else {
      return page(
        exchange,
        problem: Label(
          "Ett namn har bokstäver, siffror och .-_@, högst 64 tecken.",
          "A name has letters, digits and .-_@, at most 64 characters."),
        status: .unprocessableContent)
    }
    let known = Set(exchange.state.workspace.units.map(\.id))
    let units = Set(form.all("unit")).intersection(known)
    if role == .unitLead, units.isEmpty {
      return page(
        exchange,
        problem: Label(
          "Välj minst en enhet för en enhetschef.", "Choose at least one unit for a head of unit."),
        status: .unprocessableContent)
    }
    let before = service.accounts.account(named: name)
    let typed = form["password"] ?? ""
    let password: PasswordHash?
    if typed.isEmpty, let before {
      password = before.password
    } else if PasswordHash.isPassword(typed) {
      password = try await service.passwords.run { PasswordHash(typed) }
    } else {
      return page(
        exchange,
        problem: Label(
          "Ett lösenord har minst \(PasswordHash.shortest) tecken och högst \(PasswordHash.longest) byte.",
          "A password has at least \(PasswordHash.shortest) characters and at most \(PasswordHash.longest) bytes."
        ),
        status: .unprocessableContent)
    }
    // Nobody takes the last administrator away, herself included.
    if before?.role == .administrator, role != .administrator, isLastAdministrator(name, service) {
      return page(exchange, problem: lastAdministrator, status: .conflict)
    }
    guard let password else { throw WebProblem.busy }
    try change(exchange) { accounts throws(Diagnostic) in
      try accounts.set(
        Account(
          name: name, role: role, units: role == .unitLead ? units : [],
          seesAnswers: role == .analyst && form["answers"] != nil, password: password))
    }
    // Another password or role holds for every browser at once.
    if before != nil, name != exchange.account?.name { service.sessions.end(all: name) }
    return Response(redirecting: Address.administration)
  }

  static func remove(_ exchange: Exchange) async throws -> Response {
    let (service, name) = (exchange.service, exchange.form["name"] ?? "")
    guard let account = service.accounts.account(named: name) else { throw WebProblem.notFound }
    if account.role == .administrator, isLastAdministrator(name, service) {
      return page(exchange, problem: lastAdministrator, status: .conflict)
    }
    try change(exchange) { accounts throws(Diagnostic) in try accounts.remove(named: name) }
    service.sessions.end(all: name)
    return Response(redirecting: Address.administration)
  }

  static func log(_ exchange: Exchange) async throws -> Response {
    let log = exchange.service.log
    return list(
      exchange, title: Label("Vem som sett och ändrat vad", "Who saw and changed what"),
      note: Label(
        "Rader sparas i \(log.days) dagar. Vad sidorna innehöll står inte här.",
        "Rows are kept for \(log.days) days. What the pages held does not stand here."),
      names: [
        Label("Tid", "Time"), Label("Konto", "Account"), Label("Vad", "What"),
        Label("Sida", "Page"), Label("Svar", "Answer"),
      ],
      rows: log.entries.map { [$0.time, $0.account, $0.method, $0.path, String($0.status)] },
      address: Address.administration + "/log")
  }

  static func ledger(_ exchange: Exchange) async throws -> Response {
    let workspace = exchange.state.workspace
    let steps = try await exchange.service.site.work.run { WorkspaceLedgers.steps(of: workspace) }
    return list(
      exchange, title: Label("Liggare", "Ledger"),
      note: Label(
        "Inläsningar och ändringar i formulär, den senaste först.",
        "Imports and changes by forms, the latest first."),
      names: [
        Label("Tid", "Time"), Label("Konto", "Account"), Label("Var", "Where"),
        Label("Steg", "Step"), Label("Vad", "What"),
      ],
      rows: steps.map { [$0.time, $0.account, $0.place, $0.action, $0.detail] },
      address: Address.administration + "/ledger")
  }

  // MARK: Pages

  private static func page(
    _ exchange: Exchange, problem: Label?, status: HTTPResponse.Status
  ) -> Response {
    let (language, service) = (exchange.language, exchange.service)
    let workspace = exchange.state.workspace
    var values: [String: Any] = [
      "token": exchange.token, "isReadOnly": service.site.isReadOnly,
      "mayChange": !service.site.isReadOnly,
      "accounts": service.accounts.accounts.map { account -> [String: Any] in
        [
          "name": account.name, "role": account.role.label[language],
          "units": account.units.sorted().compactMap { workspace.unit($0)?.briefLabel[language] }
            .joined(separator: ", "),
          "seesAnswers": account.seesAnswers,
        ]
      },
      "roles": Role.allCases.map { ["id": $0.rawValue, "text": $0.label[language]] },
      "units": workspace.units.map { ["id": $0.id, "text": $0.label[language]] },
      "log": Address.administration + "/log", "ledger": Address.administration + "/ledger",
    ]
    values["problem"] = problem?[language]
    return SitePage(exchange).response(
      title: exchange.words("Administration", "Administration"), status: status,
      [.markup(service.templates.render(.accounts, language, values))])
  }

  private static func list(
    _ exchange: Exchange, title: Label, note: Label, names: [Label], rows: [[String]],
    address: String
  ) -> Response {
    let language = exchange.language
    let last = max(1, (rows.count + rowsPerPage - 1) / rowsPerPage)
    let number = min(last, max(1, exchange.query["page"].flatMap { Int($0) } ?? 1))
    let shown = rows.dropFirst((number - 1) * rowsPerPage).prefix(rowsPerPage)
    let html = exchange.service.templates.render(
      .list, language,
      [
        "note": note[language], "title": title[language], "names": names.map { $0[language] },
        "hasRows": !shown.isEmpty, "rows": shown.map { ["cells": $0] }, "isPaged": last > 1,
        "page": number, "last": last, "hasBefore": number > 1, "hasNext": number < last,
        "before": "\(address)?page=\(number - 1)", "next": "\(address)?page=\(number + 1)",
      ])
    return SitePage(exchange).response(title: title[language], [.markup(html)])
  }

  // MARK: Changes

  private static let lastAdministrator = Label(
    "Det måste finnas minst en administratör.", "There has to be at least one administrator.")

  private static func isLastAdministrator(_ name: String, _ service: WebService) -> Bool {
    !service.accounts.accounts.contains { $0.role == .administrator && $0.name != name }
  }

  private static func change(
    _ exchange: Exchange, _ work: (AccountFile) throws(Diagnostic) -> Void
  ) throws {
    do throws(Diagnostic) {
      try work(exchange.service.accounts)
    } catch {
      exchange.context.logger.error("\(error)")
      throw WebProblem.failed
    }
  }
}
