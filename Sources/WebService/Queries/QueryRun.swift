internal import Dispatch
internal import Labels
internal import Query
internal import Synchronization
internal import Tables
internal import WorkspaceQuery

/// A statement that somebody asked in a browser: it runs beside requests, under limits of time and memory, and can
/// be stopped. Its result is kept for paging until others take its place.
final class QueryRun: Sendable {
  /// How far it is.
  enum Phase: Sendable {
    case waiting
    case running
    case done(Table, Duration)
    case failed(QueryError)
    /// Somebody stopped it, or it took too long.
    case stopped(isOverdue: Bool)
  }

  private struct State {
    var phase = Phase.waiting
    var run: StatementRun?
    var isCancelled = false
    var isOverdue = false
    /// The order of rows by a column, and whether it is the other way round, for paging through it.
    var order: (key: String, rows: [Int32])?
  }

  /// What may be taken.
  enum Limits {
    static let seconds = 30
    static let memory = 256 << 20
    /// The most cells of a result, and of all results that are kept.
    static let cells = 8_000_000
    static let keptCells = 16_000_000
  }

  let sql: String
  let account: String
  private let state = Mutex(State())

  init(_ sql: String, account: String) {
    self.sql = sql
    self.account = account
  }

  var phase: Phase { state.withLock { $0.phase } }

  /// Whether an answer is still to come.
  var isUnderWay: Bool {
    switch phase {
    case .waiting, .running: true
    case .done, .failed, .stopped: false
    }
  }

  /// How many cells its result keeps.
  var cellCount: Int {
    guard case .done(let table, _) = phase else { return 0 }
    return table.rowCount * table.schema.fields.count
  }

  /// How far the files are read, from 0 to 1; `nil` where it is not known.
  var progress: Double? {
    guard let run = state.withLock({ $0.run }) else { return nil }
    let (done, total) = run.progress
    return total.flatMap { $0 > 0 ? min(1, Double(done) / Double($0)) : nil }
  }

  /// Stops it soon.
  func cancel(isOverdue: Bool = false) {
    let run = state.withLock { state -> StatementRun? in
      state.isCancelled = true
      state.isOverdue = state.isOverdue || isOverdue
      if case .waiting = state.phase { state.phase = .stopped(isOverdue: isOverdue) }
      return state.run
    }
    run?.cancel()
  }

  /// Runs the statement on this thread.
  ///
  /// - Parameters:
  ///   - catalogue: The tables of the workspace.
  ///   - seesAnswers: Whether rows of persons are shown; else what is counted of them is published.
  ///   - isRecorded: Whether what is published is put on the workspace's record.
  func run(in catalogue: WorkspaceCatalogue, seesAnswers: Bool, isRecorded: Bool) {
    let isStopped = state.withLock { state -> Bool in
      if !state.isCancelled { state.phase = .running }
      return state.isCancelled
    }
    guard !isStopped else { return }
    let clock = DispatchSource.makeTimerSource()
    clock.schedule(deadline: .now() + .seconds(Limits.seconds))
    clock.setEventHandler { [weak self] in self?.cancel(isOverdue: true) }
    clock.resume()
    defer { clock.cancel() }
    let start = ContinuousClock.now
    let phase: Phase
    do {
      let table = try table(catalogue, seesAnswers, isRecorded)
      phase = .done(table, start.duration(to: .now))
    } catch is QueryCancelled {
      phase = .stopped(isOverdue: state.withLock { $0.isOverdue })
    } catch let error as QueryError {
      phase = .failed(error)
    } catch {
      phase = .failed(QueryError("\(error)"))
    }
    state.withLock { state in
      state.phase = phase
      state.run = nil
    }
  }

