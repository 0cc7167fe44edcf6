internal import Diagnostics
internal import Statistics
internal import Tables

extension Diagnostic {
  /// A refused weighting as a problem of the file, in the words of the command.
  ///
  /// The rows are those that positions of the refusal count.
  init(
    _ error: StatisticsError, weighting table: Table, _ request: WeightingRequest, _ rows: [Int]
  ) {
    func place(_ position: Int) -> SourceLocation {
      rows.indices.contains(position - 1)
        ? table.location(ofRow: rows[position - 1]) : table.wholeLocation
    }
    switch error {
    case .badWeight(let position):
      self.init(
        .error, "weighting", at: place(position), "a weight must be a number of at least 0",
        because: request.start.map { "--start takes column '\($0)' as the weights to start from" },
        fixes: ["correct the weight", "leave the field empty for a respondent without one"])
    case .noWeight:
      self.init(
        .error, "weighting", at: table.wholeLocation, "all weights are 0",
        because: request.start.map { "--start takes column '\($0)' as the weights to start from" },
        fixes: ["name another column with --start", "leave --start out"])
    case .sampling(.clusterInTwoStrata(let position)):
      self.init(
        .error, "weighting", at: place(position),
        "the cluster in column '\(request.clusters ?? "")' lies in another stratum of column "
          + "'\(request.strata ?? "")' too",
        fixes: [
          "give clusters of different strata different names, for instance A1 and B1",
          "leave --strata out",
        ])
    case .weighting(let fault):
      self.init(
        .error, "weighting", at: table.wholeLocation, error.description, fixes: Self.fixes(fault))
    default: self = table.refusal(error)
    }
  }

  private static func fixes(_ fault: WeightingFault) -> [String] {
    switch fault {
    case .negativeWeights: ["--method rake"]
    case .limitTooLow, .limitBelowMean: ["a larger --trim", "leave --trim out"]
    case .notReached: ["merge small categories in the file and in the margins", "--method linear"]
    case .emptyCategory: ["merge the category with another one in the file and in the margins"]
    default: []
    }
  }
}
