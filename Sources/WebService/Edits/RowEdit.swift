internal import Diagnostics
internal import HTTPTypes
internal import Imports
internal import Labels
internal import TableFiles
internal import Workspace

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A change of one row of a unit's table, as a form makes it: shown before it is done, refused where somebody
/// else has changed the row meanwhile, and put on record.
struct RowEdit: Sendable {
  /// A table that forms change.
  enum Table: String, CaseIterable, Sendable {
    case targets, outcomes

    /// What may be changed in it.
    var columns: [Column] {
      switch self {
      case .targets:
        [
          Column("target_value", Label("Målvärde", "Target"), isNumber: true),
          Column("owner_sv", Label("Ansvarig (svenska)", "Owner (Swedish)")),
          Column("owner_en", Label("Ansvarig (engelska)", "Owner (English)")),
          Column("cause_sv", Label("Orsak (svenska)", "Cause (Swedish)")),
          Column("cause_en", Label("Orsak (engelska)", "Cause (English)")),
          Column("next_step_sv", Label("Nästa steg (svenska)", "Next step (Swedish)")),
          Column("next_step_en", Label("Nästa steg (engelska)", "Next step (English)")),
        ]
      case .outcomes:
        [
          Column("value", Label("Utfall", "Outcome"), isNumber: true),
          Column("note_sv", Label("Anmärkning (svenska)", "Remark (Swedish)")),
          Column("note_en", Label("Anmärkning (engelska)", "Remark (English)")),
        ]
      }
    }
  }

  /// A column that a form has a field for.
  struct Column: Hashable, Sendable {
    let name: String
    let label: Label
    let isNumber: Bool

    init(_ name: String, _ label: Label, isNumber: Bool = false) {
      (self.name, self.label, self.isNumber) = (name, label, isNumber)
    }
  }

  let workspace: String
  let unit: String
  let table: Table
  let id: String

  /// The place of the file in the workspace.
  var place: String { "\(unit)/\(table.rawValue).csv" }

  /// The file and the row as they are now.
  ///
  /// - Throws: ``WebProblem`` where the file cannot be changed by a form.
  func read() throws -> (file: CSVFile, row: CSVFile.Row) {
    guard let data = FileManager.default.contents(atPath: "\(workspace)/\(place)") else {
      throw WebProblem.notFound
    }
    guard let file = CSVFile(Array(data)) else {
      throw WebProblem(
        .conflict, Label("Filen kan inte ändras här", "The file cannot be changed here"),
        Label(
          "\(place) är ingen CSV i UTF-8 med kolumnen id. Ändra den i ett kalkylprogram.",
          "\(place) is no CSV in UTF-8 with a column id. Change it in a spreadsheet."))
    }
    guard let row = file.row(id) else { throw WebProblem.notFound }
    return (file, row)
  }

  /// What was written in the fields of a form, as the file has it: numbers with a point and without spaces.
  ///
  /// - Throws: ``FieldFault`` for what is no number.
  func values(_ form: FormFields) throws -> [(name: String, text: String)] {
    try table.columns.compactMap { column in
      guard let text = form["field-" + column.name].map(Self.tidy) else { return nil }
      guard column.isNumber, !text.isEmpty else { return (column.name, text) }
      guard let number = Self.number(text) else { throw FieldFault(column: column) }
      return (column.name, number)
    }
  }

  /// A field that holds no number where one is wanted.
  struct FieldFault: Error {
    let column: Column
  }

  /// Does the change, and puts it on record.
  ///
  /// - Parameters:
  ///   - values: What the row holds afterwards.
  ///   - stamp: The version of the row that the form showed.
  ///   - account: Who does it.
  ///   - time: When.
  /// - Returns: Whether it was done; it is not where the row is another one by now.
  /// - Throws: What keeps it from being written; nothing is changed then.
  func apply(
    _ values: [(name: String, text: String)], stamp: String, by account: String, at time: String
  ) throws -> Bool {
    // As long as the store is there, nobody else changes the workspace.
    let store = try ImportStore(workspace)
    return try withExtendedLifetime(store) {
      let (file, row) = try read()
      guard row.stamp == stamp else { return false }
      let bytes = file.changing(row, to: values)
      guard bytes != file.bytes else { return true }
      try ChangeLedger(workspace).add(
        values.compactMap { name, text in
          let before = row.fields[name] ?? ""
          return before == text
            ? nil
            : ChangeLedger.Entry(
              time: time, account: account, file: place, row: id, column: name, before: before,
              after: text)
        })
      try WholeFile.write(bytes, to: "\(workspace)/\(place)")
      return true
    }
  }

  // MARK: Texts

  /// One line without blanks at its ends.
  private static func tidy(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// A number as people write it, as files have it: `20 000` is `20000`, `95,5` is `95.5`.
  static func number(_ text: String) -> String? {
    let plain = text.filter { !$0.isWhitespace }.replacing("\u{2212}", with: "-")
      .replacing(",", with: ".")
    let digits = plain.hasPrefix("-") ? plain.dropFirst() : plain[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), plain.count <= 24,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    return plain
  }
}
