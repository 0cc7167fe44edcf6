internal import Labels

/// The answers to one question, counted by the parts of one column.
struct AnswerCounts {
  private let scale: AnswerScale
  /// Part, then position of the code among those of the scale.
  private var counts: [String: [Int]] = [:]

  /// Adds up cells whose texts are the code of the answer and the parts of some columns, by the column
  /// at a place among the texts. Where it holds nothing, the part is empty.
  init(_ cells: [CountedCell], by position: Int, _ scale: AnswerScale) {
    self.scale = scale
    let codes = scale.codeTexts
    let positions = Dictionary(
      codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    for cell in cells {
      guard let code = cell.texts[0].flatMap({ positions[$0] }) else { continue }
      counts[cell.texts[position] ?? "", default: Array(repeating: 0, count: codes.count)][code] +=
        cell.count
    }
  }

  /// All parts together.
  var total: AnswerTally {
    var sum = [Int](repeating: 0, count: scale.codeTexts.count)
    for part in counts.values {
      for index in sum.indices { sum[index] += part[index] }
    }
    return tally(sum)
  }

  /// One part; zeros where it has no rows.
  func tally(part: String) -> AnswerTally {
    tally(counts[part] ?? Array(repeating: 0, count: scale.codeTexts.count))
  }

  /// The parts in order of their names; "not stated" comes last.
  var rows: [QuestionRow] {
    let named = counts.keys.filter { !$0.isEmpty }.sorted {
      $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars)
    }
    return (named + (counts[""] == nil ? [] : [""])).map { part in
      QuestionRow(
        key: part, label: part.isEmpty ? Label("uppgift saknas", "not stated") : Label(same: part),
        tally: tally(part: part))
    }
  }

  private func tally(_ numbers: [Int]) -> AnswerTally {
    AnswerTally(
      counts: scale.answers.enumerated().map { AnswerCount(option: $1, count: numbers[$0]) },
      notApplicable: numbers[scale.position(of: .notApplicable)],
      missing: numbers[scale.position(of: .missing)],
      notReturned: numbers[scale.position(of: .notReturned)])
  }
}
