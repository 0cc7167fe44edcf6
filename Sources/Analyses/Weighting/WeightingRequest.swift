/// How weights are found.
package enum WeightingMethod: String, Sendable, CaseIterable {
  /// Margin after margin until all agree; the usual way.
  case rake
  /// Linear calibration: all margins at once, by the least change.
  case linear
  /// The cells of one margin; exact at once.
  case poststratify
}

/// What weights to find, and what to compute with them.
package struct WeightingRequest: Sendable {
  /// How; post-stratification for one margin and raking for several if `nil`.
  package var method: WeightingMethod?
  /// The column of weights to start from.
  package var start: String?
  /// The largest weight as a multiple of the median weight.
  package var trim: Double?
  /// A column whose weighted mean to compute.
  package var mean: String?
  /// A column of groups to compute it for.
  package var by: String?
  /// The column of strata.
  package var strata: String?
  /// The column of clusters.
  package var clusters: String?
  /// Words that stand for a missing value, beside the usual ones.
  package var missing: [String]
  /// The confidence of intervals.
  package var confidence: Double

  /// A request.
  package init(
    method: WeightingMethod? = nil, start: String? = nil, trim: Double? = nil,
    mean: String? = nil, by: String? = nil, strata: String? = nil, clusters: String? = nil,
    missing: [String] = [], confidence: Double = 0.95
  ) {
    self.method = method
    self.start = start
    self.trim = trim
    self.mean = mean
    self.by = by
    self.strata = strata
    self.clusters = clusters
    self.missing = missing
    self.confidence = confidence
  }
}
