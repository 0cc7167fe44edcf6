/// Weights that were calibrated to known totals of margins and variables, and what they were before.
///
/// The influence values z become `z - w xβ`, with β from the regression of z/w on the known numbers
/// x by the weights before: what the totals explain varies from sample to sample no more.
struct Calibration: WeightAdjustment {
  private let before: [Double]
  private let after: [Double]

  /// For each row with weight the columns that are not 0, with their values.
  private let rows: [[(column: Int, value: Double)]]
  private let columns: Int
  private let system: SymmetricSystem

  /// Margins and variables speak of the members only, in their order.
  init(
    before: [Double], after: [Double], members: [Int], margins: [Margin],
    variables: [CalibrationVariable]
  ) throws(StatisticsError) {
    var rows = [[(column: Int, value: Double)]](repeating: [], count: before.count)
    var columns = 0
    for margin in margins {
      for (place, row) in members.enumerated() where after[row] > 0 {
        rows[row].append((columns + margin.codes[place], 1))
      }
      columns += margin.labels.count
    }
    for variable in variables {
      let power = WeightCheck.power(variable.values.map(abs).max() ?? 1)
      for (place, row) in members.enumerated() where after[row] > 0 && variable.values[place] != 0 {
        rows[row].append((columns, variable.values[place] / power))
      }
      columns += 1
    }
    // Shares of the largest weight, so that no product overflows.
    let unit = WeightCheck.power(before.max() ?? 1)
    self.before = before.map { $0 / unit }
    var products = Matrix(rows: columns, columns: columns)
    for (row, entries) in rows.enumerated() {
      for (one, first) in entries {
        for (other, second) in entries { products[one, other] += self.before[row] * first * second }
      }
    }
    system = try SymmetricSystem(products)
    self.after = after
    self.rows = rows
    self.columns = columns
  }

  func residuals(of z: [Double]) -> [Double] {
    // The second round takes out what the rounding of the first one left.
    residual(of: residual(of: z))
  }

  private func residual(of z: [Double]) -> [Double] {
    var sums = [PreciseSum](repeating: PreciseSum(), count: columns)
    for (row, entries) in rows.enumerated() where after[row] > 0 {
      let share = z[row] * (before[row] / after[row])
      for (column, value) in entries { sums[column].add(share, times: value) }
    }
    let slopes = system.solve(sums.map(\.value))
    return z.indices.map { row in
      z[row] - after[row] * rows[row].reduce(0) { $0 + slopes[$1.column] * $1.value }
    }
  }
}

extension SurveyDesign {
  /// The same sample with weights that a weighting has found, and with the precision that its known
  /// totals give.
  ///
  /// The weights of the design are those before the weighting. The variances are those of the
  /// residuals: the influence values z become `z - w xβ`, where w are the weights after, x the known
  /// numbers (1 or 0 for the categories of margins) and β the coefficients of the regression of z/w
  /// on x by the weights before. So a variable that the known numbers explain is estimated more
  /// precisely. For raking and bounded weights, too, this is the large-sample variance (Deville and
  /// Särndal). It is `calibrate` in R, with `calfun = "raking"` for raking.
  ///
  /// With few respondents for many totals the residuals are too small, and so is the standard error;
  /// a design of the weights after alone, which takes them as given, errs on the other side.
  ///
  /// References: Deville and Särndal 1992, Calibration estimators in survey sampling. Särndal,
  /// Swensson and Wretman 1992, Model Assisted Survey Sampling, section 6.6.
  ///
  /// - Parameters:
  ///   - result: the weighting.
  ///   - rows: the rows of the design that the weighting is about, in its order; all if nil. Other
  ///     rows get the weight 0 and stay in the design.
  /// - Returns: the calibrated design.
  /// - Throws: `StatisticsError.sampling` when the number of rows differs or a row is out of range.
  public func calibrated(
    by result: WeightingResult, rows: [Int]? = nil
  ) throws(StatisticsError) -> SurveyDesign {
    let members = rows ?? Array(weights.indices)
    guard members.count == result.weights.values.count else {
      throw .sampling(
        .rowsDiffer(
          column: "calibrated weights", rows: members.count,
          given: result.weights.values.count))
    }
    var after = [Double](repeating: 0, count: rowCount)
    for (place, row) in members.enumerated() {
      guard weights.indices.contains(row) else {
        throw .sampling(.codeOutOfRange(position: place + 1, limit: rowCount))
      }
      after[row] = result.weights.values[place]
    }
    let step = try Calibration(
      before: weights, after: after, members: members, margins: result.knownMargins,
      variables: result.knownVariables)
    return try SurveyDesign(
      weights: after, stages: stages, adjustments: adjustments + [step], firstStage: firstStage,
      singletons: singletons)
  }
}
