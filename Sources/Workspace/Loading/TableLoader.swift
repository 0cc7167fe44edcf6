internal import Diagnostics
internal import TableFiles
internal import Tables

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Reads data files of a workspace and collects what is wrong with them.
struct TableLoader {
  let problems: ProblemCollector

  /// The table in a file, or `nil` when there is no such file, it cannot be read or it is empty.
  ///
  /// - Parameters:
  ///   - path: Where the file is.
  ///   - name: What the table is called.
  ///   - types: The types of columns that must be there.
  ///   - mayLack: Whether some of the columns with a type need not be there.
  /// - Returns: The table.
  func read(
    _ path: String, table name: String, types: [String: ColumnType] = [:], mayLack: Bool = false
  ) -> Table? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    do throws(Diagnostic) {
      let file = try TableFile.read(
        path, named: path, options: TableOptions(types: types, tableName: name))
      problems.add(file.diagnostics.filter { !mayLack || $0.code != "csv-unknown-column" })
      // What is wrong with an empty file has been said; that its columns are missing says no more.
      return file.table.schema.fields.isEmpty ? nil : file.table
    } catch {
      problems.add(error)
      return nil
    }
  }
}
