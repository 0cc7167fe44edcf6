internal import Hummingbird
internal import Workspace

/// The table of all routes. A test walks it with every role.
enum Routes {
  static let all: [Route] = session + reports

  /// What everybody meets first.
  private static let session: [Route] = [
    .get("/", .read) { .init(redirecting: Address.year($0.state.workspace.year)) },
    .get("/login", .open, LoginPage.show),
    .post("/login", .open, changes: false, LoginPage.logIn),
    .post("/logout", .read, changes: false, LoginPage.logOut),
    .get("/language/:language", .open, LanguagePage.choose),
    .get("/assets/:file", .open, AssetPage.show),
    .get("/accessibility", .open, AccessibilityPage.show),
  ]

  /// What is reported, and what it rests on.
  private static let reports: [Route] = [
    .get("/choose", .read, DirectorPages.choose),
    .get("/years/:year", .read, DirectorPages.show),
    .get("/years/:year/files/:file", .read, DirectorPages.file),
    .get("/years/:year/units/:unit", .read, UnitPages.show),
    .get("/years/:year/units/:unit/:part", .read, UnitPages.part),
    .get("/years/:year/units/:unit/files/:file", .read, UnitPages.file),
    .get("/years/:year/goals/:goal", .read, GoalPages.show),
  ]
}
