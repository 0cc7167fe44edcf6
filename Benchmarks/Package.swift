// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A program that measures the library or compares it with others. None is part of the product.
func program(_ name: String, measuring library: String = "Statistics") -> Target {
  .executableTarget(
    name: name, dependencies: [.product(name: library, package: "nyckeltal")],
    swiftSettings: settings)
}

let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "nyckeltal", path: "..")],
  targets: [
    program("NIST"), program("Coverage"), program("SurveyOracle"), program("StatisticsSpeed"),
    program("EngineSpeed", measuring: "Query"),
  ],
  swiftLanguageModes: [.v6]
)
