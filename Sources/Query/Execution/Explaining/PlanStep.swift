internal import Synchronization

/// One step of a plan as EXPLAIN shows it, with what a run counts.
final class PlanStep: Sendable {
  /// What the step does, such as `Aggregate`.
  let title: String
  /// By what and of what, such as `by wave, group`.
  let detail: String
  let inputs: [PlanStep]
  /// The plans of queries inside the step's expressions.
  let subqueries: [PlanStep]
  /// How the columns are called.
  let names: [String]

  private let incoming = Atomic<Int>(0)
  private let outgoing = Atomic<Int>(0)
  private let parts = Atomic<Int>(0)
  private let nanoseconds = Atomic<Int>(0)
  private let begun = Atomic<Int>(.max)
  private let ended = Atomic<Int>(.min)

  init(
    _ title: String, _ detail: String = "", inputs: [PlanStep] = [], subqueries: [PlanStep] = [],
    names: [String]
  ) {
    self.title = title
    self.detail = detail
    self.inputs = inputs
    self.subqueries = subqueries
    self.names = names
  }

  /// Rows that came in from below.
  func countIn(_ rows: Int) { incoming.add(rows, ordering: .relaxed) }
  /// Rows that went out.
  func countOut(_ rows: Int) { outgoing.add(rows, ordering: .relaxed) }
  /// A part that was read.
  func countPart() { parts.add(1, ordering: .relaxed) }

  /// Time that one worker spent in this step alone.
  func countTime(from start: Int, to end: Int) {
    nanoseconds.add(end &- start, ordering: .relaxed)
    _ = begun.min(start, ordering: .relaxed)
    _ = ended.max(end, ordering: .relaxed)
  }

  /// Does work on the calling thread and counts its time.
  func timed<Result>(_ body: () throws -> Result) rethrows -> Result {
    let start = Machine.nanoseconds
    defer { countTime(from: start, to: Machine.nanoseconds) }
    return try body()
  }

  var rowsIn: Int { incoming.load(ordering: .relaxed) }
  var rowsOut: Int { outgoing.load(ordering: .relaxed) }
  var partsRead: Int { parts.load(ordering: .relaxed) }

  /// Nanoseconds of all workers in this step and those below.
  var work: Int { inputs.reduce(nanoseconds.load(ordering: .relaxed)) { $0 + $1.work } }

  /// When the steps below began and this one ended; `nil` when it never ran.
  var span: Range<Int>? {
    let end = ended.load(ordering: .relaxed)
    let start = firstStart
    return end >= start ? start..<end : nil
  }

  private var firstStart: Int {
    inputs.reduce(begun.load(ordering: .relaxed)) { min($0, $1.firstStart) }
  }
}
