internal import Tables

/// `lag` and `lead`: the value so many rows before or after, one where no number is given; beyond
/// the partition the default, or NULL. Frames do not matter.
struct WindowShift: WindowStep {
  private let rows: WorkArray<Int32>
  private let source: JoinedColumn
  private let type: ColumnType
  private let isLead: Bool
  private let offsets: WindowIntegers?
  /// Where the default of row 0 stands in `source`.
  private let defaults: Int?

  init(isLead: Bool, _ arguments: [Int], _ type: ColumnType, _ input: WindowInput) throws {
    self.isLead = isLead
    self.type = type
    rows = try WorkArray(count: input.count, memory: input.memory)
    offsets = arguments.count > 1 ? try WindowIntegers(arguments[1], input) : nil
    defaults = arguments.count > 2 ? input.count : nil
    source = try input.rows(of: [arguments[0]] + (arguments.count > 2 ? [arguments[2]] : []))
  }

  var column: WindowColumn { .rows(rows, of: source, type) }

  func evaluate(_ partition: WindowPartition, _ scratch: WindowScratch) {
    for place in 0..<partition.count {
      let row = partition.row(place)
      var found = -1
      if let offset = offsets.map({ $0[row] }) ?? 1 {
        let (target, overflows) =
          isLead
          ? Int64(place).addingReportingOverflow(offset)
          : Int64(place).subtractingReportingOverflow(offset)
        if !overflows, target >= 0, target < Int64(partition.count) {
          found = partition.row(Int(target))
        } else if let defaults {
          found = defaults + row
        }
      }
      rows.base[row] = Int32(truncatingIfNeeded: found)
    }
  }
}
