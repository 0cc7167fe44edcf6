// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A program that measures the library or compares it with others. None is part of the product.
func program(_ name: String, measuring libraries: String...) -> Target {
  .executableTarget(
    name: name,
    dependencies: libraries.map { .product(name: $0, package: "nyckeltal") },
    swiftSettings: settings)
}

let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "nyckeltal", path: "..")],
  targets: [
    program("NIST", measuring: "Statistics"),
    program("Coverage", measuring: "Statistics", "Surveys", "Tables"),
    program("SurveyOracle", measuring: "Statistics"),
    program("StatisticsSpeed", measuring: "Statistics"),
    program("EngineSpeed", measuring: "Query"),
  ],
  swiftLanguageModes: [.v6]
)
