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
    for row in rows("codes.csv") {
      guard let column = row.text("column"), let code = row.text("code") else { continue }
      codes.add(
        code, column: column,
        Label(row.text("label_sv") ?? code, row.text("label_en") ?? row.text("label_sv") ?? code))
    }
    return codes
  }

  func measurementUnits() -> [String: MeasurementUnit] {
    var units: [String: MeasurementUnit] = [:]
    for row in rows("measurement-units.csv") {
      guard let name = row.text("unit") else { continue }
      let factor = row.text("factor").map { Double($0) ?? .nan } ?? 1
      guard factor.isFinite, factor > 0 else {
        problems.add(
          Diagnostic(
            .error, "unit-factor", at: row.location, "the factor of '\(name)' is no number above 0",
            because: "1 mnkr = 1000000 kr has the factor 1000000", fixes: ["write 1"]))
        continue
      }
      units[name] = MeasurementUnit(
        name: name, label: Label(name, row.text("label_en") ?? name),
        dimension: row.text("dimension") ?? name, factor: factor,
        one: row.text("one_sv").map { Label($0, row.text("one_en") ?? $0) })
    }
    return units
  }

  func contradictions() -> [Contradiction] {
    rows("contradictions.csv").map { row in
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

  /// The rows of a table of the workspace itself, which may be absent.
  private func rows(_ name: String) -> [Row] {
    TableLoader(problems: problems).read(
      folder.appending(path: name), table: name)?.rows ?? []
  }
}