  private func table(
    _ catalogue: WorkspaceCatalogue, _ seesAnswers: Bool, _ isRecorded: Bool
  ) throws -> Table {
    var options = QueryOptions(threads: 1, memory: Limits.memory, collation: .swedish)
    options.workingDays = { catalogue.workingDays(after: $0, through: $1) }
    let statements = try SQLScript(sql).statements()
    guard statements.count == 1, let statement = statements.first else {
      throw QueryError(
        statements.isEmpty ? "there is no statement" : "one statement at a time",
        hint: statements.isEmpty ? "write one such as   SELECT * FROM goals" : nil)
    }
    let references = try StatementReferences(statement.sql)
    if !seesAnswers,
      references.tables.contains(where: { WorkspaceCatalogue.holdsPersons($0.name) })
    {
      // What is published comes from one table, and no other is even opened: an error would tell of a file.
      guard references.tables.allSatisfy({ WorkspaceCatalogue.holdsPersons($0.name) }) else {
        throw QueryError(
          "what is published of persons comes from one table of responses, invitations and cases",
          hint: "ask for other tables by themselves: they hold no rows of persons")
      }
      return try PublishedStatements(
        [statement.sql], in: catalogue, options: options, isRecorded: isRecorded
      ).result(of: statement.sql).table(named: "result")
    }
    let run = StatementRun(
      statement.sql,
      in: ConfinedCatalogue(tables: catalogue, showsPersons: seesAnswers), options: options)
    let isStopped = state.withLock { state -> Bool in
      state.run = run
      return state.isCancelled
    }
    if isStopped { throw QueryCancelled() }
    return try collected(run)
  }

  private func collected(_ run: StatementRun) throws -> Table {
    var columns: [QueryColumn] = []
    var chunks: [Chunk] = []
    var count = 0
    try run.run {
      columns = $0
    } handle: { chunk in
      count += chunk.rowCount
      let most = Limits.cells / max(1, columns.count)
      guard count <= most else {
        throw QueryError("the result has more than \(most) rows", hint: "LIMIT, or count first")
      }
      // The engine uses the chunk again.
      if chunk.rowCount > 0 { chunks.append(chunk.detached) }
    }
    return Table(
      name: "result", schema: Schema(columns.map { Field($0.name, $0.type) }), chunks: chunks)
  }

  // MARK: Pages

  /// Some rows of the result, in the order of a column where one is asked for.
  func page(
    of table: Table, from first: Int, count: Int, by column: Int?, isDescending: Bool
  ) -> [[Cell]] {
    let end = min(table.rowCount, first + count)
    guard first < end else { return [] }
    guard let column else { return (first..<end).map { table.cells($0) } }
    let key = "\(column) \(isDescending)"
    let known = state.withLock { $0.order?.key == key ? $0.order?.rows : nil }
    let order = known ?? table.order(by: column, isDescending: isDescending)
    if known == nil { state.withLock { $0.order = (key, order) } }
    return (first..<end).map { table.cells(Int(order[$0])) }
  }
}

extension Table {
  /// The cells of a row by its number.
  func cells(_ row: Int) -> [Cell] {
    var row = row
    for chunk in chunks {
      if row < chunk.rowCount { return chunk.columns.map { $0[row] } }
      row -= chunk.rowCount
    }
    return []
  }

  /// The numbers of the rows in the order of a column: numbers by size, texts as Swedish has them, what is missing
  /// last. Equal ones stay in the order of the result.
  func order(by column: Int, isDescending: Bool) -> [Int32] {
    var keys: [OrderKey] = []
    keys.reserveCapacity(rowCount)
    for chunk in chunks {
      for row in 0..<chunk.rowCount { keys.append(OrderKey(chunk.columns[column][row])) }
    }
    return (0..<Int32(rowCount)).sorted { a, b in
      let (first, second) = (keys[Int(a)], keys[Int(b)])
      if first.isMissing != second.isMissing { return second.isMissing }
      let (lower, higher) = isDescending ? (second, first) : (first, second)
      if lower.isBefore(higher) { return true }
      return higher.isBefore(lower) ? false : a < b
    }
  }
}

/// A cell as rows are put in order by it.
private enum OrderKey {
  case missing
  case value(Cell)
  /// A text, by its place in Swedish, which is found once and not at each comparison.
  case text([UInt8])

  init(_ cell: Cell) {
    switch cell {
    case .null: self = .missing
    case .integer, .real, .numeric, .date, .timestamp, .boolean: self = .value(cell)
    default: self = .text((cell.written ?? "").swedishOrder)
    }
  }

  var isMissing: Bool {
    if case .missing = self { true } else { false }
  }

  func isBefore(_ other: Self) -> Bool {
    switch (self, other) {
    case (.text(let a), .text(let b)): a.lexicographicallyPrecedes(b)
    case (.value(.integer(let a)), .value(.integer(let b))): a < b
    case (.value(.real(let a)), .value(.real(let b))): a < b
    case (.value(.numeric(let a)), .value(.numeric(let b))): a < b
    case (.value(.date(let a)), .value(.date(let b))): a < b
    case (.value(.timestamp(let a)), .value(.timestamp(let b))): a < b
    case (.value(.boolean(let a)), .value(.boolean(let b))): !a && b
    default: false
    }
  }
}
