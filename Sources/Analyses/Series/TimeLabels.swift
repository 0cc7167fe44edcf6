internal import Tables

/// The different labels of a column as places in time, and places as labels.
struct TimeLabels: Sendable {
  /// How long a period is; `nil` for places that are only in order.
  let length: PeriodLength?
  /// The place of each label; `nil` for the total of others.
  let places: [Int?]
  /// The signs and words behind labels, with the period that has them.
  let marks: [(period: String, mark: String)]
  private let periods: PeriodColumn?
  private let texts: [Int: String]

  /// Days that are gathered.
  init(every length: PeriodLength) {
    self.init(length: length, places: [])
  }

  private init(
    length: PeriodLength?, places: [Int?], marks: [(period: String, mark: String)] = [],
    periods: PeriodColumn? = nil, texts: [Int: String] = [:]
  ) {
    self.length = length
    self.places = places
    self.marks = marks
    self.periods = periods
    self.texts = texts
  }

  /// Finds the places of labels, each of which is given once.
  init(_ labels: [String], _ request: TimeRequest) throws(TimeFault) {
    if !request.order.isEmpty {
      try self.init(labels, inOrder: request.order.map { trimmed($0) })
      return
    }
    let column: PeriodColumn
    do throws(PeriodColumn.Fault) {
      column = try PeriodColumn(labels, dayOrder: request.dayOrder)
    } catch {
      guard error == .noPeriods else { throw .period(error) }
      if let length = request.every { throw .noPeriods(length) }
      try self.init(numbered: labels)
      return
    }
    let length = request.every ?? (column.length == .day ? .month : column.length)
    var places: [Int?] = []
    var marks: [(period: String, mark: String)] = []
    for (position, period) in column.periods.enumerated() {
      let gathered = period?.gathered(into: length)
      if let period, gathered == nil {
        throw .doesNotFit(position: position, period.length, into: length)
      }
      places.append(gathered?.index)
      if let period, let mark = column.marks[position] { marks.append((period.description, mark)) }
    }
    self.init(length: length, places: places, marks: marks, periods: column)
  }

  /// Labels that a person put in order.
  private init(_ labels: [String], inOrder order: [String]) throws(TimeFault) {
    if let label = order.first(where: { !labels.contains($0) }) { throw .nowhere(label, labels) }
    let places = labels.map { order.firstIndex(of: $0).map { $0 + 1 } }
    for (position, place) in places.enumerated()
    where place == nil && !PeriodColumn.isTotal(labels[position]) {
      throw .notInOrder(position: position)
    }
    self.init(places, labels)
  }

  /// Labels that are no periods, by the numbers in them.
  private init(numbered labels: [String]) throws(TimeFault) {
    let kept = labels.indices.filter { !PeriodColumn.isTotal(labels[$0]) }
    let texts = kept.map { NumberedText(labels[$0]) }
    guard let first = texts.first else { throw .texts([]) }
    if kept.allSatisfy({ PeriodColumn.isPartOfYear(labels[$0]) }) { throw .withoutYear }
    var found: [Int]?
    let whole = kept.compactMap { Int(labels[$0]) }
    if whole.count == kept.count {
      // Times without marks have many digits; 2301 may be January 2023 or its first week.
      if whole.contains(where: { $0.magnitude >= Self.longNumber })
        || whole.allSatisfy({ (1000...9999).contains($0) && (1...53).contains($0 % 100) })
      {
        throw .numbers
      }
      found = whole
    } else if texts.allSatisfy({ $0.words == first.words }) {
      let numbers = texts.map(\.numbers)
      if first.numbers.count == 1 {
        found = numbers.map { $0[0] }
      } else if numbers.allSatisfy({ $0.count > 1 && (1000...2999).contains($0[0]) }) {
        // A year and what it counts.
        let sorted = texts.indices.sorted { texts[$0] < texts[$1] }
        var places = Array(repeating: 0, count: texts.count)
        for (place, position) in sorted.enumerated() { places[position] = place + 1 }
        found = places
      }
    }
    guard let found else { throw .texts(kept.map { labels[$0] }) }
    var places = [Int?](repeating: nil, count: labels.count)
    for (position, place) in zip(kept, found) { places[position] = place }
    self.init(places, labels)
  }

  private static let longNumber = 100_000

  private init(_ places: [Int?], _ labels: [String]) {
    var texts: [Int: String] = [:]
    for (place, label) in zip(places, labels) {
      if let place, texts[place] == nil { texts[place] = label }
    }
    self.init(length: nil, places: places, texts: texts)
  }

  /// What a place is called.
  func label(of index: Int) -> String {
    texts[index] ?? length?.label(of: index) ?? "\(index)"
  }

  /// The place that a person names; `nil` if the text names none.
  func index(named label: String) -> Int? {
    let label = trimmed(label)
    guard let length else {
      return texts.first { $0.value == label }?.key
    }
    let period = periods?.period(named: label) ?? PeriodLabel(label)?.period
    return period?.gathered(into: length)?.index
  }
}
