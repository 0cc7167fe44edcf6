internal import Tables

/// Looks for the values that keep columns text although most of their values are numbers or days.
struct OddValues {
  /// What a column is watched for.
  private struct Watch {
    var column: Int
    var plan: ColumnPlan
    /// The doubts whose first value has not come yet.
    var doubts: [(doubt: ColumnDoubt, count: Int)]
    /// What all but one or two values are.
    var near: TypeEvidence.Reading?
  }

  private var watches: [Watch] = []
  private let parser: ValueParser
  /// The values that were found, in the order of the file if the records were.
  private(set) var found = PlacedProblems()

  init(_ columns: FoundColumns, _ parser: ValueParser) {
    self.parser = parser
    for (column, (plan, evidence)) in zip(columns.plans, columns.evidence).enumerated()
    where plan.type == .text && !plan.isDeclared {
      let doubts = evidence.doubts(columns.mark)
      let near = doubts.isEmpty ? evidence.nearReading(columns.mark) : nil
      guard near != nil || !doubts.isEmpty else { continue }
      watches.append(Watch(column: column, plan: plan, doubts: doubts, near: near))
    }
  }

  /// Whether there is nothing more to find.
  var isDone: Bool { watches.isEmpty }

  /// Looks through records whose places count from `start`.
  mutating func look(at matrix: FieldMatrix, from start: Int) {
    for row in 0..<matrix.rows {
      // A watch that has found all it looks for goes.
      for place in watches.indices.reversed() {
        let (first, length) = matrix.field(row, watches[place].column)
        guard length > 0 else { continue }
        let content = FieldContent(matrix.bytes + first, length)
        let looks =
          content.hasInnerQuotes ? ValueClass(kind: .text) : parser.classify(content.bytes)
        for problem in problems(of: looks, content, place) {
          found.add(problem, at: start + first, value: FieldText.value(content))
        }
      }
      if isDone { return }
    }
  }

  /// The problems that a value shows.
  private mutating func problems(
    of looks: ValueClass, _ content: FieldContent, _ place: Int
  ) -> [CSVProblem] {
    let watch = watches[place]
    if let near = watch.near {
      let plan = ColumnPlan(
        name: watch.plan.name, type: near.type, unit: near.unit, style: near.style)
      if looks.kind == .missing || looks.belongs(to: plan) { return [] }
      let word = NoAnswer.word(in: FieldText.value(content))
      return [
        .type(
          column: plan.name, plan.isPercent ? .percentage : .type(near.type),
          .inferred(others: near.fitting), word: word)
      ]
    }
    let found = watch.doubts.filter { $0.doubt.concerns(looks, in: watch.plan) }
    watches[place].doubts.removeAll { $0.doubt.concerns(looks, in: watch.plan) }
    if watches[place].doubts.isEmpty { watches.remove(at: place) }
    return found.map {
      .doubt(column: watch.plan.name, $0.doubt, count: $0.count, watch.plan.style)
    }
  }
}
