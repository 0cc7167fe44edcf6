extension SortKey {
  func moved(_ map: [Int: Int]) -> SortKey {
    var key = self
    key.column = map[column] ?? 0
    return key
  }
}

extension AggregateCall {
  /// The columns of the input that are read.
  var columns: Set<Int> {
    var columns = Set(order.map(\.column))
    for (position, column) in arguments.enumerated() where constants[position] == nil {
      columns.insert(column)
    }
    if let filter { columns.insert(filter) }
    return columns
  }

  func moved(_ map: [Int: Int]) -> AggregateCall {
    var call = self
    call.arguments = arguments.map { map[$0] ?? 0 }
    call.filter = filter.map { map[$0] ?? 0 }
    call.order = order.map { $0.moved(map) }
    return call
  }
}

extension WindowCall {
  /// The columns of the input that are read.
  var columns: Set<Int> {
    var columns = Set(partition).union(order.map(\.column))
    switch function {
    case .ranking(_, let arguments, _): columns.formUnion(arguments)
    case .aggregate(let call): columns.formUnion(call.columns)
    }
    return columns
  }

  func moved(_ map: [Int: Int]) -> WindowCall {
    var call = self
    call.partition = partition.map { map[$0] ?? 0 }
    call.order = order.map { $0.moved(map) }
    switch function {
    case .ranking(let name, let arguments, let type):
      call.function = .ranking(name, arguments: arguments.map { map[$0] ?? 0 }, type: type)
    case .aggregate(let aggregate): call.function = .aggregate(aggregate.moved(map))
    }
    return call
  }
}
