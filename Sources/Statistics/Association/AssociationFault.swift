/// Why a measure of association or reliability was refused, where the general refusals of ``StatisticsError`` do not
/// say it.
public enum AssociationFault: Equatable, Sendable {
  /// The whole sentence of the refusal.
  var words: String {
    switch self {}
  }
}
