/// Why a regression was refused, where the general refusals of ``StatisticsError`` do not
/// say it.
public enum RegressionFault: Equatable, Sendable {
  /// The whole sentence of the refusal.
  var words: String {
    switch self {}
  }
}
