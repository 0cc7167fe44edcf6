internal import Hummingbird
internal import Workspace

/// The table of all routes. A test walks it with every role.
enum Routes {
  static let all: [Route] = session + reports + units + queries + administration

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

  /// What the head of a unit does.
  private static let units: [Route] = [
    .get("/units/:unit", .read, UnitHomePage.show),
    .get("/units/:unit/edit/:table/:row", .changeUnit, EditPages.form),
    .post("/units/:unit/edit/:table/:row", .changeUnit, EditPages.act),
    .get("/units/:unit/import", .changeUnit, ImportPages.form),
    .post("/units/:unit/import", .changeUnit, body: .file, ImportPages.receive),
    .get("/units/:unit/import/file/:import", .changeUnit, ImportPages.preview),
    .post("/units/:unit/import/file/:import", .changeUnit, ImportPages.act),
    .get("/units/:unit/import/done/:folder", .changeUnit, ImportPages.done),
    .post("/units/:unit/import/undo", .changeUnit, ImportPages.undo),
  ]

  /// What an analyst asks.
  private static let queries: [Route] = [
    .get("/query", .query, QueryPages.form),
    .post("/query", .query, changes: false, QueryPages.ask),
    .get("/query/words.json", .query, QueryPages.words),
    .get("/query/runs/:run", .query, QueryPages.result),
    .post("/query/runs/:run/cancel", .query, changes: false, QueryPages.cancel),
    .get("/query/runs/:run/files/:file", .query, QueryPages.file),
  ]

  /// What an administrator looks after.
  private static let administration: [Route] = [
    .get("/administration", .administer, AdministrationPages.accounts),
    .post("/administration/accounts", .administer, AdministrationPages.set),
    .post("/administration/accounts/remove", .administer, AdministrationPages.remove),
    .get("/administration/log", .administer, AdministrationPages.log),
    .get("/administration/ledger", .administer, AdministrationPages.ledger),
  ]
}
