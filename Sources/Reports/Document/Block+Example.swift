internal import Labels

extension Block {
  /// The block as a part of an example: headings and tables say so.
  var asExample: Block {
    switch self {
    case .heading(let level, let label): .heading(level: level, label.asExample)
    case .table(let table): .table(table.asExample)
    case .paragraph, .note, .chart: self
    }
  }
}

extension ReportTable {
  fileprivate var asExample: ReportTable {
    var table = self
    table.isExample = true
    return table
  }
}

extension [Block] {
  /// The blocks, as parts of an example if they are.
  func marked(asExample isExample: Bool) -> [Block] { isExample ? map(\.asExample) : self }
}

extension Label {
  /// A heading of an example.
  var asExample: Label { Label("\(swedish) (exempel)", "\(english) (example)") }
}

extension Provenance {
  /// What is stated and what is made up, as remarks.
  var notes: [Block] {
    [
      .note(
        Label(
          "Dokumenten anger: \(stated.swedish)", "The documents state: \(stated.english)")),
      matched.map {
        .note(
          Label(
            "Rekonstruerat för att stämma: \($0.swedish)",
            "Reconstructed to match: \($0.english)"))
      },
      invented.map { .note(Label("Påhittat: \($0.swedish)", "Invented: \($0.english)")) },
    ].compactMap(\.self)
  }
}
