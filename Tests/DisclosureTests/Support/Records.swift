internal import Disclosure

/// Rows of a published example, each one an atom, and the tables that are made of them.
struct Records {
  var names: [String]
  var rows: [[String]]
  var values: [Double]

  /// Rows of words with the value last.
  init(_ names: String, _ text: String) {
    self.names = names.split(separator: " ").map(String.init)
    let lines = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    rows = lines.map { Array($0.dropLast()) }
    values = lines.map { Double($0.last ?? "") ?? .nan }
  }

  /// The set of every cell of the tables: each crosses some variables and, as a model formula does,
  /// their margins. A variable in `nested` is an alternative to the one that it stands for: `eu` for
  /// `geo`.
  func set(_ measure: ReportSet.Measure, crossing tables: [[[String]]]) throws -> ReportSet {
    var cells: [PublishedCell] = []
    var seen: Set<String> = []
    for table in tables {
      // One choice for each factor of the table: none of its variables, for the total, or one.
      var choices: [[String]] = [[]]
      for factor in table {
        choices = choices.flatMap { choice in [choice] + factor.map { choice + [$0] } }
      }
      for variables in choices {
        let places = variables.compactMap { names.firstIndex(of: $0) }
        for key in Set(rows.map { row in places.map { row[$0] } }).sorted(by: {
          $0.lexicographicallyPrecedes($1)
        }) {
          let parts = zip(variables, key).map { "\($0)=\($1)" }.sorted()
          let id = parts.isEmpty ? "total" : parts.joined(separator: " ")
          guard seen.insert(id).inserted else { continue }
          let atoms = rows.indices.filter { row in places.map { rows[row][$0] } == key }
          let value = atoms.reduce(0) { $0 + values[$1] }
          cells.append(PublishedCell(id, atoms: atoms, priority: value))
        }
      }
    }
    return try ReportSet(measure, atoms: values, cells: cells)
  }
}

extension ReportSet {
  /// Marks counts up to a limit as the R package does: nothing is told by reasons, and "not determined"
  /// is enough.
  ///
  /// - Returns: How many are marked.
  mutating func markSmall(upTo limit: Double, zeros: Bool, protection: Double = 1) throws -> Int {
    var cells = cells
    for cell in cells.indices {
      let value = value(of: cells[cell])
      guard value <= limit, value > 0 || zeros else { continue }
      cells[cell].primaryReason = .few
      cells[cell].protection = protection
    }
    self = try ReportSet(measure, atoms: atoms, cells: cells, identities: identities)
    return cells.count { $0.primaryReason != nil }
  }
}
