/// Why an output is not what running its cell would give.
package enum StaleReason: Hashable, Sendable {
  /// There is none yet.
  case neverRun
  /// The words or options of the cell are others.
  case cell
  case parameter(String)
  /// The result of another cell is another.
  case table(String)
  case fileChanged(String)
  /// A file that a pattern or the workspace finds is new, or gone.
  case fileAdded(String)
  case fileRemoved(String)
  /// Some input is another, and the list at the end of the notebook no longer says which.
  case inputs
  case calendar
  case disclosure
  case meaning
  /// Somebody changed the text of the output, or one of its charts.
  case editedByHand
  /// A chart's file is gone.
  case chartMissing(String)
  /// Its charts belong to another notebook, or to this one by its old name.
  case moved
  /// The cell that it belonged to is gone.
  case cellRemoved

  /// In words, for a line behind the name of the cell.
  package var text: String {
    switch self {
    case .neverRun: "it was never run"
    case .cell: "the cell has changed"
    case .parameter(let name): "parameter \(name) has changed"
    case .table(let name): "the result of cell '\(name)' has changed"
    case .fileChanged(let name):
      (isDefinition(name) ? "definition " : "data file ") + "\(name) has changed"
    case .fileAdded(let name): "file \(name) is new"
    case .fileRemoved(let name): "file \(name) is gone"
    case .inputs: "data or definitions have changed"
    case .calendar: "the calendar of the workspace has changed"
    case .disclosure: "the disclosure rules of the workspace have changed"
    case .meaning: "the engine computes or writes it another way (meaning version)"
    case .editedByHand: "the output was edited by hand"
    case .chartMissing(let name): "the chart \(name) is gone"
    case .moved: "the notebook has another name, and its charts another folder"
    case .cellRemoved: "the cell that it belonged to is gone"
    }
  }

  private func isDefinition(_ name: String) -> Bool {
    name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }
}

extension StaleReason {
  /// The reasons behind inputs that are others: file by file, where it is known what they were.
  static func inputs(_ new: [InputEntry], before old: [InputEntry]?) -> [StaleReason] {
    guard let old else { return [.inputs] }
    let before = Dictionary(old.map { ($0.name, $0.hash) }, uniquingKeysWith: { a, _ in a })
    let after = Dictionary(new.map { ($0.name, $0.hash) }, uniquingKeysWith: { a, _ in a })
    var reasons: [StaleReason] = []
    for entry in new where entry.isFile && before[entry.name] != entry.hash {
      if before[entry.name] == nil {
        reasons.append(.fileAdded(entry.name))
      } else {
        reasons.append(
          entry.isMissing ? .fileRemoved(entry.name) : .fileChanged(entry.name))
      }
    }
    for entry in old where entry.isFile && after[entry.name] == nil {
      reasons.append(.fileRemoved(entry.name))
    }
    return reasons.isEmpty ? [.inputs] : reasons
  }
}
