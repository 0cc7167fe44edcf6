internal import Labels

/// How many people of each part gave each code, question by question.
struct AnswerCounts {
  private let scale: AnswerScale
  /// By question, then by part (empty for people without a value), one number per code text.
  private var counts: [String: [String: [Int]]] = [:]

  /// Sums cells, whose texts are question, code and parts, by the part at a position.
  init(_ cells: [CountedCell], by position: Int, _ scale: AnswerScale) {
    self.scale = scale
    let codes = scale.codeTexts
    let positions = Dictionary(
      codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    for cell in cells {
      guard let question = cell.texts[0], let code = cell.texts[1].flatMap({ positions[$0] })
      else { continue }
      counts[question, default: [:]][
        cell.texts[position] ?? "", default: Array(repeating: 0, count: codes.count)][code] +=
        cell.count
    }
  }

  /// Everyone who was asked a question.
  func total(of question: String) -> AnswerTally {
    var sum = [Int](repeating: 0, count: scale.codeTexts.count)
    for part in (counts[question] ?? [:]).values {
      for index in sum.indices { sum[index] += part[index] }
    }
    return tally(sum)
  }

  /// Those of one part.
  func tally(of question: String, part: String) -> AnswerTally {
    tally(counts[question]?[part] ?? Array(repeating: 0, count: scale.codeTexts.count))
  }

  /// A row per part, sorted; people without a value come last.
  func rows(of question: String) -> [QuestionRow] {
    let parts = counts[question] ?? [:]
    let named = parts.keys.filter { !$0.isEmpty }.sorted {
      $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars)
    }
    return (named + (parts[""] == nil ? [] : [""])).map { part in
      QuestionRow(
        key: part, label: part.isEmpty ? Label("uppgift saknas", "not stated") : Label(same: part),
        tally: tally(of: question, part: part))
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
