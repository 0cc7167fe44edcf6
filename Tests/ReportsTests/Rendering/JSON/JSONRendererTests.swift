import Diagnostics
import Foundation
import Labels
import Testing
import Workspace

@testable import Reports

@Suite struct JSONRendererTests {
  private static func schema() throws -> JSONSchema {
    try JSONSchema(
      Data(contentsOf: Datasets.root.appendingPathComponent("schemas/report-1.schema.json")))
  }

  private static func parsed(_ text: String) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("every report follows the published schema", arguments: RenderedPages.years)
  func schema(year: Int) throws {
    let schema = try Self.schema()
    for part in RenderedPages.parts(year) {
      for languages in [Language.allCases, [.english]] {
        let value = try Self.parsed(JSONRenderer(languages: languages).render(part.document))
        let problems = schema.problems(value)
        #expect(problems.isEmpty, "\(part.document.id): \(problems.prefix(3))")
      }
    }
  }

  @Test("the schema refuses what is no report") func refusals() throws {
    let schema = try Self.schema()
    var value = try Self.parsed(JSONRenderer().render(RenderedPages.hostile))
    #expect(schema.problems(value).isEmpty, "\(schema.problems(value))")
    value["version"] = 2
    #expect(schema.problems(value) == ["$.version: 2 is not among [1]"])
    value["version"] = nil
    value["other"] = true
    #expect(Set(schema.problems(value)) == ["$: no version", "$: other is unknown"])
  }

  @Test("a fact has its value, unit, base, interval, marks, sources and cells")
  func fact() throws {
    let fact = Fact(
      .share(0.95), base: .part(19, of: 20, population: 24),
      interval: FactInterval(lower: 0.8, upper: 1, confidence: 0.95, method: "hypergeometric"),
      marks: [.doubted([90]), .period("2022")],
      sources: FactSources(
        documents: [.init(document: "004", line: 7)], locations: [.init(file: "a.csv", line: 3)]),
      cells: [CellReference(table: "t", row: "r", column: "c")])
    let text = JSONEncoding(languages: [.english]).fact(fact).text
    let value = try Self.parsed(text)
    let expected = try Self.parsed(
      """
      {"kind": "share", "value": 95, "text": {"en": "95% (2022) (doubted: 90)"},
      "base": {"part": 19, "whole": 20, "population": 24},
      "interval": {"lower": 80, "upper": 100, "confidence": 95, "method": "hypergeometric"},
      "marks": [{"mark": "doubted", "values": [90]}, {"mark": "period", "period": "2022"}],
      "sources": {"documents": [{"document": "004", "line": 7}],
      "locations": [{"file": "a.csv", "line": 3}]},
      "cells": [{"table": "t", "row": "r", "column": "c"}]}
      """)
    // The order of marks in words is that of the marks.
    var own = value
    own["text"] = expected["text"]
    #expect(NSDictionary(dictionary: own) == NSDictionary(dictionary: expected), "\(text)")
  }

  @Test("a withheld figure gives a reason and nothing that it follows from")
  func withheld() throws {
    let fact = Fact(
      .withheld(.complementary), base: .part(1, of: 3),
      interval: FactInterval(lower: 0, upper: 1), marks: [])
    let value = try Self.parsed(JSONEncoding(languages: [.english]).fact(fact).text)
    #expect(value["withheld"] as? String == "complementary")
    #expect(value["value"] is NSNull)
    #expect(value["base"] == nil && value["interval"] == nil)
  }

  @Test("every figure is the one that the CSV file has", arguments: [2012, 2023])
  func values(year: Int) throws {
    for part in RenderedPages.parts(year) {
      let value = try Self.parsed(JSONRenderer().render(part.document))
      let blocks = try #require(value["blocks"] as? [[String: Any]])
      let tables = blocks.filter { $0["type"] as? String == "table" }
      #expect(tables.count == part.document.tables.count)
      for (json, table) in zip(tables, part.document.tables) {
        let ids = (json["columns"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
        let rows = json["rows"] as? [[String: Any]] ?? []
        #expect(rows.count == table.rows.count)
        for (row, place) in zip(rows, table.rows.indices) {
          let cells = row["cells"] as? [Any] ?? []
          #expect(cells.count == ids.count)
          #expect(row["key"] as? String == table.key(of: place))
          for (id, cell) in zip(ids, cells) where ids.count(where: { $0 == id }) == 1 {
            guard let column = table.column(id), let fact = table.rows[place].cells[column].fact,
              let number = fact.data(.value)?.asNumber
            else { continue }
            #expect((cell as? [String: Any])?["value"] as? Double == number, "\(table.id) \(id)")
          }
        }
      }
    }
  }

  @Test("texts are escaped and read back the same") func escaping() throws {
    let value = try Self.parsed(JSONRenderer().render(RenderedPages.hostile))
    let title = value["title"] as? [String: String]
    #expect(title?["sv"] == RenderedPages.hostile.title.swedish)
  }
}
