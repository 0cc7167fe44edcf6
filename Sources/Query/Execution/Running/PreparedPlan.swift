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
  init(_ plan: Plan, names: [String], rowsPerCell: Double) throws(QueryError) {
    if plan.depth > Self.deepest { throw QueryError("the query is nested too deeply") }
    var preparation = PlanPreparation(rowsPerCell: rowsPerCell)
    (self.plan, step) = preparation.prepare(plan, keeping: false)
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
  let canBeKept: Bool
  /// As many rows as whoever asks looks at; `nil` for all.
  let enough: Int?
}

/// Goes over a plan once, before it runs.
struct PlanPreparation {
  var subplans: [Subquery: Subplan] = [:]
  var sharedSteps: [SharedPlan: PlanStep] = [:]
  var dependent: Set<SharedPlan> = []
  var scanSteps: [PlanStep] = []
  var sources: [any ChunkSource] = []
  private var sharedPlans: [SharedPlan: SharedPlan] = [:]
  private let rowsPerCell: Double

  /// `rowsPerCell`: see ``ExecutionOptions/rowsPerCell``.
  init(rowsPerCell: Double) { self.rowsPerCell = rowsPerCell }

  /// The plan to run and its steps.
  ///
  /// `keeping`: whether parts that do not read parameters are to be kept, because the plan
  ///   runs once for each row around it.
  mutating func prepare(_ plan: Plan, keeping: Bool) -> (Plan, PlanStep) {
    if keeping, plan.isWorthKeeping {
      return prepare(.shared(SharedPlan(name: "", plan: plan)), keeping: false)
    }
    if let tallied = plan.tallied(rowsPerCell: rowsPerCell) {
      return prepare(tallied, keeping: keeping)
    }
    if let pushed = plan.withLimitBelowProjection { return prepare(pushed, keeping: keeping) }
    if case .shared(let shared) = plan { return prepare(shared) }
    var inputs: [Plan] = []
    var steps: [PlanStep] = []
    for input in plan.stepInputs {
      let (input, step) = prepare(input, keeping: keeping)
      inputs.append(input)
      steps.append(step)
    }
    let subqueries = plan.expressions.flatMap(\.subqueries).map { prepare($0) }
    let step = plan.step(over: steps, subqueries: subqueries)
    if case .scan(let scan) = plan {
      sources.append(scan.source)
      scanSteps.append(step)
    }
    return (plan.over(inputs), step)
  }

  private mutating func prepare(_ shared: SharedPlan) -> (Plan, PlanStep) {
    let title = shared.name.isEmpty ? "Kept rows" : "With"
    if let known = sharedPlans[shared] {
      let names = sharedSteps[known]?.names ?? []
      return (.shared(known), PlanStep(title, "\(shared.name), as above", names: names))
    }
    let (plan, below) = prepare(shared.plan, keeping: false)
    let new = SharedPlan(name: shared.name, plan: plan)
    sharedPlans[shared] = new
    sharedSteps[new] = below
    if plan.readsParameters || plan.readsOuterRounds { dependent.insert(new) }
    return (.shared(new), PlanStep(title, shared.name, inputs: [below], names: below.names))
  }

  private mutating func prepare(_ subquery: Subquery) -> PlanStep {
    if let known = subplans[subquery] { return known.step }
    let isCorrelated = !subquery.parameters.isEmpty
    let (plan, step) = prepare(subquery.plan, keeping: isCorrelated)
    let enough: Int? =
      switch subquery.kind {
      case .exists: 1
      // A second row is an error.
      case .scalar: 2
      case .any, .all: nil
      }
    subplans[subquery] = Subplan(
      plan: plan, step: step, canBeKept: !plan.readsOuterRounds, enough: enough)
    return step
  }
}

extension Plan {
  /// Whether a plan that runs many times had better keep this part: it reads a source, and nothing that
  /// changes.
  fileprivate var isWorthKeeping: Bool {
    switch self {
    case .shared, .values, .workingTable: return false
    // All pairs would be too many to keep.
    case .join(let join) where join.keys.isEmpty: return false
    default: break
    }
    var isReading = false
    visit(withSubqueries: false) { plan in
      switch plan {
      case .scan, .shared: isReading = true
      default: break
      }
    }
    return isReading && !readsParameters && !readsOuterRounds
  }

  /// A limit over a projection of sorted rows, turned so that only the rows that are left are projected
  /// and the sort knows the limit.
  fileprivate var withLimitBelowProjection: Plan? {
    guard case .limit(.project(let input, let expressions), let count, let offset) = self else {
      return nil
    }
    var below = input
    while case .project(let deeper, _) = below { below = deeper }
    guard case .sort = below else { return nil }
    return .project(.limit(input, count: count, offset: offset), expressions)
  }
}
