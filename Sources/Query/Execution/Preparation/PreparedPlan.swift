internal import Tables

/// A plan as it is run, with what is known of it before: its steps, and the plans of its subqueries.
struct PreparedPlan: Sendable {
  /// The most steps that may stand above each other: plans are walked by recursion.
  static let deepest = 250

  let plan: Plan
  let step: PlanStep
  private let subplans: [Subquery: Subplan]
  private let sharedSteps: [SharedPlan: PlanStep]
  private let dependent: Set<SharedPlan>
  /// Rows and bytes of all scans, where known, for progress.
  let rowTotal: Int?
  let byteTotal: Int?
  /// Whether some source is a file.
  let readsFiles: Bool
  /// The steps that read sources.
  let scanSteps: [PlanStep]

  /// - Throws: ``QueryError`` when the plan is nested too deeply.
  init(_ plan: Plan, names: [String], rowsPerCombination: Double) throws(QueryError) {
    if plan.depth > Self.deepest { throw QueryError("the query is nested too deeply") }
    var preparation = PlanPreparation(rowsPerCombination: rowsPerCombination)
    (self.plan, step) = preparation.prepare(plan, materializing: false)
    subplans = preparation.subplans
    sharedSteps = preparation.sharedSteps
    dependent = preparation.dependent
    scanSteps = preparation.scanSteps
    readsFiles = preparation.sources.contains { $0.byteCount != nil }
    func total(_ sizes: [Int?]) -> Int? {
      sizes.contains(nil) ? nil : sizes.reduce(0) { $0 + ($1 ?? 0) }
    }
    rowTotal = total(preparation.sources.map(\.rowCount))
    byteTotal = preparation.sources.isEmpty ? nil : total(preparation.sources.map(\.byteCount))
  }

  /// The plan of a subquery.
  func subplan(of subquery: Subquery) -> Subplan? { subplans[subquery] }

  /// The step under a shared plan.
  func step(of shared: SharedPlan) -> PlanStep? { sharedSteps[shared] }

  /// Whether a shared plan gives the same rows wherever it stands.
  func isIndependent(_ shared: SharedPlan) -> Bool {
    !dependent.contains(shared)
  }
}

/// The plan of a subquery.
struct Subplan: Sendable {
  let plan: Plan
  let step: PlanStep
  /// Whether its results can be remembered.
  let canBeCached: Bool
  /// As many rows as whoever asks looks at; `nil` for all.
  let enough: Int?
}
