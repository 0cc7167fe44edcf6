internal import Diagnostics
internal import Tables

/// One or several texts as one table.
struct CSVSource: ChunkSource {
  /// A text and how its columns become those of the table.
  struct Member: Sendable {
    let text: CSVContent
    let hasHeader: Bool
    let context: ColumnContext
    /// For each column of the table, where it stands in the text and how it is read.
    let columns: [(position: Int, plan: ColumnPlan)]
    let assumed: Set<Int>
    /// How many rows it has, if all of them have been seen.
    let rows: Int?
  }

  let members: [Member]
  let schema: Schema
  let emptyColumns: Set<Int>
  let options: FileSourceOptions
  /// Whether the types come from all values.
  let isComplete: Bool
  let log: SourceProblems
  /// How the first text is written.
  let dialect: CSVDialect

  var rowCount: Int? { nil }

  var byteCount: Int? {
    members.reduce(0) { sum, member in
      sum.flatMap { sum in member.text.store.size.map { sum + $0 } }
    }
  }

  /// What is wrong in the parts that were read so far, and was not an error.
  var problems: [Diagnostic] { log.diagnostics }

  init(
    _ stores: [ByteStore], options: FileSourceOptions, isThorough: Bool = false,
    faults: FaultPolicy = .thrown
  ) throws {
    let context = ColumnContext(options.csv, faults: faults)
    let opened = try stores.map { store in
      try CSVOpener(
        raw: store, options: options.csv, partSize: options.partSize,
        sampling: options.sample, isThorough: isThorough, context: context
      ).open()
    }
    dialect = opened.first?.dialect ?? .standard
    self.options = options
    isComplete = opened.allSatisfy(\.isComplete)
    log = SourceProblems(opened)
    let united = try UnitedColumns(opened.map { ($0.text.name, $0.columns) })
    schema = Schema(united.plans.map(\.field))
    emptyColumns = Set(
      united.plans.indices.filter { column in
        !united.plans[column].isDeclared
          && zip(opened, united.positions).allSatisfy { opened, positions in
            opened.isComplete && opened.columns.evidence[positions[column]].values == 0
          }
      })
    members = zip(opened, united.positions).map { opened, positions in
      Member(
        text: opened.text, hasHeader: opened.columns.hasHeader,
        context: context,
        columns: zip(positions, united.plans).map { position, plan in
          var plan = plan
          plan.style = opened.columns.plans[position].style
          return (position, plan)
        }, assumed: opened.assumed, rows: opened.isComplete ? opened.columns.rows : nil)
    }
  }

  func open(columns: [Int]) throws -> any ChunkScan { CSVScan(self, columns: columns) }

  /// The same table with types that come from all values.
  func thorough() throws -> CSVSource {
    try CSVSource(members.map(\.text.raw), options: options, isThorough: true)
  }
}

/// The columns of several texts as one list: those of the first text, with types that fit all.
struct UnitedColumns {
  private(set) var plans: [ColumnPlan]
  /// For each text, where the columns stand in it.
  private(set) var positions: [[Int]] = []

  init(_ texts: [(file: String, columns: FoundColumns)]) throws {
    guard let first = texts.first else {
      plans = []
      return
    }
    let names = first.columns.names
    plans = first.columns.plans
    positions = [Array(names.indices)]
    if texts.count == 1 { return }
    var isEmpty = first.columns.evidence.map { $0.values == 0 }
    for (file, text) in texts.dropFirst() {
      let order = Dictionary(uniqueKeysWithValues: zip(text.names, text.names.indices))
      let found = names.map { order[$0] }
      let lacks = zip(names, found).filter { $1 == nil }.map(\.0)
      let adds = Set(text.names).subtracting(names)
      guard lacks.isEmpty, adds.isEmpty else {
        throw ScanProblem.otherShape(
          file: first.file, lacks: lacks, adds: text.names.filter(adds.contains)
        ).diagnostic(at: file)
      }
      let places = found.compactMap { $0 }
      positions.append(places)
      for (column, place) in places.enumerated() {
        let holdsNothing = text.evidence[place].values == 0
        let plan = text.plans[place]
        if isEmpty[column] || plan.isDeclared {
          plans[column] = plan
        } else if !holdsNothing {
          Self.widen(&plans[column], by: plan)
        }
        isEmpty[column] = isEmpty[column] && holdsNothing
      }
    }
  }

  /// The narrowest type that the values of both fit. Numbers whose units cannot be compared are text.
  private static func widen(_ plan: inout ColumnPlan, by other: ColumnPlan) {
    if let unit = unit(plan.unit, other.unit) {
      plan.type = plan.type.widened(with: other.type)
      plan.unit = plan.type == .integer || plan.type == .real ? unit : nil
    } else {
      (plan.type, plan.unit) = (.text, nil)
    }
  }

  /// The unit of the numbers of two files; `nil` if they cannot be compared.
  private static func unit(_ a: NumberUnit?, _ b: NumberUnit?) -> NumberUnit?? {
    if a == b { return .some(a) }
    guard a == nil || b == nil, let unit = a ?? b, unit.mayBeLeftOut else { return nil }
    return .some(unit)
  }
}
