import Diagnostics
import TableFiles

/// The files that `Files/make` made.
enum DataFile {
  static func path(_ name: String) -> String {
    let folder = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    return "/\(folder)/Files/\(name)"
  }

  static func read(
    _ name: String, options: TableOptions = TableOptions()
  ) throws(Diagnostic) -> TableReading {
    try TableFile.read(path(name), named: name, options: options)
  }
}

extension TableReading {
  /// The diagnostics by place and kind: `t.xlsx#Blad1:B7 cell-error`.
  var marks: [String] { diagnostics.map { "\($0.location) \($0.code)" } }
}
