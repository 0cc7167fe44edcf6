package import Diagnostics
internal import Tables

/// Reads files of SPSS (`.sav`, `.zsav`) and Stata (`.dta`).
///
/// Codes become the labels that the file has for them, where it has one for every value of the
/// variable; a scale with words at its ends alone stays numbers. ``TableOptions/keepsCodes`` keeps all
/// codes. What the user declared as missing is missing. Days and moments come out as such, times of the
/// day as text.
package struct StatisticalReader: BoundedReader {
  package static var endings: [String] { ["sav", "zsav", "dta"] }

  private let memoryLimit: Int

  package init(memoryLimit: Int) {
    self.memoryLimit = memoryLimit
  }

  package func read(
    file path: String, named name: String, options: TableOptions
  ) throws(Diagnostic) -> TableReading {
    let isSPSS = !path.lowercased().hasSuffix(".dta")
    return try StatisticalReading(file: name, isSPSS: isSPSS, memoryLimit: memoryLimit)
      .reading(path, options)
  }
}

extension StatisticalReading {
  fileprivate func reading(
    _ path: String, _ options: TableOptions
  ) throws(Diagnostic) -> TableReading {
    var problems = FormatProblems(file: rows.file, isSheet: false)
    let descriptor = try SystemCalls.open(path, named: rows.file)
    defer { SystemCalls.close(descriptor) }
    // A folder or a pipe has no place to go back to.
    guard try SystemCalls.size(descriptor, named: rows.file) != nil else {
      throw CSVProblem.unreadable(.noFile).diagnostic(at: rows.file)
    }
    try read(descriptor)
    if variables.isEmpty { problems.add(.empty) }
    var columns: [ColumnDescription] = []
    var names: [(position: Int, name: String)] = []
    var (taken, numbers) = (Set<String>(), [String: Int]())
    for (index, variable) in variables.enumerated() {
      var name = variable.name.isEmpty ? "column_\(index + 1)" : variable.name
      if taken.contains(name) {
        name = HeaderNames.next(name, taken, &numbers)
        problems.add(.duplicateName(variable.name, newName: name))
      }
      taken.insert(name)
      names.append((index, name))
      let labels = variable.labelSet.flatMap { self.labels[$0] } ?? []
      columns.append(
        ColumnDescription(
          label: variable.label, valueLabels: labels, missingCodes: variable.missing,
          declaredType: options.types[name]))
      if !options.keepsCodes, !labels.isEmpty {
        rows.replace(
          index,
          Dictionary(labels.map { ($0.value, $0.label) }, uniquingKeysWith: { _, last in last }))
      }
    }
    let table = rows.table(names, options, &problems)
    return TableReading(table: table, columns: columns, diagnostics: problems.diagnostics)
  }
}
