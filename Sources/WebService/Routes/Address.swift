/// The addresses of pages, each written in one place.
enum Address {
  static let login = "/login"
  static let logout = "/logout"
  static let accessibility = "/accessibility"

  static let administration = "/administration"
  static let query = "/query"

  static func query(_ run: String) -> String { "/query/runs/\(FormFields.encoded(run))" }

  static func year(_ year: Int) -> String { "/years/\(year)" }

  static func unit(_ unit: String, _ year: Int) -> String {
    "/years/\(year)/units/\(FormFields.encoded(unit))"
  }

  static func goal(_ goal: String, _ year: Int) -> String {
    "/years/\(year)/goals/\(FormFields.encoded(goal))"
  }

  static func unitHome(_ unit: String) -> String { "/units/\(FormFields.encoded(unit))" }

  static func edit(_ unit: String, _ table: String, _ row: String) -> String {
    "\(unitHome(unit))/edit/\(table)/\(FormFields.encoded(row))"
  }

  static func imports(_ unit: String) -> String { unitHome(unit) + "/import" }

  static func imports(_ unit: String, _ id: String) -> String {
    "\(imports(unit))/file/\(FormFields.encoded(id))"
  }

  /// A page to go back to, from a field: only a path of this server.
  static func inside(_ text: String?) -> String? {
    guard let text, text.hasPrefix("/"), !text.hasPrefix("//"), !text.contains("\\"),
      text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return nil }
    return text
  }
}
