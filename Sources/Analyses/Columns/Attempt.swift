internal import Statistics

/// A statistic that may be left out where it is not defined.
func attempt<Result>(_ compute: () throws(StatisticsError) -> Result) -> Result? {
  do throws(StatisticsError) { return try compute() } catch { return nil }
}
