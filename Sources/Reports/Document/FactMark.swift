public import Labels

/// What a reader must know beside a figure or a word.
public enum FactMark: Hashable, Sendable {
  /// The document's own word before it: `ca`, `minst`.
  case qualified(Label)
  /// No outcome: a plan or a forecast.
  case expected(Label)
  /// The document states another figure.
  case stated(Double)
  /// It is of another period than its row.
  case period(String)
  /// Other figures in the sources say otherwise.
  case doubted([Double])
  /// The document's verdict is another than the outcome gives.
  case differs
  /// Read from running text, not stated as such.
  case interpreted
  /// Made up to show how it would look.
  case reconstructed
}
