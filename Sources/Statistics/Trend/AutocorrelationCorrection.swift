/// How a trend test allows for values that depend on the values before them.
public enum AutocorrelationCorrection: Hashable, Sendable {
  /// The variance of Hamed and Rao 1998, from the autocorrelations of the ranks after the trend is
  /// taken out. Only autocorrelations that differ from 0 at the given level count.
  ///
  /// - Parameters:
  ///   - lags: the largest lag looked at; nil for all.
  ///   - level: the significance level of an autocorrelation, strictly between 0 and 1.
  case hamedRao(lags: Int? = nil, level: Double = 0.05)

  /// The variance of Yue and Wang 2004, from the autocorrelations after the trend is taken out.
  ///
  /// - Parameter lags: the largest lag looked at; the paper takes 1.
  case yueWang(lags: Int = 1)

  /// The test of Yue, Pilon, Phinney and Cavadias 2002 on other values: the trend is taken out,
  /// then the autocorrelation of lag 1, then the trend is put back.
  case trendFreePrewhitening
}
