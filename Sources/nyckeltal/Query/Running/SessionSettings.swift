internal import Query
internal import TableFiles
internal import WorkspaceQuery

/// How a session runs statements and writes their results.
struct SessionSettings {
  var format: ResultFormat
  var dialect: CSVDialect = .standard
  var showsTiming = false
  var hasColor = false
  var query = QueryOptions()
}
