internal import HTTPTypes
internal import Hummingbird
internal import Labels
internal import NIOCore
internal import Query
internal import Reports
internal import Tables
internal import WorkspaceQuery

/// Questions in SQL: a form, the run, its result page by page, and what is wrong where.
enum QueryPages {
  /// The most rows of a page.
  static let rowsPerPage = 100

  static func form(_ exchange: Exchange) async throws -> Response {
    page(exchange, sql: exchange.query["sql"] ?? "", [])
  }

  static func ask(_ exchange: Exchange) async throws -> Response {
    guard let account = exchange.account else { throw WebProblem.forbidden }
    var sql = (exchange.form["sql"] ?? "").replacing("\r\n", with: "\n")
    guard sql.utf8.count <= 100_000 else { throw WebProblem.tooLarge }
    if exchange.form["step"] == "plan" { sql = "EXPLAIN " + sql }
    let service = exchange.service
    let run = QueryRun(sql, account: account.name)
    let id = service.queries.begin(run)
    let (catalogue, isRecorded) = (exchange.state.catalogue(), !service.site.isReadOnly)
    Task {
      // A run that finds no place says so where its result is looked for.
      do {
        try await service.queries.queue.run {
          run.run(in: catalogue, seesAnswers: account.seesAnswers, isRecorded: isRecorded)
        }
        service.queries.makeRoom()
      } catch {
        run.cancel()
      }
    }
    // What takes no longer than a blink is there when the page is.
    for _ in 0..<20 where run.isUnderWay { try await Task.sleep(for: .milliseconds(10)) }
    return Response(redirecting: Address.query(id))
  }

  static func result(_ exchange: Exchange) async throws -> Response {
    let (id, run) = try find(exchange)
    let (language, templates) = (exchange.language, exchange.service.templates)
    switch run.phase {
    case .waiting, .running:
      let percent = run.progress.map { Int($0 * 100) }
      var values: [String: Any] = [
        "token": exchange.token, "cancel": Address.query(id) + "/cancel",
        "here": Address.query(id),
      ]
      values["percent"] = percent.map(String.init)
      var response = page(
        exchange, sql: run.sql, [.markup(templates.render(.queryRunning, language, values))])
      // Browsers come again by themselves, without a script.
      if let refresh = HTTPField.Name("Refresh") { response.headers[refresh] = "1" }
      return response
    case .stopped(let isOverdue):
      let text =
        isOverdue
        ? Label(
          "Frågan tog längre än \(QueryRun.Limits.seconds) sekunder och avbröts.",
          "The query took longer than \(QueryRun.Limits.seconds) seconds and was stopped.")
        : Label("Frågan avbröts.", "The query was stopped.")
      return page(
        exchange, sql: run.sql,
        [.markup(templates.render(.queryFailed, language, ["message": text[language]]))])
    case .failed(let error):
      return page(exchange, sql: run.sql, [.markup(fault(exchange, run.sql, error))])
    case .done(let table, let duration):
      return try await result(exchange, id, run, table, duration)
    }
  }

  static func cancel(_ exchange: Exchange) async throws -> Response {
    let (id, run) = try find(exchange)
    run.cancel()
    return Response(redirecting: Address.query(id))
  }

  /// The whole result as a file.
  static func file(_ exchange: Exchange) async throws -> Response {
    let (_, run) = try find(exchange)
    let asked = exchange.parameter("file") ?? ""
    guard case .done(let table, _) = run.phase,
      let format = [ResultFormat.csv, .xlsx, .json].first(where: {
        asked == "result.\($0.rawValue)"
      })
    else { throw WebProblem.notFound }
    let bytes = try await exchange.service.queries.results.run { () -> [UInt8] in
      let sink = ResultBytes()
      let document = ResultDocument(format, to: sink)
      try table.write(to: document, sql: run.sql)
      return sink.bytes
    }
    let type =
      switch format {
      case .xlsx: ReportFiles.Format.xlsx.type
      case .json: "application/json"
      default: ReportFiles.Format.csv.type
      }
    return Response(
      status: .ok,
      headers: [
        .contentType: type, .contentDisposition: "attachment; filename=\"\(asked)\"",
      ], body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// Words that a statement may hold, for completion: tables, columns of the tables that are named, functions.
  static func words(_ exchange: Exchange) async throws -> Response {
    let (catalogue, account) = (exchange.state.catalogue(), exchange.account)
    let words = try await exchange.service.site.work.run { () -> [String] in
      let confined = ConfinedCatalogue(
        tables: catalogue, showsPersons: account?.seesAnswers ?? false)
      return confined.tableNames + ScalarCatalogue.signatures.map(\.name)
        + AggregateCatalogue.signatures.map(\.name)
    }
    let text = Set(words).filter { $0.first?.isLowercase ?? false }.sorted()
      .map { "\"\($0.filter { $0 != "\"" && $0 != "\\" })\"" }.joined(separator: ",")
    return Response(
      status: .ok, headers: [.contentType: "application/json"],
      body: .init(byteBuffer: ByteBuffer(string: "[\(text)]")))
  }

  // MARK: What pages show

