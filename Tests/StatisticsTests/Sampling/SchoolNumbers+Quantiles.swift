/// R 4.2.2 with survey 4.1.1, printed with 17 digits by Benchmarks/oracles/survey.R.
extension SchoolNumbers {

  /// `svyquantile(~api00, c(0.25, 0.5, 0.75), interval.type = "mean")`: quantiles, standard errors,
  /// lower ends, upper ends.
  static let quantilesMean: [SchoolNumbers] = [
    SchoolNumbers(
      .srs,
      [
        544, 658, 752, 12.170653592727454, 15.213316990909318, 12.170653592727454, 529, 633, 739,
        577, 693, 787,
      ]),
    SchoolNumbers(
      .strat,
      [
        565, 668, 756, 15.719451132039083, 13.184055788161812, 13.184055788161812, 535, 642, 726,
        597, 694, 778,
      ]),
    SchoolNumbers(
      .clus1,
      [
        552, 652, 719, 31.471661205399485, 35.66788269945275, 18.88299672323969, 492, 561, 696,
        627, 714, 777,
      ]),
    SchoolNumbers(
      .clus2,
      [
        545, 653, 807, 34.1129726328855, 45.978354418236975, 54.13580439566612, 489, 580, 710,
        627, 766, 929,
      ]),
  ]

  /// `svyquantile(~api00, c(0.25, 0.5, 0.75), interval.type = "xlogit")`: quantiles, standard
  /// errors, lower ends, upper ends.
  static let quantilesLogit: [SchoolNumbers] = [
    SchoolNumbers(
      .srs,
      [
        544, 658, 752, 12.677764159091097, 15.213316990909318, 8.620879628181946, 529, 633, 738,
        579, 693, 772,
      ]),
    SchoolNumbers(
      .strat,
      [
        565, 668, 756, 15.21237206326363, 13.184055788161812, 12.930516253774085, 539, 642, 726,
        599, 694, 777,
      ]),
    SchoolNumbers(
      .clus1,
      [
        552, 652, 719, 29.37355045837285, 34.968512450443875, 16.318639143540473, 505, 564, 689,
        631, 714, 759,
      ]),
    SchoolNumbers(
      .clus2,
      [
        545, 653, 807, 35.34894990219294, 43.50639987962209, 44.247986241206554, 502, 580, 690,
        645, 756, 869,
      ]),
  ]

  /// `svyquantile(~api00, c(0.25, 0.5, 0.75), interval.type = "beta")`: quantiles, standard errors,
  /// lower ends, upper ends.
  static let quantilesBeta: [SchoolNumbers] = [
    SchoolNumbers(
      .srs,
      [
        544, 658, 752, 12.677764159091097, 16.98820397318207, 12.424208875909276, 529, 631, 738,
        579, 698, 787,
      ]),
    SchoolNumbers(
      .strat,
      [
        565, 668, 756, 15.465911597651356, 13.691134856937266, 13.437595322549539, 539, 641, 724,
        600, 695, 777,
      ]),
    SchoolNumbers(
      .clus1,
      [
        552, 652, 719, 31.471661205399485, 37.76599344647938, 17.018009392549352, 502, 555, 689,
        637, 717, 762,
      ]),
    SchoolNumbers(
      .clus2,
      [
        545, 653, 807, 38.80968625625379, 46.71994077982144, 54.87739075725059, 489, 580, 673,
        646, 769, 895,
      ]),
  ]

  /// `svyquantile(~api00, c(0.25, 0.5, 0.75), interval.type = "asin")`: quantiles, standard errors,
  /// lower ends, upper ends.
  static let quantilesAsin: [SchoolNumbers] = [
    SchoolNumbers(
      .srs,
      [
        544, 658, 752, 12.677764159091097, 15.213316990909318, 12.424208875909276, 529, 633, 738,
        579, 693, 787,
      ]),
    SchoolNumbers(
      .strat,
      [
        565, 668, 756, 14.705292994488175, 13.184055788161812, 12.930516253774085, 539, 642, 726,
        597, 694, 777,
      ]),
    SchoolNumbers(
      .clus1,
      [
        552, 652, 719, 29.606673874709145, 35.66788269945275, 16.551762559876767, 502, 561, 691,
        629, 714, 762,
      ]),
    SchoolNumbers(
      .clus2,
      [
        545, 653, 807, 37.57370898694635, 44.247986241206554, 50.67506804160527, 489, 580, 690,
        641, 759, 895,
      ]),
  ]

  /// `svyquantile(~api00, c(0.15, 0.25, 0.5, 0.75), qrule = "school")`.
  static let quantilesSchool: [SchoolNumbers] = [
    SchoolNumbers(
      .srs,
      [
        503, 544, 659, 753,
      ]),
    SchoolNumbers(
      .strat,
      [
        521, 565, 668, 756,
      ]),
    SchoolNumbers(
      .clus1,
      [
        515, 552, 652, 719,
      ]),
    SchoolNumbers(
      .clus2,
      [
        502, 545, 653, 807,
      ]),
  ]
}
