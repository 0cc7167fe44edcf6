// Runs one task on the data that peers/speed.py wrote, and prints the seconds it took and the
// results as JSON. Reading the data is not timed.
internal import Foundation
internal import Statistics

/// The data of a benchmark, as raw numbers in files.
struct DataFolder {
  let path: String

  func doubles(_ name: String) throws -> [Double] { try numbers(name) }

  func integers(_ name: String) throws -> [Int] {
    let codes: [Int32] = try numbers(name)
    return codes.map(Int.init)
  }

  private func numbers<Number>(_ name: String) throws -> [Number] {
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name).bin"))
    return data.withUnsafeBytes { Array($0.bindMemory(to: Number.self)) }
  }
}

/// What a task prints.
struct Answer: Encodable {
  let seconds: Double
  let results: [[Double]]
}

func timed<Result>(_ work: () throws -> Result) rethrows -> (Double, Result) {
  let clock = ContinuousClock()
  let start = clock.now
  let result = try work()
  let duration = start.duration(to: clock.now).components
  return (Double(duration.seconds) + Double(duration.attoseconds) * 1e-18, result)
}

func answer(_ task: String, _ data: DataFolder) throws -> Answer {
  switch task {
  case "trend":
    let series = try data.doubles("series")
    let (seconds, summaries) = try timed { try Trend.summaries(ofSeries: series, length: 48) }
    return Answer(
      seconds: seconds,
      results: summaries.prefix(1000).map { [Double($0.score), $0.pValue, $0.slope] })
  case "bootstrap-percentile", "bootstrap-bca":
    let sample = try data.doubles("sample")
    let method: Bootstrap.Method = task == "bootstrap-bca" ? .bca : .percentile
    let (seconds, interval) = try timed {
      try Bootstrap(of: sample, replicates: 10_000, seed: 1).interval(method: method)
    }
    return Answer(seconds: seconds, results: [[interval.lower, interval.upper]])
  case "mann-whitney":
    let (first, second) = try (data.doubles("first"), data.doubles("second"))
    let (seconds, test) = try timed { try RankTest.mannWhitney(first, second) }
    return Answer(seconds: seconds, results: [[test.statistic, test.pValue]])
  case "domains":
    let (y, weights) = try (data.doubles("y"), data.doubles("weight"))
    let (strata, domains) = try (data.integers("stratum"), data.integers("domain"))
    let (seconds, means) = try timed {
      let design = try SurveyDesign(
        weights: SamplingWeights(weights), stages: [SamplingStage(strata: strata)])
      return try design.means(of: y, by: domains, domains: 100)
    }
    return Answer(
      seconds: seconds, results: means.compactMap { $0.map { [$0.value, $0.standardError] } })
  default:
    throw CocoaError(.featureUnsupported)
  }
}

guard CommandLine.arguments.count == 3 else {
  FileHandle.standardError.write(Data("usage: StatisticsSpeed TASK FOLDER\n".utf8))
  exit(2)
}
let result = try answer(CommandLine.arguments[1], DataFolder(path: CommandLine.arguments[2]))
print(String(decoding: try JSONEncoder().encode(result), as: UTF8.self))
