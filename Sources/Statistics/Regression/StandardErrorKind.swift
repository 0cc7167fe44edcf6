/// Kinds of standard errors of the coefficients of a linear regression.
///
/// The classical errors take the spread of the residuals as the same everywhere. The others, called
/// robust, sandwich or heteroscedasticity-consistent errors, do not: with X the columns, e the
/// residuals and h the leverages, they come from `(X'X)⁻¹ X' diag(ω) X (X'X)⁻¹`. With few rows the
/// safest is ``hc3``.
///
/// References: White 1980, A heteroskedasticity-consistent covariance matrix estimator and a direct
/// test for heteroskedasticity. MacKinnon and White 1985, Some heteroskedasticity-consistent
/// covariance matrix estimators with improved finite sample properties.
public enum StandardErrorKind: String, Hashable, Sendable, CaseIterable {
  /// The same spread everywhere.
  case classical

  /// `ω = e²`, White's errors; too small for few rows.
  case hc0

  /// `ω = e² n / (n - p)`.
  case hc1

  /// `ω = e² / (1 - h)`.
  case hc2

  /// `ω = e² / (1 - h)²`, nearly the jackknife.
  case hc3
}
