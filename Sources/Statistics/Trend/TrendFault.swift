/// Why a trend or forecast was refused, where the general refusals of ``StatisticsError`` do not
/// say it.
public enum TrendFault: Equatable, Sendable {
  /// The whole sentence of the refusal.
  var words: String {
    switch self {}
  }
}
