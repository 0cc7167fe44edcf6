internal import Diagnostics

/// The names that data refers to, by position, and the words for a name that is not there.
struct DefinitionNames {
  let waveNames: [String]
  let groupNames: [String]
  let questionNames: [String]
  let waves: [String: Int]
  let groups: [String: Int]
  let questions: [String: Int]
  private let columnPositions: [String: Int]
  /// The names that data has for questions, which parts of a question share.
  let columnNames: [String]
  /// The questions of each such name.
  let columns: [String: [Int]]
  /// Whether a question is asked, by wave, group and question.
  let asked: [Bool]

  init(_ definition: SurveyDefinition) {
    waveNames = definition.waves.map(\.id)
    groupNames = definition.groups.map(\.id)
    questionNames = definition.questions.map(\.id)
    waves = Self.positions(waveNames)
    let former = definition.groups.enumerated().flatMap { place, group in
      group.former.map { ($0.id, place) }
    }
    groups = Self.positions(groupNames).merging(former) { current, _ in current }
    let first = Self.positions(questionNames)
    questions = first
    var columnNames: [String] = []
    var columns: [String: [Int]] = [:]
    for (index, question) in definition.questions.enumerated() where first[question.id] == index {
      guard let column = question.column else { continue }
      if columns[column] == nil { columnNames.append(column) }
      columns[column, default: []].append(index)
    }
    (self.columnNames, self.columns) = (columnNames, columns)
    self.columnPositions = Self.positions(columnNames)
    asked = definition.waves.flatMap { wave in
      definition.groups.flatMap { group in
        definition.questions.enumerated().map { index, question in
          first[question.id] == index && question.occurs(in: wave) && question.isAsked(of: group.id)
        }
      }
    }
  }

  /// Stands for a name that is not known.
  static let none: Int32 = -1

  /// The positions of names as columns hold them; ``none`` for one that is not known.
  func wave(_ name: String) -> Int32 { Self.position(waves[name]) }
  func group(_ name: String) -> Int32 { Self.position(groups[name]) }
  func column(_ name: String) -> Int32 { Self.position(columnPositions[name]) }

  private static func position(_ found: Int?) -> Int32 { found.map { Int32(clamping: $0) } ?? none }

  func isAsked(question: Int, wave: Int, group: Int) -> Bool {
    asked[place(wave: wave, group: group) + question]
  }

  func isAsked(question: Int, of person: Roster.Person) -> Bool {
    asked[place(of: person) + question]
  }

  /// Where the questions of a person begin in ``asked``.
  func place(of person: Roster.Person) -> Int {
    place(wave: person.wave, group: person.group)
  }

  private func place(wave: Int, group: Int) -> Int {
    (wave * groupNames.count + group) * questionNames.count
  }

  func unknown(
    _ kind: String, _ name: String?, _ known: [String], _ subject: String,
    at location: SourceLocation
  ) -> Diagnostic {
    guard let name else {
      return Diagnostic(
        .error, "survey-\(kind)", at: location, "column '\(kind)' is empty",
        because: "\(subject) is not counted", fixes: ["give the \(kind)"])
    }
    return Diagnostic(
      .error, "survey-\(kind)", at: location, "column '\(kind)' holds no known \(kind)",
      because: "\(subject) is not counted",
      fixes: [suggestion(for: name, among: known)].compactMap { $0 }, value: name)
  }

  /// A name that stands twice means its first place; the definition's problems tell about it.
  private static func positions(_ names: [String]) -> [String: Int] {
    Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
