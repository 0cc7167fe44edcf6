/// Why a resampling was refused, where the general refusals of ``StatisticsError`` do not
/// say it.
public enum ResamplingFault: Equatable, Sendable {
  /// The whole sentence of the refusal.
  var words: String {
    switch self {}
  }
}
