extension StudentT {
  /// The p value of a statistic that has this distribution if nothing differs.
  func pValue(_ t: Double, _ alternative: Alternative) throws(StatisticsError) -> Double {
    switch alternative {
    case .twoSided: try 2 * upperTail(abs(t))
    case .less: try lowerTail(t)
    case .greater: try upperTail(t)
    }
  }
}
