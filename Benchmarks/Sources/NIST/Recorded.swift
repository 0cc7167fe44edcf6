import Foundation

/// Results of another program, as a file of lines `dataset,statistic,value`.
struct Recorded {
  private let values: [String: Double]

  init(contentsOf file: URL) throws {
    var values: [String: Double] = [:]
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst() {
      let fields = line.split(separator: ",")
      values["\(fields[0]),\(fields[1])"] = try DataSet.number(fields[2])
    }
    self.values = values
  }

  func value(_ statistic: String, of set: String) -> Double? {
    values["\(set),\(statistic)"]
  }
}
