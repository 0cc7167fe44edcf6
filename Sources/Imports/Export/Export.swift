package import Diagnostics
package import Tables

/// What a tool's file holds: who answered, when, of which group, and what.
package struct Export: Sendable {
  /// The file as messages name it.
  package let file: String
  package let profile: ExportProfile
  /// The columns that are no questions, with their texts, in the order of the file.
  package private(set) var columns: [ExportColumn]
  /// The questions in the order of the file.
  package private(set) var questions: [ExportQuestion]
  /// When each row was sent in, where that is known.
  package private(set) var submitted: [Timestamp?]
  /// The line of each row, where it is known.
  package private(set) var lines: [Int?]
  /// How many rows were never sent in, or only tried out; they are left out.
  package private(set) var unfinished: Int
  /// What the reader of the file has to say.
  package let diagnostics: [Diagnostic]
  /// The hash SHA-256 of the file, in base 16.
  package let hash: String

  package var rowCount: Int { lines.count }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: The file to open.
  ///   - name: The file as messages name it.
  ///   - structure: A file that says what the codes of it mean, as LimeSurvey exports one.
  ///   - language: The language of those words, where there are several: `sv` or `en`.
  /// - Throws: A diagnostic if a file cannot be read, or holds no rows.
  package init(
    reading path: String, named name: String? = nil, structure: String? = nil,
    language: String = "sv"
  ) throws(Diagnostic) {
    var raw = try RawExport(reading: path, named: name ?? path)
    if let structure {
      raw = try LimeSurveyStructure(reading: structure, language: language).explaining(raw)
    }
    try self.init(raw)
  }

  init(_ raw: RawExport) throws(Diagnostic) {
    let profile = ExportProfile.of(raw)
    let written = profile.describe(raw)
    let rest = raw.leavingOutRows(profile.describingRows)
    file = raw.file
    self.profile = profile
    diagnostics = raw.diagnostics
    hash = raw.hash
    lines = rest.lines
    columns = []
    questions = []
    unfinished = 0
    submitted = []
    var candidates: [Int] = []
    for column in rest.names.indices {
      if let role = profile.ownColumns[rest.names[column].foldedForMatching] {
        columns.append(ExportColumn(rest, column, role))
      } else {
        candidates.append(column)
      }
    }
    addQuestions(rest, written, candidates)
    readTimes()
    leaveOutUnfinished()
    guard rowCount > 0 else {
      throw Self.noRows(file, unfinished)
    }
    tellPersonalColumns()
    findGroup()
    shareScales()
  }

  private static func noRows(_ file: String, _ unfinished: Int) -> Diagnostic {
    var problem = Diagnostic(
      .error, "import-no-rows", at: SourceLocation(file: file),
      "the file holds no answers that were sent in",
      because: unfinished == 0
        ? nil : unfinished == 1 ? "1 row is not finished" : "\(unfinished) rows are not finished",
      fixes: ["export the data again"])
    problem.swedish = Diagnostic.Wording(
      "filen har inga svar som skickats in",
      because: unfinished == 0
        ? nil : unfinished == 1 ? "1 rad är inte klar" : "\(unfinished) rader är inte klara",
      fixes: ["exportera svaren igen"])
    return problem
  }

  /// The texts of the first column of a role; the role of an identity is that of the most certain.
  package func column(_ role: ColumnRole) -> ExportColumn? { columns.first { $0.role == role } }

  /// The column that tells respondents apart.
  package var respondents: ExportColumn? {
    let found = columns.compactMap { column -> (ColumnRole.Identity, ExportColumn)? in
      guard case .respondent(let identity) = column.role, column.tellsApart else { return nil }
      return (identity, column)
    }
    return found.min { $0.0 < $1.0 }?.1
  }

  /// Makes a question the column of groups, or what was one a question again.
  package mutating func setGroup(column name: String) {
    if let place = questions.firstIndex(where: { $0.columns == [name] }) {
      let question = questions.remove(at: place)
      for place in columns.indices where columns[place].role == .group {
        columns[place].role = .ignored
      }
      columns.append(ExportColumn(name, .group, question.cells.map { $0.first ?? "" }))
    } else if let place = columns.firstIndex(where: { $0.name == name }) {
      columns[place].role = .group
    }
  }

  // MARK: Building

  /// Columns of one wording and several parts are one question if their cells are marks, and one each if not.
  private mutating func addQuestions(
    _ raw: RawExport, _ written: [WrittenQuestion], _ candidates: [Int]
  ) {
    var place = 0
    while place < candidates.count {
      let first = candidates[place]
      var end = place + 1
      if written[first].part != nil {
        while end < candidates.count, written[candidates[end]].part != nil,
          written[candidates[end]].wording == written[first].wording,
          written[candidates[end]].code == written[first].code
        { end += 1 }
      }
      let group = Array(candidates[place..<end])
      place = end
      let parts = group.map {
        (part: written[$0].part ?? "", column: raw.name($0), cells: raw.columns[$0])
      }
      // A tool that writes several answers into one cell has yes and no in the rows of a matrix.
      let isMatrix =
        profile.separator != nil
        && parts.contains { $0.cells.contains { ["nej", "no"].contains($0.lowercased()) } }
      if written[first].part != nil, !isMatrix,
        let question = QuestionGuess.several(parts, written[first])
      {
        questions.append(question)
        continue
      }
      for column in group {
        questions.append(
          QuestionGuess.question(
            written[column], column: raw.name(column), raw.columns[column],
            separator: profile.separator, answers: raw.described[column].answers))
      }
    }
    // Where the parts have columns of their own, the column with all of them says nothing more.
    let parted = questions.filter { $0.columns.count > 1 }
    questions.removeAll { question in
      question.columns.count == 1
        && parted.contains { $0.wording == question.wording && $0.saysAll(of: question) }
    }
  }

  private mutating func readTimes() {
    submitted = Array(repeating: nil, count: rowCount)
    guard let column = column(.submitted) else { return }
    submitted = WrittenMoments.read(column.texts, monthFirst: profile.writesMonthFirst)
  }

  private mutating func leaveOutUnfinished() {
    var left: Set<Int> = []
    for column in columns where column.role == .state {
      for (row, text) in column.texts.enumerated() {
        let folded = text.foldedForMatching
        if profile.unfinished.contains(folded)
          || profile.unfinished.contains(folded + column.name.foldedForMatching)
        {
          left.insert(row)
        }
      }
    }
    // A time that is none is one: LimeSurvey writes that of 1980 where it is to keep no days.
    if profile.needsSubmission, let column = column(.submitted) {
      left.formUnion(
        column.texts.indices.filter { !column.texts[$0].contains(where: \.isNumber) })
    }
    unfinished = left.count
    let kept = lines.indices.filter { !left.contains($0) }
    guard kept.count < lines.count else { return }
    lines = kept.map { lines[$0] }
    submitted = kept.map { submitted[$0] }
    for place in columns.indices {
      columns[place].texts = kept.map { [texts = columns[place].texts] in texts[$0] }
    }
    for place in questions.indices {
      questions[place].cells = kept.map { [cells = questions[place].cells] in cells[$0] }
    }
  }

  /// Columns of nothing but addresses and numbers of persons are no questions, whatever they are called.
  private mutating func tellPersonalColumns() {
    for place in questions.indices.reversed() {
      let question = questions[place]
      guard question.columns.count == 1, question.answered > 0 else { continue }
      let kinds = question.cells.compactMap(\.first).map(PersonalData.whole)
      guard kinds.count(where: { $0 != nil }) * 2 > question.answered else { continue }
      let isAddress = kinds.allSatisfy { $0 == .email }
      let texts = question.cells.map { $0.first ?? "" }
      let hasOther = columns.contains { $0.role == .respondent(.email) && $0.tellsApart }
      columns.append(
        ExportColumn(
          question.columns[0], isAddress && !hasOther ? .respondent(.email) : .personal, texts))
      questions.remove(at: place)
    }
  }

  /// The question that asks for the group, by its words.
  private mutating func findGroup() {
    guard column(.group) == nil else { return }
    let words = [
      "grupp", "group", "enhet", "avdelning", "befattning", "yrkesroll", "roll", "yrkesgrupp",
      "department", "unit", "role", "arbetsplats", "organisation", "förvaltning",
    ]
    let found = questions.first { question in
      let asked = question.wording.lowercased().split { !$0.isLetter }.map(String.init)
      return question.type == .one && question.scale?.name == nil && question.answered == rowCount
        && asked.contains { word in words.contains { word == $0 || word.hasPrefix($0) } }
    }
    if let found { setGroup(column: found.columns[0]) }
  }

  /// Questions whose answers would fit a scale that others show whole are on that scale.
  private mutating func shareScales() {
    let names = Set(questions.compactMap { $0.scale?.name })
    for place in questions.indices
    where questions[place].scale?.name == "yes-no" && !questions[place].namesAnswers {
      guard names.contains("yes-partly-no"),
        let wider = FoundScale.usual.first(where: { $0.name == "yes-partly-no" }),
        questions[place].texts.allSatisfy({ wider.place(of: $0) != nil })
      else { continue }
      questions[place].scale = wider
    }
    let tops = questions.compactMap { $0.type == .rating ? $0.scale?.answers.count : nil }
    // Nobody gave the highest mark of a question whose neighbours have one.
    guard let top = tops.max(), top <= 7 else { return }
    let widest = questions.first { $0.type == .rating && $0.scale?.answers.count == top }?.scale
    for place in questions.indices where questions[place].type == .rating {
      guard let widest, questions[place].texts.allSatisfy({ widest.place(of: $0) != nil }) else {
        continue
      }
      questions[place].scale = widest
    }
  }
}

/// A column of an export that is no question.
package struct ExportColumn: Hashable, Sendable {
  package let name: String
  package var role: ColumnRole
  /// A text a row; empty for none.
  package var texts: [String]

  init(_ name: String, _ role: ColumnRole, _ texts: [String]) {
    (self.name, self.role, self.texts) = (name, role, texts)
  }

  init(_ raw: RawExport, _ column: Int, _ role: ColumnRole) {
    self.init(raw.name(column), role, raw.columns[column])
  }

  /// Whether it tells rows apart: tools write `anonymous` for everybody where nobody is to be known.
  package var tellsApart: Bool {
    let named = texts.indices.compactMap(identity)
    return Set(named).count > 1 || named.count == 1
  }

  /// What a row has, unless it says that nobody is to be known: many nobodies are not one person.
  package func identity(ofRow row: Int) -> String? {
    let text = texts[row]
    return text.isEmpty || ["anonymous", "anonym"].contains(text.lowercased()) ? nil : text
  }
}

extension RawExport {
  /// What a column is called, for messages and for what is saved; a number where it has no name.
  func name(_ column: Int) -> String {
    names[column].isEmpty ? "column \(column + 1)" : names[column]
  }
}
