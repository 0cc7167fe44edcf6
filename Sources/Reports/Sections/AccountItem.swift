internal import Diagnostics
internal import Labels
internal import Tables
internal import Workspace

/// An item of a statement with its amounts by year.
struct AccountItem {
  let statement: String
  /// The number of the note: of the one that it stands in, or of the one that explains it.
  let note: String?
  let id: String
  let label: Label
  let isTotal: Bool
  /// The item above that it is a part of.
  let partOf: String?
  /// How deep it stands among the items of its statement.
  private(set) var depth = 0
  private(set) var amounts: [Int: Double] = [:]
  private(set) var documents: [DocumentReference] = []
  private(set) var locations: [SourceLocation] = []

  /// The items in the order of the file, with the amounts of some years.
  static func read(_ table: Table, _ layout: StatementLayout, years: [Int]) -> [AccountItem] {
    var items: [AccountItem] = []
    var places: [Key: Int] = [:]
    for row in table.rows {
      guard let item = AccountItem(row, layout), let year = row.integer("year"),
        years.contains(year), let amount = row.number(layout.value)
      else { continue }
      let key = Key(statement: item.statement, note: item.note, id: item.id)
      let place = places[key] ?? items.endIndex
      if place == items.endIndex {
        places[key] = place
        items.append(item)
        items[place].depth =
          item.partOf.map { parent in
            items.last { $0.statement == item.statement && $0.id == parent }.map { $0.depth + 1 }
              ?? 0
          } ?? 0
      }
      items[place].amounts[year] = amount
      items[place].locations.append(row.location)
      if let source = row.documentReference, !items[place].documents.contains(source) {
        items[place].documents.append(source)
      }
    }
    return items
  }

  private struct Key: Hashable {
    let statement: String
    let note: String?
    let id: String
  }

  private init?(_ row: Row, _ layout: StatementLayout) {
    guard let statement = row.text(layout.statements), let id = row.text(layout.rows) else {
      return nil
    }
    self.statement = statement
    self.id = id
    note = row.integer("note").map(String.init) ?? row.text("note")
    let swedish = row.text("label_sv") ?? row.text("label_en") ?? id
    label = Label(swedish, row.text("label_en") ?? swedish)
    isTotal = row.integer("is_total") == 1
    partOf = row.text("part_of")
  }
}
