package import Labels
internal import Tables

/// The kinds of questions that a definition of a survey knows.
package enum QuestionType: String, Hashable, Sendable, CaseIterable {
  case one, rating, nps, several, number, date, text

  /// What readers call it.
  package var label: Label {
    switch self {
    case .one: Label("ett svar", "one answer")
    case .rating: Label("betyg", "rating")
    case .nps: Label("0–10, NPS", "0–10, NPS")
    case .several: Label("flera svar", "several answers")
    case .number: Label("tal", "number")
    case .date: Label("datum", "date")
    case .text: Label("fritext", "free text")
    }
  }
}

/// A question of an export with what everybody answered.
package struct ExportQuestion: Hashable, Sendable {
  /// The tool's own code, if it has one.
  package var code: String?
  /// What was asked.
  package var wording: String
  /// The columns that hold it.
  package var columns: [String]
  package var type: QuestionType
  /// The scale of a question of one answer, of several, or of a rating; `nil` for others.
  package var scale: FoundScale?
  /// For each row what was answered: nothing, one text, or several.
  package var cells: [[String]]
  /// Whether the file names the answers of the scale, so that those that nobody gave are known too.
  package var namesAnswers = false

  /// The rows that hold an answer.
  package var answered: Int { cells.count { !$0.isEmpty } }

  /// All answers that count, in the order of the file.
  package var texts: [String] {
    cells.flatMap(\.self).filter { !NoAnswer.contains($0) }
  }

  /// Whether each cell of another question holds nothing but the answers of this one, in any order.
  func saysAll(of other: ExportQuestion) -> Bool {
    zip(cells, other.cells).allSatisfy { own, others in
      let whole = others.map(\.foldedForMatching).joined()
      let parts = own.map(\.foldedForMatching)
      return whole.count == parts.map(\.count).reduce(0, +) && parts.allSatisfy(whole.contains)
    }
  }
}

/// Guesses what kind of question a column holds, from its values.
enum QuestionGuess {
  /// A question of one column.
  ///
  /// - Parameters:
  ///   - question: What is known of it.
  ///   - column: The name of its column.
  ///   - cells: Its texts.
  ///   - separator: What the tool sets between the answers of a question with several.
  ///   - answers: The answers that could be chosen, where the file names them.
  /// - Returns: The question with its kind, scale and answers.
  static func question(
    _ question: WrittenQuestion, column: String, _ cells: [String], separator: String?,
    answers: [String] = []
  ) -> ExportQuestion {
    var result = ExportQuestion(
      code: question.code,
      wording: question.part.map { "\(question.wording) – \($0)" } ?? question.wording,
      columns: [column], type: .text, scale: nil, cells: cells.map { $0.isEmpty ? [] : [$0] })
    if let scale = named(answers, result.texts) {
      (result.type, result.scale, result.namesAnswers) = (.one, scale, true)
      return result
    }
    if let separator, let parts = several(cells, by: separator) {
      result.type = .several
      result.cells = parts
      result.scale = .seen(parts.flatMap(\.self))
      return result
    }
    (result.type, result.scale) = type(of: result.texts, wording: result.wording)
    return result
  }

  /// The scale of answers that the file names, if every answer is one of them: words at the ends of a scale of
  /// numbers alone are none.
  private static func named(_ answers: [String], _ texts: [String]) -> FoundScale? {
    let answers = answers.filter { !NoAnswer.contains($0) }
    guard answers.count > 1 else { return nil }
    let scale = FoundScale.usual(answers) ?? .seen(answers)
    return texts.allSatisfy { scale.place(of: $0) != nil } ? scale : nil
  }

