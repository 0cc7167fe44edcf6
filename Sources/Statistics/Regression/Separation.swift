/// The proof that predictors separate the outcomes of a logistic regression.
enum Separation {
  /// Refuses the data if moving along the step never lowers the likelihood of any row.
  ///
  /// Then the likelihood grows for ever, for the columns have full rank and so some row moves. Rows
  /// that move less than a millionth of the others count as not moving: by the tenth step, what
  /// settles has settled to far more digits than that.
  static func refuse(
    _ design: Design, _ rows: LogisticRows, along step: [DoubleDouble]
  ) throws(StatisticsError) {
    guard !step.isEmpty else { return }
    let moves = (0..<design.rows).map { design.fitted($0, step).value }
    let still = 1e-6 * moves.reduce(0) { max($0, abs($1)) }
    for (row, move) in moves.enumerated() where abs(move) > still {
      let (s, m) = (rows.successes[row], rows.trials[row])
      guard move > 0 ? s == m : s == 0 else { return }
    }
    throw .regression(.separation(names(design, rows, step)))
  }

  /// Each predictor that separates the outcomes by itself; if there is none, all that share in the
  /// direction of the step.
  private static func names(
    _ design: Design, _ rows: LogisticRows, _ step: [DoubleDouble]
  ) -> [String] {
    let p = design.columns
    let predictors = (0..<p).filter { design.labels[$0] != nil }
    let alone = predictors.filter { separatesAlone($0, design, rows) }
    if !alone.isEmpty { return alone.map { design.names[$0] } }
    // The columns are divided, so that their largest values are alike.
    let largest = predictors.reduce(0) { max($0, abs(step[$1].value)) }
    return predictors.filter { abs(step[$0].value) > 1e-3 * largest }.map { design.names[$0] }
  }

  private static func separatesAlone(
    _ column: Int, _ design: Design, _ rows: LogisticRows
  ) -> Bool {
    var (negative, positive): ((Double, Double), (Double, Double))
    negative = (.infinity, -.infinity)
    positive = negative
    for row in 0..<design.rows {
      let value = design.values[row * design.columns + column].high
      if rows.successes[row] > 0 { positive = (min(positive.0, value), max(positive.1, value)) }
      if rows.successes[row] < rows.trials[row] {
        negative = (min(negative.0, value), max(negative.1, value))
      }
    }
    if design.hasIntercept { return negative.1 <= positive.0 || positive.1 <= negative.0 }
    return negative.1 <= 0 && positive.0 >= 0 || positive.1 <= 0 && negative.0 >= 0
  }
}
