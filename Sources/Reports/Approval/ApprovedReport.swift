internal import Labels

/// A report as its JSON holds it (`schemas/report-1.schema.json`): what of it a comparison needs.
public struct ApprovedReport: Decodable, Hashable, Sendable {
  /// The name of its files.
  let id: String
  let title: ApprovedWords
  let blocks: [ApprovedBlock]

  /// Its tables in order.
  var tables: [ApprovedTable] { blocks.compactMap(\.table) }

  /// What a table is called among the others, in their order: of several with one title each is named by
  /// its section too.
  var names: [Label] {
    let titles = Dictionary(grouping: tables, by: \.title).mapValues(\.count)
    var section: Label?
    var names: [Label] = []
    for block in blocks {
      if let heading = block.section { section = heading.label }
      guard let table = block.table else { continue }
      let title = table.title.label
      if let section, titles[table.title, default: 0] > 1 {
        names.append(
          Label(
            "\(section.swedish): \(title.swedish)", "\(section.english): \(title.english)"))
      } else {
        names.append(title)
      }
    }
    return names
  }
}

/// A text in both languages.
struct ApprovedWords: Decodable, Hashable, Sendable {
  let sv: String
  let en: String

  var label: Label { Label(sv, en) }
}

/// A part of a report; only tables matter, and the sections that they stand in.
struct ApprovedBlock: Decodable, Hashable, Sendable {
  let table: ApprovedTable?
  /// The heading of a section.
  let section: ApprovedWords?

  private enum Key: CodingKey {
    case type, level, text
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let type = try container.decode(String.self, forKey: .type)
    table = type == "table" ? try ApprovedTable(from: decoder) : nil
    let level = type == "heading" ? try container.decode(Int.self, forKey: .level) : 0
    section = level == 1 ? try container.decode(ApprovedWords.self, forKey: .text) : nil
  }
}

struct ApprovedTable: Decodable, Hashable, Sendable {
  let id: String
  let title: ApprovedWords
  let audience: String
  let columns: [ApprovedColumn]
  let rows: [ApprovedRow]
}

struct ApprovedColumn: Decodable, Hashable, Sendable {
  let id: String
  let header: ApprovedWords
  let shows: String?
  let dimension: String?
}

struct ApprovedRow: Decodable, Hashable, Sendable {
  struct Location: Decodable, Hashable, Sendable {
    let file: String
  }

  let key: String
  let cells: [ApprovedCell?]
  let locations: [Location]?
}

/// A fact, members, words with facts, or a code.
struct ApprovedCell: Decodable, Hashable, Sendable {
  struct Unit: Decodable, Hashable, Sendable {
    let id: String
  }

  struct Base: Decodable, Hashable, Sendable {
    let part: Double?
    let whole: Double?
    let population: Double?
    let values: Double?
  }

  struct Interval: Decodable, Hashable, Sendable {
    let lower: Double
    let upper: Double
  }

  struct Member: Decodable, Hashable, Sendable {
    let id: String?
    let label: ApprovedWords
    let marks: [Mark]?
  }

  struct Mark: Decodable, Hashable, Sendable {
    let mark: String
    let value: Double?
    let values: [Double]?
    let period: String?
  }

  let kind: String?
  let value: Scalar?
  let text: ApprovedWords?
  let unit: Unit?
  let withheld: String?
  let base: Base?
  let interval: Interval?
  let marks: [Mark]?
  let facts: [ApprovedCell]?
  let members: [Member]?
  let code: String?
}

/// A value of JSON that has no parts.
enum Scalar: Decodable, Hashable, Sendable {
  case number(Double)
  case text(String)
  case flag(Bool)

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else {
      self = .text(try container.decode(String.self))
    }
  }
}
