/// What to do with a stratum in which a single unit was sampled, although there were more.
///
/// A single unit shows no variation, so the variance of its stratum cannot be estimated. The best
/// remedy is to collapse the stratum with a neighbouring one before the analysis. A stratum whose
/// only unit was all there was to sample is no such case: it adds nothing to the variance.
public enum SingletonStrata: String, Hashable, Sendable, CaseIterable {
  /// Refuse the design, and name the stratum. R: `survey.lonely.psu = "fail"`.
  case refuse

  /// Take the unit's distance from the mean of the whole sample instead of the stratum's own. It
  /// overstates the variance a little. Influence values of means and ratios have the mean 0; the
  /// distance from 0 is taken for totals too, which overstates theirs more. R: `"adjust"`.
  case centreAtGrandMean

  /// Take the unit as if it had been in the sample for certain: it adds no variance, which
  /// understates the whole. R: `"certainty"`, and `"remove"`.
  case certainty
}

/// How far down the stages of a sample the variance is followed.
public enum VarianceStages: String, Hashable, Sendable, CaseIterable {
  /// Every stage adds its own variance, as far as the stage above has a finite population.
  case all

  /// Only the totals of the first-stage units count, as if each had been measured without error.
  /// The finite population correction of the first stage stays.
  case ultimateClusters
}
