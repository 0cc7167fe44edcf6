/// The values of a series sorted into seasons, each in the order of time.
struct Seasons {
  /// The indices of the values of each season.
  let groups: [[Int]]

  /// Seasons by name; any whole numbers serve as names.
  init(
    _ names: [Int], of series: TimeSeries, for statistic: StatisticName
  ) throws(StatisticsError) {
    guard names.count == series.count else {
      throw .lengthsDiffer(statistic, first: series.count, second: names.count)
    }
    var places: [Int: Int] = [:]
    var groups: [[Int]] = []
    for (index, name) in names.enumerated() {
      let place = places[name] ?? groups.count
      if place == groups.count {
        places[name] = place
        groups.append([])
      }
      groups[place].append(index)
    }
    guard groups.contains(where: { $0.count >= Self.least }) else {
      throw .trend(.noSeasonLongEnough(statistic, needed: Self.least))
    }
    self.groups = groups
  }

  /// Seasons that return every so many steps of time.
  init(
    length: Int, of series: TimeSeries, for statistic: StatisticName
  ) throws(StatisticsError) {
    guard (2...Self.longest).contains(length) else {
      throw .optionOutOfRange(
        option: "a season length", range: "between 2 and \(Self.longest)", Double(length))
    }
    var names: [Int] = []
    for (index, time) in series.times.enumerated() {
      guard time.rounded() == time else { throw .trend(.timeNotWhole(position: index + 1)) }
      names.append(Int(time.remainder(dividingBy: Double(length))))
    }
    // The remainder of half a season may come out with either sign.
    try self.init(names.map { ($0 + length) % length }, of: series, for: statistic)
  }

  static let least = 3
  static let longest = 10_000

  /// The values and times of one season.
  func part(_ group: [Int], of series: TimeSeries) -> (values: [Double], times: [Double]) {
    (group.map { series.values[$0] }, group.map { series.times[$0] })
  }
}
