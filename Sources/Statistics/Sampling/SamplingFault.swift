/// Why a estimate from a complex sample was refused, where the general refusals of ``StatisticsError`` do not
/// say it.
public enum SamplingFault: Equatable, Sendable {
  /// The whole sentence of the refusal.
  var words: String {
    switch self {}
  }
}
