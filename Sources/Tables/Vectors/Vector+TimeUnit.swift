extension Vector {
  /// The longest unit of time of which all moments that are not null are whole numbers, in microseconds:
  /// days, hours, minutes, seconds or milliseconds. 1 for all other columns.
  package var timeUnit: Int64 {
    guard case .timestamp(let moments) = storage else { return 1 }
    // Each is a multiple of the next.
    var units: [Int64] = [86_400_000_000, 3_600_000_000, 60_000_000, 1_000_000, 1000]
    for row in moments.indices where !isNull(row) {
      while let unit = units.first, moments[row] % unit != 0 { units.removeFirst() }
      if units.isEmpty { return 1 }
    }
    return units.first ?? 1
  }
}
