import Foundation
import Statistics

/// Compares the library with what survey.R wrote into a folder: `SurveyOracle FOLDER`.
let folder = CommandLine.arguments.dropFirst().first ?? "."

func text(_ name: String) throws -> String {
  try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
}

func computed() throws -> Computed {
  var all = Computed()
  let srs = try Schools(csv: text("apisrs.csv"))
  let srsWeights = try SamplingWeights(srs.numbers("pw"))
  let simple = try SurveyDesign(
    weights: srsWeights, stages: [SamplingStage(population: .sizes(srs.numbers("fpc1")))])
  try all.all("srs", simple, srs)
  try all.enrolment("srs", simple, srs)
  try all.jackknife("srs", simple, srs)
  try all.all("srs-unlimited", SurveyDesign(weights: srsWeights), srs)

  let strat = try Schools(csv: text("apistrat.csv"))
  let stratWeights = try SamplingWeights(strat.numbers("pw"))
  let stratified = try SurveyDesign(
    weights: stratWeights,
    stages: [
      SamplingStage(
        strataLabels: strat.texts("stype"), clusterLabels: nil,
        population: .sizes(strat.numbers("fpc1")))
    ])
  try all.all("strat", stratified, strat)
  try all.enrolment("strat", stratified, strat)
  try all.jackknife("strat", stratified, strat)
  try all.all(
    "strat-unlimited",
    SurveyDesign(weights: stratWeights, stages: [SamplingStage(strata: strat.types)]), strat)
  try all.all(
    "strat-clus",
    SurveyDesign(
      weights: stratWeights,
      stages: [
        SamplingStage(
          strata: strat.types, clusters: strat.codes("dnum"), clustersRestart: true)
      ]), strat)
  let alone = strat.types.enumerated().map { $0 == 0 ? 9 : $1 }
  for (title, remedy) in [("adjust", SingletonStrata.centreAtGrandMean), ("certainty", .certainty)]
  {
    let design = try SurveyDesign(
      weights: stratWeights, stages: [SamplingStage(strata: alone)], singletons: remedy)
    try all.basics("alone-\(title)", design, strat)
    try all.jackknife("alone-\(title)", design, strat)
  }

  let clus1 = try Schools(csv: text("apiclus1.csv"))
  let clus1Weights = try SamplingWeights(clus1.numbers("pw"))
  let oneStage = try SurveyDesign(
    weights: clus1Weights,
    stages: [
      SamplingStage(clusters: clus1.codes("dnum"), population: .sizes(clus1.numbers("fpc1")))
    ])
  try all.all("clus1", oneStage, clus1)
  try all.enrolment("clus1", oneStage, clus1)
  try all.jackknife("clus1", oneStage, clus1)
  try all.all(
    "clus1-unlimited",
    SurveyDesign(
      weights: clus1Weights, stages: [SamplingStage(clusters: clus1.codes("dnum"))]), clus1)
  try all.postStratified(oneStage, clus1)

  let clus2 = try Schools(csv: text("apiclus2.csv"))
  let clus2Weights = try SamplingWeights(clus2.numbers("pw"))
  let stages = [
    SamplingStage(clusters: clus2.codes("dnum"), population: .sizes(clus2.numbers("fpc1"))),
    SamplingStage(clusters: clus2.codes("snum"), population: .sizes(clus2.numbers("fpc2"))),
  ]
  let twoStages = try SurveyDesign(weights: clus2Weights, stages: stages)
  try all.all("clus2", twoStages, clus2)
  try all.enrolment("clus2", twoStages, clus2)
  try all.all(
    "clus2-ultimate",
    SurveyDesign(weights: clus2Weights, stages: stages, variance: .ultimateClusters), clus2)
  try all.all(
    "clus2-unlimited",
    SurveyDesign(
      weights: clus2Weights,
      stages: [
        SamplingStage(clusters: clus2.codes("dnum")), SamplingStage(clusters: clus2.codes("snum")),
      ]), clus2)
  return all
}

var expected: [String: Double] = [:]
for line in try text("expected.tsv").split(whereSeparator: \.isNewline) {
  let parts = line.split(separator: "\t")
  expected[String(parts[0])] = Double(parts[1])
}
var (worst, worstName, failures) = (0.0, "", 0)
let results = try computed().values
for (name, value) in results {
  guard let number = expected.removeValue(forKey: name) else {
    print("\(name): R computed nothing, here \(value)")
    failures += 1
    continue
  }
  // The share of a stratum is known, so its standard error is 0 but for rounding, in R too.
  let isRounding = abs(value) < 1e-13 && abs(number) < 1e-13
  let error = value == number || isRounding ? 0 : abs(value - number) / abs(number)
  if error > worst { (worst, worstName) = (error, name) }
  if !(error <= 1e-9) {
    print("\(name): R \(number), here \(value), relative difference \(error)")
    failures += 1
  }
}
for name in expected.keys.sorted() {
  print("\(name): R computed it, and nothing here does")
  failures += 1
}
print(
  "\(results.count) numbers, \(failures) beyond a relative 1e-9; largest \(worst) (\(worstName))")
exit(failures == 0 ? 0 : 1)
