import Foundation
import Statistics

// Writes COVERAGE.md and coverage.svg into the directory given, or into the current one.
let directory = CommandLine.arguments.count > 1 ? CommandLine.arguments[1] : "."
let claims = await Claims(rounds: 2000, seed: 20_261_130)
let report = try Report(confidence: 0.95, surveys: 300, seed: 20_261_121, claims: claims)
try report.text().write(
  toFile: directory + "/COVERAGE.md", atomically: true, encoding: .utf8)
try report.plot().svg().write(
  toFile: directory + "/coverage.svg", atomically: true, encoding: .utf8)
