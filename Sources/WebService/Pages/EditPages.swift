internal import Hummingbird
internal import Indicators
internal import Labels
internal import Notebooks
internal import Query
internal import Reports
internal import Tables
internal import Workspace

/// Changes a row of a unit's goals or outcomes: a form, the difference that it makes to the file, and what happens
/// when two do so at once.
enum EditPages {
  static func form(_ exchange: Exchange) async throws -> Response {
    let edit = try edit(exchange)
    let row = try edit.read().row
    return page(exchange, edit, row, values: row.fields)
  }

  static func act(_ exchange: Exchange) async throws -> Response {
    let edit = try edit(exchange)
    let (file, row) = try edit.read()
    let form = exchange.form
    let values: [(name: String, text: String)]
    do {
      values = try edit.values(form)
    } catch let fault as RowEdit.FieldFault {
      let label = fault.column.label
      return page(
        exchange, edit, row, values: submitted(form), stamp: form["stamp"],
        problem: Label(
          "”\(label.swedish)” ska vara ett tal, som 20 000 eller 95,5.",
          "“\(label.english)” has to be a number, such as 20 000 or 95.5."),
        status: .unprocessableContent)
    }
    guard form["stamp"] == row.stamp else {
      return conflict(exchange, edit, row, values)
    }
    let after = file.changing(row, to: values)
    guard after != file.bytes else {
      return page(
        exchange, edit, row, values: submitted(form),
        problem: Label(
          "Inget skiljer sig från det som står i filen.", "Nothing differs from what the file says."
        ))
    }
    guard form["step"] == "apply" else {
      return preview(exchange, edit, row, values, from: file.bytes, to: after)
    }
    let (stamp, account, site) = (row.stamp, exchange.account?.name ?? "", exchange.service.site)
    let isDone = try await site.changes.run {
      try edit.apply(
        values, stamp: stamp, by: account, at: Timestamp.wallClock.description)
    }
    guard isDone else { return conflict(exchange, edit, try edit.read().row, values) }
    site.hasChanged()
    return Response(redirecting: Address.unitHome(edit.unit))
  }

  // MARK: Pages

  private static func page(
    _ exchange: Exchange, _ edit: RowEdit, _ row: CSVFile.Row, values: [String: String],
    stamp: String? = nil, problem: Label? = nil, theirs: [String: String]? = nil,
    status: HTTPResponse.Status = .ok
  ) -> Response {
    let language = exchange.language
    var shown: [String: Any] = [
      "token": exchange.token, "stamp": stamp ?? row.stamp, "place": "\(edit.place), \(edit.id)",
      "home": Address.unitHome(edit.unit),
      "action": Address.edit(edit.unit, edit.table.rawValue, edit.id),
      "fields": edit.table.columns.map { column -> [String: Any] in
        var field: [String: Any] = [
          "name": column.name, "label": column.label[language], "isNumber": column.isNumber,
          "value": values[column.name] ?? "",
        ]
        if let theirs, theirs[column.name] ?? "" != values[column.name] ?? "" {
          field["isDifferent"] = true
          field["theirs"] = theirs[column.name] ?? ""
          field["isEmpty"] = (theirs[column.name] ?? "").isEmpty
        }
        return field
      },
    ]
    shown["problem"] = problem?[language]
    let html = exchange.service.templates.render(.edit, language, shown)
    return SitePage(exchange).response(
      title: title(exchange, edit), status: status, [.markup(html)])
  }

  /// Somebody else has changed the row since the form was shown: both are shown, and what stands in the form
  /// counts if it is sent again.
  private static func conflict(
    _ exchange: Exchange, _ edit: RowEdit, _ row: CSVFile.Row,
    _ values: [(name: String, text: String)]
  ) -> Response {
    page(
      exchange, edit, row,
      values: Dictionary(values.map { ($0.name, $0.text) }, uniquingKeysWith: { $1 }),
      problem: Label(
        "Någon annan har ändrat raden sedan du öppnade den. Inget av ditt är sparat. Vid varje fält som skiljer sig står vad filen säger nu. Granska igen om ditt ska gälla.",
        "Somebody else has changed the row since you opened it. Nothing of yours is saved. Each field that differs says what the file has now. Review again if yours is to hold."
      ), theirs: row.fields, status: .conflict)
  }

  private static func preview(
    _ exchange: Exchange, _ edit: RowEdit, _ row: CSVFile.Row,
    _ values: [(name: String, text: String)], from before: [UInt8], to after: [UInt8]
  ) -> Response {
    let difference = UnifiedDifference(from: before, to: after, named: edit.place, context: 0)
    let html = exchange.service.templates.render(
      .editPreview, exchange.language,
      [
        "token": exchange.token, "stamp": row.stamp,
        "action": Address.edit(edit.unit, edit.table.rawValue, edit.id),
        // The first two lines name the file, which the page has done.
        "difference": difference.text.split(separator: "\n").dropFirst(2).joined(separator: "\n"),
        "changes": edit.table.columns.compactMap { column -> [String: Any]? in
          guard let new = values.first(where: { $0.name == column.name })?.text,
            new != row.fields[column.name] ?? ""
          else { return nil }
          return [
            "label": column.label[exchange.language], "before": row.fields[column.name] ?? "",
            "after": new,
          ]
        },
        "fields": values.map { ["name": $0.name, "value": $0.text] },
      ])
    return SitePage(exchange).response(
      title: title(exchange, edit), [.markup(html)])
  }

  private static func title(_ exchange: Exchange, _ edit: RowEdit) -> String {
    let workspace = exchange.state.workspace
    let label =
      edit.table == .targets
      ? workspace.goals.first { $0.id == edit.id }?.label
      : workspace.outcomes.first { $0.id == edit.id }?.label
    return exchange.words("Ändra", "Change") + ": " + (label?[exchange.language] ?? edit.id)
  }

  private static func submitted(_ form: FormFields) -> [String: String] {
    Dictionary(
      form.starting(with: "field-").map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
  }

  private static func edit(_ exchange: Exchange) throws -> RowEdit {
    guard let unit = exchange.parameter("unit").flatMap(exchange.state.workspace.unit),
      let table = exchange.parameter("table").flatMap(RowEdit.Table.init(rawValue:)),
      let id = exchange.parameter("row")
    else { throw WebProblem.notFound }
    return RowEdit(workspace: exchange.service.site.folder, unit: unit.id, table: table, id: id)
  }
}
