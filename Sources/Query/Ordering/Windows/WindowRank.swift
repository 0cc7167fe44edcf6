internal import Tables

/// `row_number`, `rank`, `dense_rank`, `percent_rank`, `cume_dist`.
struct WindowRank: WindowStep {
  private enum Values {
    case integers(WindowValues<Int64>, (@Sendable (WindowPartition, Int) -> Int))
    case reals(WindowValues<Double>, (@Sendable (WindowPartition, Int) -> Double))
  }

  private let values: Values

  init(_ name: String, at: Int, _ input: WindowInput) throws {
    switch name {
    case "row_number": values = .integers(try WindowValues(input)) { $1 + 1 }
    case "rank": values = .integers(try WindowValues(input)) { $0.peers($1).lowerBound + 1 }
    case "dense_rank": values = .integers(try WindowValues(input)) { $0.group($1) + 1 }
    case "percent_rank":
      values = .reals(try WindowValues(input)) { partition, place in
        let before = partition.peers(place).lowerBound
        return before == 0 ? 0 : Double(before) / Double(partition.count - 1)
      }
    case "cume_dist":
      values = .reals(try WindowValues(input)) { partition, place in
        Double(partition.peers(place).upperBound) / Double(partition.count)
      }
    default:
      throw QueryError("window function \(name) does not exist", at: at > 0 ? at : nil)
    }
  }

  var column: WindowColumn {
    switch values {
    case .integers(let values, _): .integers(values)
    case .reals(let values, _): .reals(values)
    }
  }

  func evaluate(_ partition: WindowPartition, _ scratch: WindowScratch) {
    switch values {
    case .integers(let values, let value):
      for place in 0..<partition.count {
        values.set(partition.row(place), Int64(value(partition, place)))
      }
    case .reals(let values, let value):
      for place in 0..<partition.count {
        values.set(partition.row(place), value(partition, place))
      }
    }
  }
}
