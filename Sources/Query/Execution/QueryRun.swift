internal import Synchronization
internal import Tables

/// What one run of a query shares among all of its plans and threads.
final class QueryRun: Sendable {
  let options: ExecutionOptions
  let plan: PreparedPlan
  let memory: MemoryBudget
  let threads: Int
  private let cancellation: Cancellation
  private let scans = Mutex<[any ChunkScan]>([])
  private let mostThreads = Atomic<Int>(1)
  private let shares = SharedResults()
  private let answers = Mutex<[Subquery: SubqueryAnswers]>([:])
  private let used = Atomic<Bool>(false)

  init(_ plan: PreparedPlan, options: ExecutionOptions, cancellation: Cancellation) {
    self.plan = plan
    self.options = options
    self.cancellation = cancellation
    memory = MemoryBudget(limit: options.memory)
    threads = max(1, options.threads ?? Machine.processorCount)
  }

  /// The run of the whole query.
  var whole: PlanRun {
    PlanRun(query: self, parameters: [], working: [:], threads: threads, shares: shares, depth: 0)
  }

  /// Whether it has been run: it counts one run only.
  var isUsed: Bool {
    get { used.load(ordering: .relaxed) }
    set { used.store(newValue, ordering: .relaxed) }
  }

  var isCancelled: Bool { cancellation.isCancelled }

  func add(_ scan: any ChunkScan) { scans.withLock { $0.append(scan) } }
  var bytesRead: Int { scans.withLock { $0 }.reduce(0) { $0 + $1.bytesRead } }

  func countThreads(_ count: Int) { _ = mostThreads.max(count, ordering: .relaxed) }
  var threadsUsed: Int { mostThreads.load(ordering: .relaxed) }

  /// What is known of a subquery's results.
  func answers(of subquery: Subquery) -> SubqueryAnswers {
    answers.withLock { known in
      if let found = known[subquery] { return found }
      let new = SubqueryAnswers()
      known[subquery] = new
      return new
    }
  }

  /// Lets go of all rows that were kept.
  func release() {
    shares.release()
    answers.withLock { $0 = [:] }
  }
}

/// Results of shared plans, each computed once.
final class SharedResults: Sendable {
  private let rows = OnceValues<SharedPlan, MaterializedRows, any Error>()

  func rows(of plan: SharedPlan, _ compute: () throws -> MaterializedRows) throws
    -> MaterializedRows
  {
    try rows.value(plan, compute)
  }

  func release() { rows.release() }
}
