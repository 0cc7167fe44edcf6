import Statistics

/// What the library computes, under the names that survey.R gives the same numbers.
struct Computed {
  private(set) var values: [(name: String, value: Double)] = []

  private mutating func put(_ name: String, _ numbers: [Double?]) {
    for (place, number) in numbers.enumerated() {
      values.append(("\(name)/\(place + 1)", number ?? .nan))
    }
  }

  mutating func all(_ name: String, _ design: SurveyDesign, _ schools: Schools) throws {
    try basics(name, design, schools)
    try quantiles(name, design, schools)
    try shares(name, design, schools)
    let elementary = try design.subpopulation(where: schools.types.map { $0 == 0 })
    try shares("\(name)/elementary", elementary, schools)
    let test = try design.independenceTest(
      rows: schools.holds("sch.wide").map { $0 ? 1 : 0 }, rowCount: 2, columns: schools.types,
      columnCount: 3)
    put(
      "\(name)/independence",
      [test.pearson, test.firstOrder.pValue, test.f.statistic] + test.f.degreesOfFreedom
        + [test.f.pValue, test.secondOrder.pValue])
  }

  mutating func basics(_ name: String, _ design: SurveyDesign, _ schools: Schools) throws {
    let (api00, api99) = (schools.numbers("api00"), schools.numbers("api99"))
    let types = schools.types
    put("\(name)/df", [Double(design.degreesOfFreedom)])
    let mean = try design.mean(of: api00)
    let (t, z) = try (mean.interval(), mean.interval(distribution: .normal))
    put(
      "\(name)/mean",
      [
        mean.value, mean.standardError, mean.designEffect, mean.designEffectWithoutReplacement,
        mean.coefficientOfVariation, t.lower, t.upper, z.lower, z.upper,
      ])
    let total = try design.total(of: api99)
    put(
      "\(name)/total",
      [
        total.value, total.standardError, total.designEffect, total.designEffectWithoutReplacement,
      ])
    let ratio = try design.ratio(of: api00, to: api99)
    put("\(name)/ratio", [ratio.value, ratio.standardError, ratio.designEffect])
    let levels = try design.proportions(of: types, levels: 3)
    put(
      "\(name)/levels",
      both(levels.estimates) + [levels.covariance(0, 1), levels.covariance(1, 2)])
    let means = try design.means(of: api00, by: types, domains: 3)
    put("\(name)/domain-means", both(means) + means.map { $0?.designEffect })
    put("\(name)/domain-totals", both(try design.totals(of: api99, by: types, domains: 3)))
    put(
      "\(name)/domain-ratios",
      both(try design.ratios(of: api00, to: api99, by: types, domains: 3)))
    put(
      "\(name)/domain-shares",
      both(try design.proportions(of: schools.holds("sch.wide"), by: types, domains: 3)))
    for (code, type) in ["E", "H", "M"].enumerated() {
      put("\(name)/domain-df-\(type)", [means[code].map { Double($0.degreesOfFreedom) }])
    }
    let difference = try design.meanDifference(
      of: api00, by: schools.holds("sch.wide").map { $0 ? 1 : 0 }, domain: 1, minus: 0)
    put("\(name)/difference", [difference.value, difference.standardError])
  }

  mutating func enrolment(_ name: String, _ design: SurveyDesign, _ schools: Schools) throws {
    let enrolled = schools.numbers("enroll")
    let known = try design.subpopulation(where: enrolled.map { !$0.isNaN })
    let total = try known.total(of: enrolled)
    put(
      "\(name)/enrolment",
      [
        total.value, total.standardError, total.designEffect, Double(total.degreesOfFreedom),
      ])
  }

  private mutating func quantiles(
    _ name: String, _ design: SurveyDesign, _ schools: Schools
  ) throws {
    let api00 = schools.numbers("api00")
    let methods: [(String, SurveyProportionMethod)] = [
      ("mean", .mean), ("xlogit", .logit), ("beta", .beta), ("asin", .asin),
    ]
    for (title, method) in methods {
      let estimates = try [0.25, 0.5, 0.75].map {
        try design.quantileEstimate($0, of: api00, method: method)
      }
      put(
        "\(name)/quantiles-\(title)",
        estimates.map(\.value) + estimates.map(\.standardError)
          + estimates.map(\.interval.lower) + estimates.map(\.interval.upper))
    }
    put(
      "\(name)/quantiles-school",
      try [0.15, 0.25, 0.5, 0.75].map { try design.quantile($0, of: api00, rule: .school) })
  }

  private mutating func shares(
    _ name: String, _ design: SurveyDesign, _ schools: Schools
  ) throws {
    let share = try design.proportion(of: schools.holds("sch.wide"))
    let methods: [(String, SurveyProportionMethod)] = [
      ("logit", .logit), ("xlogit", .logit), ("beta", .beta), ("asin", .asin), ("mean", .mean),
    ]
    for (title, method) in methods {
      let interval = try share.proportionInterval(method)
      put("\(name)/share-\(title)", [interval.lower, interval.upper])
    }
  }

  mutating func jackknife(_ name: String, _ design: SurveyDesign, _ schools: Schools) throws {
    let (api00, api99) = (schools.numbers("api00"), schools.numbers("api99"))
    let elementary = try design.subpopulation(where: schools.types.map { $0 == 0 }).jackknife()
    let replicates = try design.jackknife()
    for centre in SurveyReplicates.Centre.allCases {
      let suffix = centre == .estimate ? "-mse" : ""
      var estimates = [
        try replicates.mean(of: api00, around: centre),
        try replicates.total(of: api99, around: centre),
        try replicates.ratio(of: api00, to: api99, around: centre),
      ]
      for type in 0..<3 {
        estimates.append(
          try replicates.proportion(of: schools.types.map { $0 == type }, around: centre))
      }
      put("\(name)/jackknife\(suffix)", estimates.map(\.standardError))
      put(
        "\(name)/jackknife-domain\(suffix)",
        [try elementary.mean(of: api00, around: centre).standardError])
    }
  }

  mutating func postStratified(_ design: SurveyDesign, _ schools: Schools) throws {
    let post = try design.postStratified(by: schools.types, populations: [4421, 755, 1018])
    let (api00, wide) = (schools.numbers("api00"), schools.holds("sch.wide").map { $0 ? 1 : 0 })
    put("post/mean", both([try post.mean(of: api00)]))
    put("post/enrolment", both([try post.total(of: schools.numbers("enroll"))]))
    put("post/ratio", both([try post.ratio(of: api00, to: schools.numbers("api99"))]))
    put("post/domain-means", both(try post.means(of: api00, by: wide, domains: 2)))
    put("post/levels", both(try post.proportions(of: wide, levels: 2).estimates))
  }

  private func both(_ estimates: [SurveyEstimate?]) -> [Double?] {
    estimates.map { $0?.value } + estimates.map { $0?.standardError }
  }
}