  /// What a question is by the texts that were answered to it.
  static func type(of texts: [String], wording: String) -> (QuestionType, FoundScale?) {
    let distinct = firsts(of: texts)
    if texts.isEmpty { return (.text, nil) }
    if let scale = FoundScale.usual(distinct) { return (.one, scale) }
    if let scale = FoundScale.numbers(distinct) {
      if isRecommendation(wording) { return (.nps, nil) }
      return (.rating, scale)
    }
    if isRecommendation(wording), texts.allSatisfy({ Int($0).map((0...10).contains) == true }) {
      return (.nps, nil)
    }
    if texts.allSatisfy({ number($0) != nil }) { return (.number, nil) }
    if !WrittenMoments.read(distinct, monthFirst: false).contains(nil) { return (.date, nil) }
    // Few different texts that come again are answers to choose from; others somebody wrote. Of one text
    // alone nobody knows what else could have been chosen.
    let isShort = distinct.allSatisfy { $0.count <= longestAnswer }
    guard isShort, (2...mostAnswers).contains(distinct.count), distinct.count * 2 <= texts.count
    else {
      return (.text, nil)
    }
    return (.one, .seen(distinct))
  }

  /// Answers of several columns, one an answer, as one question: a cell holds the answer, or a mark.
  static func several(
    _ parts: [(part: String, column: String, cells: [String])], _ question: WrittenQuestion
  ) -> ExportQuestion? {
    guard parts.allSatisfy({ part in part.cells.allSatisfy { isMark($0, of: part.part) } })
    else { return nil }
    let rows = parts[0].cells.count
    // A row without any mark answered nothing; marks that say no are an answer of none.
    let cells = (0..<rows).map { row in
      parts.filter { isChosen($0.cells[row], of: $0.part) }.map(\.part)
    }
    return ExportQuestion(
      code: question.code, wording: question.wording, columns: parts.map(\.column), type: .several,
      scale: .seen(parts.map(\.part)), cells: cells)
  }

  private static func isMark(_ cell: String, of part: String) -> Bool {
    cell.isEmpty || isChosen(cell, of: part)
      || ["0", "n", "no", "nej", "false", "falskt"].contains(cell.lowercased())
  }

  private static func isChosen(_ cell: String, of part: String) -> Bool {
    ["1", "y", "yes", "ja", "x", "true", "sant"].contains(cell.lowercased())
      || cell.foldedForMatching == part.foldedForMatching && !cell.isEmpty
  }

  /// The answers of each cell, if the column holds several; `nil` if it does not.
  private static func several(_ cells: [String], by separator: String) -> [[String]]? {
    let parts = cells.map { cell in
      cell.split(separator: separator).map { $0.trimmingSpaces }.filter { !$0.isEmpty }
    }
    let all = parts.flatMap(\.self)
    let distinct = firsts(of: all)
    guard !all.isEmpty, parts.contains(where: { $0.count > 1 }) || isTerminated(cells, separator),
      distinct.count <= mostAnswers * 2, distinct.allSatisfy({ $0.count <= longestAnswer })
    else { return nil }
    // Forms sets the sign behind every answer; elsewhere only answers that come again tell.
    if isTerminated(cells, separator) { return parts }
    let whole = firsts(of: cells.filter { !$0.isEmpty })
    guard distinct.count * 2 <= all.count, distinct.count <= whole.count,
      FoundScale.usual(whole) == nil, FoundScale.numbers(whole) == nil,
      !cells.allSatisfy({ $0.isEmpty || number($0) != nil })
    else { return nil }
    return parts
  }

  private static func isTerminated(_ cells: [String], _ separator: String) -> Bool {
    let answered = cells.filter { !$0.isEmpty }
    return separator == ";" && !answered.isEmpty && answered.allSatisfy { $0.hasSuffix(";") }
  }

  private static func isRecommendation(_ wording: String) -> Bool {
    let folded = wording.lowercased()
    return ["rekommendera", "recommend", "nps"].contains { folded.contains($0) }
  }

  /// A number as people write it.
  static func number(_ text: String) -> Double? {
    let plain = text.filter { $0 != " " && $0 != "\u{A0}" }
    guard plain.contains(where: \.isNumber),
      plain.allSatisfy({ $0.isNumber || "-−.,".contains($0) })
    else { return nil }
    let sign = plain.replacing("−", with: "-")
    let value = Double(sign.contains(".") ? sign : sign.replacing(",", with: "."))
    return value?.isFinite == true ? value : nil
  }

  /// The different texts, each where it stands first; the same after folding is the same.
  static func firsts(of texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0.foldedForMatching).inserted }
  }

  private static let mostAnswers = 15
  private static let longestAnswer = 80
}
