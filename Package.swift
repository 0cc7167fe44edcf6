// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// Dependencies point down only; ARCHITECTURE.md says what each target is for.
let package = Package(
  name: "nyckeltal",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "nyckeltal", targets: ["nyckeltal"]),
    .executable(name: "nyckeltal-web", targets: ["nyckeltal-web"]),
    // The products; ".library(" is SwiftPM's word, no folder.
    .library(name: "Query", targets: ["Query", "Tables", "TableFiles"]),
    .library(name: "Statistics", targets: ["Statistics"]),
    .library(name: "Surveys", targets: ["Surveys", "Labels", "Diagnostics"]),
    .library(name: "Tables", targets: ["Tables", "TableFiles"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
    // Of the page in a browser alone: no other product builds them.
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CGSL", pkgConfig: "gsl", providers: [.apt(["libgsl-dev"]), .brew(["gsl"])]),
    .systemLibrary(
      name: "CPgQuery", providers: [.apt(["libpg-query-dev"]), .brew(["libpg_query"])]),
    .systemLibrary(
      name: "CYaml", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    // Hashes of files, and pseudonyms. Of its archive, what is called is all that goes into the program.
    .systemLibrary(name: "COpenSSL", providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
    // Parses the XML of workbooks.
    .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
    .systemLibrary(name: "CXXHash", providers: [.apt(["libxxhash-dev"]), .brew(["xxhash"])]),
    // The parser of CommonMark and GitHub's tables; the archive of extensions needs that of the core.
    .target(
      name: "CMarkGFM",
      linkerSettings: [
        .linkedLibrary(":libcmark-gfm-extensions.a", .when(platforms: [.linux])),
        .linkedLibrary(":libcmark-gfm.a", .when(platforms: [.linux])),
        .linkedLibrary("cmark-gfm-extensions", .when(platforms: [.macOS])),
        .linkedLibrary("cmark-gfm", .when(platforms: [.macOS])),
      ]),
    // Finds the ends of fields with the wide vectors of a processor that has them.
    .target(name: "CScan"),
    .systemLibrary(name: "CZstd", providers: [.apt(["libzstd-dev"]), .brew(["zstd"])]),
    // Opens libhyphen when a word has to be broken; nothing needs it to build or start.
    .target(name: "CHyphen", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    // GLPK, whose faults would end the process, behind calls that answer. Debian has it as an archive.
    .target(
      name: "CGLPK",
      linkerSettings: [
        .linkedLibrary(":libglpk.a", .when(platforms: [.linux])),
        .linkedLibrary(":libz.a", .when(platforms: [.linux])),
        .linkedLibrary("glpk", .when(platforms: [.macOS])),
      ]),
    // Opens libxlsxwriter, and OpenSSL with it, when a workbook is written; only its header is needed.
    .target(
      name: "CXLSXWriter", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    // Opens ReadStat when a file of SPSS or Stata is read; only its header is needed.
    .target(name: "CReadStat", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    // Two files or folders change places in one step.
    .target(name: "CFileExchange"),
    .target(name: "Diagnostics", swiftSettings: settings),
    .target(name: "Labels", swiftSettings: settings),
    .target(name: "TextLayout", swiftSettings: settings),
    .target(name: "Statistics", dependencies: ["CGSL"], swiftSettings: settings),
    .target(name: "Disclosure", dependencies: ["CGLPK"], swiftSettings: settings),
    .target(name: "Tables", dependencies: ["Diagnostics"], swiftSettings: settings),
    .target(
      name: "TableFiles",
      dependencies: [
        "Tables", "Labels", "Diagnostics", "CScan", "CZlib", "CZstd", "CExpat", "CReadStat",
        "CFileExchange",
      ],
      swiftSettings: settings),
    .target(
      name: "Spreadsheets", dependencies: ["Tables", "Labels", "Diagnostics", "CXLSXWriter"],
      swiftSettings: settings),
    .target(
      name: "Query",
      dependencies: [
        "Statistics", "TableFiles", "Tables", "Diagnostics", "TextLayout", "CPgQuery",
      ],
      swiftSettings: settings),
    .target(
      name: "Surveys", dependencies: ["Query", "Statistics", "Tables", "Labels", "Diagnostics"],
      swiftSettings: settings),
    .target(
      name: "Indicators",
      dependencies: ["Query", "Statistics", "TableFiles", "Tables", "Labels", "Diagnostics"],
      swiftSettings: settings),
    .target(
      name: "Analyses",
      dependencies: ["Query", "TableFiles", "Statistics", "Tables", "Diagnostics"],
      swiftSettings: settings),
    .target(
      name: "Plans", dependencies: ["Tables", "Labels", "Diagnostics"], swiftSettings: settings),
    .target(
      name: "Workspace",
      dependencies: [
        "Disclosure", "Surveys", "Indicators", "Plans", "TableFiles", "Query", "Tables", "Labels",
        "Diagnostics", "CYaml",
      ], swiftSettings: settings),
    .target(
      name: "WorkspaceQuery",
      dependencies: [
        "Workspace", "Surveys", "Indicators", "Query", "TableFiles", "Tables", "Spreadsheets",
        "Labels", "Diagnostics", "TextLayout",
      ], swiftSettings: settings),
    .target(
      name: "Reports",
      dependencies: [
        "Disclosure", "Workspace", "Surveys", "Indicators", "Plans", "Analyses", "Statistics",
        "Tables",
        "TableFiles", "Spreadsheets", "Labels", "Diagnostics", "TextLayout", "CHyphen", "CZlib",
      ], swiftSettings: settings),
    .target(
      name: "Notebooks",
      dependencies: [
        "WorkspaceQuery", "Reports", "Workspace", "Query", "TableFiles", "Tables", "Labels",
        "Diagnostics", "TextLayout", "CMarkGFM", "CXXHash",
      ], swiftSettings: settings),
    .target(
      name: "Imports",
      dependencies: [
        "COpenSSL", "Reports", "Workspace", "TableFiles", "Tables", "Labels", "Diagnostics",
      ], swiftSettings: settings),
    .executableTarget(
      name: "nyckeltal",
      dependencies: [
        "Imports", "Notebooks", "Reports", "WorkspaceQuery", "Workspace", "Surveys", "Indicators",
        "Plans", "Analyses", "Statistics", "Query", "TableFiles", "Tables", "Labels", "Diagnostics",
        "TextLayout",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: settings),
    // The page in a browser: routes, sessions, permissions, pages. The command line knows nothing of it.
    .target(
      name: "WebService",
      dependencies: [
        "COpenSSL", "Imports", "Notebooks", "Reports", "WorkspaceQuery", "Workspace", "Indicators",
        "Surveys", "Plans", "Query", "TableFiles", "Tables", "Labels", "Diagnostics", "TextLayout",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HummingbirdTLS", package: "hummingbird"),
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ], swiftSettings: settings),
    .executableTarget(
      name: "nyckeltal-web",
      dependencies: [
        "WebService", "Diagnostics", "Labels",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: settings),
    // Tables, random numbers and the code of articles for the tests of several targets.
    .target(
      name: "TableFixtures", dependencies: ["Tables"], path: "Tests/TableFixtures",
      swiftSettings: settings),
    // Reads what writers of workbooks and documents packed, for their tests.
    .target(
      name: "ZipFixtures", dependencies: ["CZlib"], path: "Tests/ZipFixtures",
      swiftSettings: settings),
    .testTarget(
      name: "StatisticsTests", dependencies: ["Statistics"], swiftSettings: settings),
    .testTarget(
      name: "DisclosureTests", dependencies: ["Disclosure", "CGLPK", "TableFixtures"],
      swiftSettings: settings),
    .testTarget(
      name: "TablesTests", dependencies: ["TableFixtures", "Tables", "Diagnostics"],
      swiftSettings: settings),
    .executableTarget(
      name: "CSVFuzz",
      dependencies: [
        "TableFiles", "Tables", "Diagnostics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], path: "Tests/CSVFuzz", swiftSettings: settings),
    .executableTarget(
      name: "FormatFuzz",
      dependencies: [
        "TableFiles", "Tables", "Diagnostics", "TableFixtures", "ZipFixtures",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], path: "Tests/FormatFuzz", swiftSettings: settings),
    .testTarget(
      name: "TableFilesTests",
      dependencies: [
        "CSVFuzz", "FormatFuzz", "ZipFixtures", "TableFixtures", "TableFiles", "Tables",
        "Diagnostics", "CZlib", "CZstd",
      ], exclude: ["Files"],
      swiftSettings: settings),
    .testTarget(
      name: "QueryTests",
      dependencies: [
        "Query", "Statistics", "TableFixtures", "TableFiles", "Tables", "Diagnostics", "TextLayout",
      ], exclude: ["Cases/Files"], swiftSettings: settings),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "nyckeltal", "Imports", "Notebooks", "WorkspaceQuery", "Query", "Tables", "Diagnostics",
        "TextLayout",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: settings),
    .testTarget(name: "TextLayoutTests", dependencies: ["TextLayout"], swiftSettings: settings),
    .testTarget(
      name: "SpreadsheetsTests",
      dependencies: ["Spreadsheets", "ZipFixtures", "Tables", "Labels"], swiftSettings: settings),
    .testTarget(
      name: "WorkspaceQueryTests",
      dependencies: [
        "WorkspaceQuery", "Workspace", "Query", "ZipFixtures", "TableFiles", "Tables",
        "Diagnostics", "TextLayout",
      ], swiftSettings: settings),
    .executableTarget(
      name: "NotebookFuzz",
      dependencies: [
        "Notebooks", "Reports", "Diagnostics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], path: "Tests/NotebookFuzz", swiftSettings: settings),
    .testTarget(
      name: "NotebooksTests",
      dependencies: [
        "NotebookFuzz", "Notebooks", "Reports", "Workspace", "Query", "Tables", "Labels",
        "Diagnostics",
      ], swiftSettings: settings),
    .testTarget(
      name: "ImportsTests",
      dependencies: [
        "Imports", "Reports", "Workspace", "Surveys", "Indicators", "TableFiles", "TableFixtures",
        "Tables", "Labels", "Diagnostics",
      ], exclude: ["Files"], swiftSettings: settings),
    .testTarget(
      name: "WebServiceTests",
      dependencies: [
        "WebService", "Imports", "Reports", "Workspace", "Tables", "Labels", "Diagnostics",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdTesting", package: "hummingbird"),
      ], swiftSettings: settings),
    .testTarget(
      name: "SurveysTests",
      dependencies: [
        "Surveys", "Query", "Statistics", "TableFixtures", "Tables", "Labels", "Diagnostics",
      ], swiftSettings: settings),
    .testTarget(
      name: "IndicatorsTests",
      dependencies: [
        "Indicators", "Statistics", "TableFixtures", "TableFiles", "Tables", "Labels",
        "Diagnostics",
      ], swiftSettings: settings),
    .testTarget(
      name: "AnalysesTests",
      dependencies: ["Analyses", "Statistics", "TableFiles", "Tables", "Diagnostics"],
      swiftSettings: settings),
    .testTarget(
      name: "PlansTests",
      dependencies: ["Plans", "TableFixtures", "Tables", "Labels", "Diagnostics"],
      swiftSettings: settings),
    .executableTarget(
      name: "WorkspaceFuzz",
      dependencies: [
        "Reports", "Workspace", "TableFixtures", "Tables", "Labels", "Diagnostics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], path: "Tests/WorkspaceFuzz", swiftSettings: settings),
    .testTarget(
      name: "WorkspaceTests",
      dependencies: [
        "WorkspaceFuzz", "TableFixtures", "Workspace", "Disclosure", "Surveys", "Indicators",
        "Plans", "Query", "Tables", "Labels", "Diagnostics",
      ], swiftSettings: settings),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Reports", "Disclosure", "Workspace", "Surveys", "Indicators", "Plans", "Analyses",
        "Statistics", "Spreadsheets", "TableFixtures", "ZipFixtures", "TableFiles", "Tables",
        "Labels", "Diagnostics", "TextLayout", "CHyphen",
      ], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
