/// Which exact interval for a count in a group of known size.
///
/// Both cover the true count at least as often as they say, whatever it is.
/// `Benchmarks/COVERAGE.md` compares them with each other and with approximate intervals.
public enum FiniteMethod: String, Hashable, Sendable, CaseIterable {
  /// Each side misses at most half of what the confidence leaves over: the interval for verdicts
  /// that look at one side, such as "at least 70 %".
  case central

  /// Both sides together miss at most what the confidence leaves over: shorter, without a promise
  /// for each side.
  case blaker
}
