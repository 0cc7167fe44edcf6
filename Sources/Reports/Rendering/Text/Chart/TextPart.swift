/// A part of a bar: its fill, and its figure.
struct TextPart {
  var fact: Fact?
  var sign: Character
  var paint: TextPaint?
  /// How much of the figure stands in this bar.
  var share = 1.0

  var value: Double { max(fact?.plotted ?? 0, 0) * share }
}

extension [TextPart] {
  /// How many columns each part takes where `all` takes `room`, at least one where there is anything;
  /// no more than `most` together.
  func columns(of room: Int, where all: Double, most: Int? = nil) -> [Int] {
    let values = map(\.value)
    let sum = values.reduce(0, +)
    guard sum > 0, all > 0 else { return map { _ in 0 } }
    let wanted = Int((sum / all * Double(room)).rounded())
    let total = Swift.min(Swift.max(wanted, values.count { $0 > 0 }), most ?? room)
    let ideal = values.map { $0 / sum * Double(total) }
    var columns = ideal.map { $0 > 0 ? Swift.max(1, Int($0)) : 0 }
    func place(of worth: (Int) -> Double) -> Int? {
      columns.indices.filter { values[$0] > 0 }.max { worth($0) < worth($1) }
    }
    while columns.reduce(0, +) < total, let next = place(of: { ideal[$0] - Double(columns[$0]) }) {
      columns[next] += 1
    }
    while columns.reduce(0, +) > total, let next = place(of: { Double(columns[$0]) - ideal[$0] }) {
      columns[next] -= 1
    }
    return columns
  }
}

extension TextPlot {
  /// Parts side by side, each in so many columns.
  mutating func draw(_ parts: [TextPart], _ columns: [Int], from start: Int) {
    var place = start
    for (part, count) in zip(parts, columns) {
      if count > 0 { fill(part.sign, place..<place + count, part.paint) }
      place += count
    }
  }
}
