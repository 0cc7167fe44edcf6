internal import Diagnostics
internal import Tables

/// The values that keep columns text although most of their values are numbers or days.
///
/// The reader of whole files and the scan hand over the same values in the order of the file, and so
/// say the same.
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

  /// - Parameters:
  ///   - plans: The columns of the file.
  ///   - evidence: What was counted in them.
  ///   - mark: The decimal mark of the file.
  init(_ plans: [ColumnPlan], _ evidence: [TypeEvidence], _ mark: DecimalMark) {
    for (column, (plan, evidence)) in zip(plans, evidence).enumerated()
    where plan.type == .text && !plan.isDeclared {
      let doubts = evidence.doubts(mark)
      let near = doubts.isEmpty ? evidence.nearReading(mark) : nil
      guard near != nil || !doubts.isEmpty else { continue }
      watches.append(Watch(column: column, plan: plan, doubts: doubts, near: near))
    }
  }

  /// The columns whose values are asked for.
  var columns: [Int] { watches.map(\.column) }

  /// Whether there is nothing more to find.
  var isDone: Bool { watches.isEmpty }

  /// The problems that a value shows; `value` gives it in words.
  mutating func problems(
    of looks: ValueClass, inColumn column: Int, value: () -> String
  ) -> [CSVProblem] {
    guard let place = watches.firstIndex(where: { $0.column == column }) else { return [] }
    let watch = watches[place]
    if let near = watch.near {
      let plan = ColumnPlan(
        name: watch.plan.name, type: near.type, unit: near.unit, style: near.style)
      if looks.kind == .missing || looks.belongs(to: plan) { return [] }
      return [
        .type(
          column: plan.name, plan.isPercent ? .percentage : .type(near.type),
          .inferred(others: near.fitting), word: NoAnswer.word(in: value()))
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
