extension Normal {
  /// The p value of a statistic that is standard normal if nothing differs.
  static func pValue(_ z: Double, _ alternative: Alternative) throws(StatisticsError) -> Double {
    switch alternative {
    case .twoSided: try 2 * upperTail(abs(z))
    case .less: try lowerTail(z)
    case .greater: try upperTail(z)
    }
  }
}
