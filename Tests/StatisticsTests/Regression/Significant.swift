/// Whether numbers agree with printed ones to a number of significant digits: at most half a unit
/// of the last digit away.
func agree(_ values: [Double], _ printed: [Double], digits: Int = 12) -> Bool {
  values.count == printed.count
    && zip(values, printed).allSatisfy { agree($0, $1, digits: digits) }
}

func agree(_ value: Double, _ printed: Double, digits: Int = 12) -> Bool {
  var half = 5.0
  for _ in 0..<digits { half /= 10 }
  // A hair's breadth more, for the rounding of the printed number itself.
  return abs(value - printed) <= half * 1.02 * abs(printed)
}