  private static func page(_ exchange: Exchange, sql: String, _ pieces: [HTMLPiece]) -> Response {
    let (language, service) = (exchange.language, exchange.service)
    let history = service.queries.history(of: exchange.account?.name ?? "")
    let confined = ConfinedCatalogue(
      tables: exchange.state.catalogue(), showsPersons: exchange.account?.seesAnswers ?? false)
    let shown = sql.hasPrefix("EXPLAIN ") ? String(sql.dropFirst(8)) : sql
    let html = service.templates.render(
      .query, language,
      [
        "token": exchange.token, "sql": shown, "script": WebAsset.completion.address,
        "hasHistory": !history.isEmpty,
        "history": history.prefix(10).map {
          ["sql": $0, "address": "\(Address.query)?sql=\(FormFields.encoded($0))"]
        },
        "tables": confined.tableNames.map {
          [
            "name": $0,
            "address": "\(Address.query)?sql="
              + FormFields.encoded("SELECT * FROM \"\($0)\" LIMIT 100"),
          ]
        },
      ])
    return SitePage(exchange).response(title: "SQL", [.markup(html)] + pieces)
  }

  private static func fault(_ exchange: Exchange, _ sql: String, _ error: QueryError) -> String {
    var values: [String: Any] = ["message": error.message]
    values["excerpt"] = error.excerpt(of: sql)
    values["hint"] = error.hint
    if let place = error.lineAndColumn(in: sql) {
      values["place"] = exchange.words(
        "rad \(place.line), tecken \(place.column)", "line \(place.line), character \(place.column)"
      )
    }
    return exchange.service.templates.render(.queryFailed, exchange.language, values)
  }

  private static func result(
    _ exchange: Exchange, _ id: String, _ run: QueryRun, _ table: Table, _ duration: Duration
  ) async throws -> Response {
    let names = table.schema.names
    let count = table.rowCount
    let last = max(1, (count + rowsPerPage - 1) / rowsPerPage)
    let number = min(last, max(1, exchange.query["page"].flatMap { Int($0) } ?? 1))
    let column = exchange.query["by"].flatMap { Int($0) }.flatMap {
      names.indices.contains($0) ? $0 : nil
    }
    let isDescending = exchange.query["order"] == "down"
    let rows = try await exchange.service.queries.results.run {
      run.page(
        of: table, from: (number - 1) * rowsPerPage, count: rowsPerPage, by: column,
        isDescending: isDescending)
    }
    func address(page: Int, by: Int?, down: Bool) -> String {
      Address.query(id) + "?page=\(page)" + (by.map { "&by=\($0)" } ?? "")
        + (by != nil && down ? "&order=down" : "")
    }
    let isNumber = table.schema.fields.map { [.integer, .real, .numeric].contains($0.type) }
    let milliseconds = Int(duration / .milliseconds(1))
    let values: [String: Any] = [
      "count": count, "isOne": count == 1, "time": milliseconds, "hasRows": count > 0,
      "files": ["csv", "xlsx", "json"].map {
        ["address": "\(Address.query(id))/files/result.\($0)", "text": $0.uppercased()]
      },
      "columns": names.indices.map { place -> [String: Any] in
        let isChosen = place == column
        return [
          "name": names[place], "class": isNumber[place] ? "num" : "",
          "sort": isChosen ? (isDescending ? "descending" : "ascending") : "none",
          "address": address(page: 1, by: place, down: isChosen && !isDescending),
        ]
      },
      "rows": rows.map { cells in
        [
          "cells": cells.indices.map {
            ["text": cells[$0].written ?? "NULL", "class": isNumber[$0] ? "num" : ""]
          }
        ]
      },
      "isPaged": last > 1, "page": number, "last": last,
      "hasBefore": number > 1,
      "before": address(page: number - 1, by: column, down: isDescending),
      "hasNext": number < last,
      "next": address(page: number + 1, by: column, down: isDescending),
    ]
    var pieces: [HTMLPiece] = [
      .markup(exchange.service.templates.render(.queryResult, exchange.language, values))
    ]
    if let chart = ResultChart(table).document { pieces.append(.document(chart)) }
    return page(exchange, sql: run.sql, pieces)
  }

  private static func find(_ exchange: Exchange) throws -> (id: String, run: QueryRun) {
    guard let id = exchange.parameter("run"), let account = exchange.account,
      let run = exchange.service.queries.find(id, account: account.name)
    else {
      throw WebProblem(
        .notFound, Label("Resultatet finns inte kvar", "The result is gone"),
        Label("Ställ frågan igen.", "Ask the question again."))
    }
    return (id, run)
  }
}

/// Bytes of a result in memory.
private final class ResultBytes: ByteSink {
  var bytes: [UInt8] = []

  func append(_ bytes: UnsafeRawBufferPointer) throws { self.bytes += bytes }
}

extension Table {
  /// Hands the rows over as the result of a statement.
  fileprivate func write(to document: ResultDocument, sql: String) throws {
    guard let statement = try SQLScript(sql).statements().first else { return }
    try document.open(statements: 1)
    try document.begin(statement)
    try document.columns(schema.fields.map { QueryColumn($0.name, $0.type) })
    for chunk in chunks { try document.rows(chunk) }
    try document.close()
  }
}
