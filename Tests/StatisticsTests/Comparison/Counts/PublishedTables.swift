/// Tables with published statistics.
enum PublishedTables {
  /// Fisher 1935, The Design of Experiments: a lady tells whether milk or tea came first.
  static let tea = [[3, 1], [1, 3]]

  /// Fisher 1962: convictions of twins of criminals; R, help page of `fisher.test`.
  static let convictions = [[2, 10], [15, 3]]

  /// Agresti 2002, Categorical Data Analysis, table 2.8: income and satisfaction with the job; R,
  /// help page of `fisher.test`.
  static let jobSatisfaction = [[1, 3, 10, 6], [2, 3, 10, 7], [1, 6, 14, 12], [0, 1, 9, 11]]

  /// Agresti 2007, An Introduction to Categorical Data Analysis, page 39: gender and party; R,
  /// help page of `chisq.test`.
  static let party = [[762, 327, 468], [484, 239, 477]]

  /// Agresti 2002, table 2.3: heart attacks under aspirin; first row placebo.
  static let aspirin = [[189, 10845], [104, 10933]]

  /// Agresti 1990, table 10.1: approval of the prime minister, first and second survey; R, help
  /// page of `mcnemar.test`.
  static let approval = [[794, 150], [86, 570]]

  /// Bentur and others 2009: airway hyper-responsiveness before and after a transplantation, as in
  /// Fagerland, Lydersen and Laake 2013.
  static let airway = [[1, 1], [7, 12]]

  /// Graubard and Korn 1987, in Agresti 2002, table 3.7: malformations present and absent by the
  /// mother's alcohol consumption of 0, 0.5, 1.5, 4 and 7 drinks a day.
  static let malformation = [[48, 38, 5, 1, 1], [17066, 14464, 788, 126, 37]]

  /// SAS/STAT User's Guide, the FREQ procedure: adverse events by dose.
  static let pain = [[26, 26, 23, 18, 9], [6, 7, 9, 14, 23]]
}
