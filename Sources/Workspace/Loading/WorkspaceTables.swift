internal import Diagnostics
internal import Indicators
internal import Labels
internal import Tables

/// Reads the tables of the workspace itself: codes, units of measure, known contradictions.
struct WorkspaceTables {
  let folder: String
  let problems: ProblemCollector

  func codes() -> CodeLabels {
    var codes = CodeLabels()
    let rows = rows("codes.csv", ["column", "code", "label_sv", "label_en"])
    problems.reportTwice(
      rows.compactMap { row in
        row.text("code").map { ([$0, row.text("column") ?? ""], row.location) }
      }, { "the code '\($0[0])' of '\($0[1])'" }, effect: ", and the last one counts")
    for row in rows {
      guard let column = row.text("column"), let code = row.text("code") else { continue }
      codes.add(
        code, column: column,
        Label(row.text("label_sv") ?? code, row.text("label_en") ?? row.text("label_sv") ?? code))
    }
    return codes
  }

  func measurementUnits() -> [String: MeasurementUnit] {
    var units: [String: MeasurementUnit] = [:]
    var first: [String: SourceLocation] = [:]
    let columns = ["unit", "label_en", "dimension", "factor", "one_sv", "one_en"]
    for row in rows("measurement-units.csv", columns) {
      guard let name = row.text("unit") else { continue }
      let factor = row.text("factor").map { Double($0) ?? .nan } ?? 1
      guard factor.isFinite, factor > 0 else {
        problems.add(
          Diagnostic(
            .error, "unit-factor", at: row.location, "the factor of '\(name)' is no number above 0",
            because: "1 mnkr = 1000000 kr has the factor 1000000", fixes: ["write 1"]))
        continue
      }
      let unit = MeasurementUnit(
        name: name, label: Label(name, row.text("label_en") ?? name),
        dimension: row.text("dimension") ?? name, factor: factor,
        one: row.text("one_sv").map { Label($0, row.text("one_en") ?? $0) })
      if let earlier = units[name], let place = first[name] {
        let isSame = earlier.dimension == unit.dimension && earlier.factor == unit.factor
        problems.add(
          Diagnostic(
            isSame ? .warning : .error, "id-duplicate", at: row.location,
            "the unit of measure '\(name)' stands twice" + (isSame ? "" : ", with other factors"),
            because: "it stands first at \(place)", fixes: ["take one of them away"]))
        continue
      }
      first[name] = row.location
      units[name] = unit
    }
    return units
  }

  func contradictions() -> [Contradiction] {
    let columns = [
      "id", "kind", "unit", "label_sv", "label_en", "value_a", "document_a", "line_a", "value_b",
      "document_b", "line_b", "note_sv", "note_en",
    ]
    let rows = rows("contradictions.csv", columns)
    problems.reportTwice(
      rows.compactMap { row in row.text("id").map { ($0, row.location) } },
      { "contradiction '\($0)'" }, effect: ", and both count", fix: "give one of them another id")
    return rows.map { row in
      Contradiction(
        id: row.text("id") ?? "", kind: row.text("kind") ?? "", unit: row.text("unit") ?? "",
        label: Label(row.text("label_sv") ?? "", row.text("label_en") ?? ""),
        values: [row.text("value_a"), row.text("value_b")].compactMap(\.self),
        sources: ["a", "b"].compactMap { side in
          row.text("document_\(side)").map {
            DocumentReference(document: $0, line: row.integer("line_\(side)"))
          }
        }, note: Label(row.text("note_sv") ?? "", row.text("note_en") ?? ""),
        location: row.location)
    }
  }

  func acknowledgements() -> [Acknowledgement] {
    Acknowledgement.read(
      rows(Acknowledgement.file, ["finding", "reason", "reason_sv", "reason_en"]), problems)
  }

  /// The rows of a table of the workspace itself, which may be absent.
  private func rows(_ name: String, _ columns: [String]) -> [Row] {
    let table = TableLoader(problems: problems).read(folder.appending(path: name), table: name)
    guard let table else { return [] }
    problems.reportColumns(of: table, known: columns)
    return table.rows
  }
}
