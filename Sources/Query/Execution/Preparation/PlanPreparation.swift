internal import Tables

/// Goes over a plan once, before it runs.
struct PlanPreparation {
  var subplans: [Subquery: Subplan] = [:]
  var sharedSteps: [SharedPlan: PlanStep] = [:]
  var dependent: Set<SharedPlan> = []
  var scanSteps: [PlanStep] = []
  var sources: [any ChunkSource] = []
  private var sharedPlans: [SharedPlan: SharedPlan] = [:]
  private let rowsPerCombination: Double

  /// `rowsPerCombination`: see ``ExecutionOptions/rowsPerCombination``.
  init(rowsPerCombination: Double) { self.rowsPerCombination = rowsPerCombination }

  /// The plan to run and its steps.
  ///
  /// `materializing`: whether parts that do not read parameters are to be kept, because the plan
  ///   runs once for each row around it.
  mutating func prepare(_ plan: Plan, materializing: Bool) -> (Plan, PlanStep) {
    if materializing, plan.isWorthMaterializing {
      return prepare(.shared(SharedPlan(name: "", plan: plan)), materializing: false)
    }
    // The rewritings are tried from the top down, each on a plan that no other has changed below: an
    // aggregate must still stand over its scan, and a limit over its sort.
    if let counted = plan.preaggregated(rowsPerCombination: rowsPerCombination) {
      return prepare(counted, materializing: materializing)
    }
    if let pushed = plan.withLimitBelowProjection {
      return prepare(pushed, materializing: materializing)
    }
    if case .shared(let shared) = plan { return prepare(shared) }
    var inputs: [Plan] = []
    var steps: [PlanStep] = []
    for input in plan.stepInputs {
      let (input, step) = prepare(input, materializing: materializing)
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
    let title = shared.name.isEmpty ? "Materialize" : "With"
    if let known = sharedPlans[shared] {
      let names = sharedSteps[known]?.names ?? []
      return (.shared(known), PlanStep(title, "\(shared.name), as above", names: names))
    }
    let (plan, below) = prepare(shared.plan, materializing: false)
    let new = SharedPlan(name: shared.name, plan: plan)
    sharedPlans[shared] = new
    sharedSteps[new] = below
    if plan.readsParameters || plan.readsOuterRounds { dependent.insert(new) }
    return (.shared(new), PlanStep(title, shared.name, inputs: [below], names: below.names))
  }

  private mutating func prepare(_ subquery: Subquery) -> PlanStep {
    if let known = subplans[subquery] { return known.step }
    let isCorrelated = !subquery.parameters.isEmpty
    let (plan, step) = prepare(subquery.plan, materializing: isCorrelated)
    let enough: Int? =
      switch subquery.kind {
      case .exists: 1
      // A second row is an error.
      case .scalar: 2
      case .any, .all: nil
      }
    subplans[subquery] = Subplan(
      plan: plan, step: step, canBeCached: !plan.readsOuterRounds, enough: enough)
    return step
  }
}

extension Plan {
  /// Whether a plan that runs many times had better keep this part: it reads a source, and nothing that
  /// changes.
  fileprivate var isWorthMaterializing: Bool {
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
