internal import Diagnostics
internal import Labels
internal import Tables

/// The parts of a report as values of JSON.
struct JSONEncoding {
  let languages: [Language]

  func label(_ label: Label) -> JSONValue { text { label[$0] } }

  /// A text in every language that was asked for.
  func text(_ words: (Language) -> String) -> JSONValue {
    .members(languages.map { ($0.rawValue, .string(words($0))) })
  }

  func block(_ block: Block) -> JSONValue {
    switch block {
    case .heading(let level, let label):
      .object([
        "type": "heading", "level": .integer(Int64(level)), "text": self.label(label),
      ])
    case .paragraph(let sentence): self.sentence("paragraph", sentence)
    case .note(let sentence): self.sentence("note", sentence)
    case .table(let table): self.table(table)
    case .chart(let chart): self.chart(chart)
    }
  }

  private func sentence(_ type: String, _ sentence: Sentence) -> JSONValue {
    .object([
      "type": .string(type), "text": text(sentence.text),
      "facts": .array(ifAny: sentence.facts.map(fact)),
    ])
  }

  private func chart(_ chart: ReportChart) -> JSONValue {
    .object([
      "type": "chart", "id": .string(chart.id), "title": label(chart.title),
      "kind": .string(chart.kind.rawValue), "table": .string(chart.table),
      "labels": .string(chart.labels), "figures": .array(chart.figures.map(JSONValue.string)),
      "series": chart.series.map(JSONValue.string),
      "positions": chart.positions.map(JSONValue.string), "target": chart.target.map(fact),
      "row_targets": .array(
        ifAny: chart.rowTargets.sorted { $0.key < $1.key }.map {
          .object(["row": .string($0.key), "target": fact($0.value)])
        }),
      "rows": chart.rows.map { .array($0.map(JSONValue.string)) },
      "data": chart.data.map(table),
    ])
  }

  // MARK: Cells

  func cell(_ cell: ReportCell) -> JSONValue {
    switch cell {
    case .none: .null
    case .fact(let fact): self.fact(fact)
    case .member(let members): .object(["members": .array(members.map(member))])
    case .words(let sentence):
      .object([
        "text": text(sentence.text), "facts": .array(ifAny: sentence.facts.map(fact)),
      ])
    case .code(let code): .object(["code": .string(code)])
    }
  }

  func member(_ member: Member) -> JSONValue {
    .object([
      "id": member.id.map(JSONValue.string) ?? .null, "label": label(member.label),
      "marks": .array(ifAny: member.marks.map(mark)),
    ])
  }

  func fact(_ fact: Fact) -> JSONValue {
    .object([
      "kind": .string(fact.kind), "value": fact.data(.value).map(Self.value) ?? .null,
      "text": text { FactWords($0).text(fact) },
      "unit": fact.unit.map { .object(["id": .string($0.id), "label": label($0.several)]) },
      "level": fact.level.map(JSONValue.number),
      "withheld": fact.withholding.map { .string($0.rawValue) },
      "base": base(fact), "interval": interval(fact),
      "marks": .array(ifAny: fact.marks.map(mark)), "sources": sources(fact.sources),
      "cells": .array(
        ifAny: fact.cells.map {
          .object([
            "table": .string($0.table), "row": .string($0.row), "column": .string($0.column),
          ])
        }),
    ])
  }

  /// What is withheld has no base or interval either: it would follow from them.
  private func base(_ fact: Fact) -> JSONValue? {
    guard !fact.isWithheld else { return nil }
    switch fact.base {
    case .none: return nil
    case .notStated: return .object(["stated": .bool(false)])
    case .values: return .object(["values": fact.data(.values).map(Self.value)])
    case .part:
      return .object([
        "part": fact.data(.part).map(Self.value), "whole": fact.data(.whole).map(Self.value),
        "population": fact.data(.population).map(Self.value),
      ])
    }
  }

  private func interval(_ fact: Fact) -> JSONValue? {
    guard let low = fact.data(.low), let high = fact.data(.high) else { return nil }
    return .object([
      "lower": Self.value(low), "upper": Self.value(high),
      "confidence": fact.data(.confidence).map(Self.value),
      "method": fact.data(.method).map(Self.value),
    ])
  }

  private func mark(_ mark: FactMark) -> JSONValue {
    switch mark {
    case .qualified(let words): .object(["mark": "qualified", "words": label(words)])
    case .expected(let words): .object(["mark": "expected", "words": label(words)])
    case .stated(let other): .object(["mark": "stated", "value": Self.value(.number(other))])
    case .period(let period): .object(["mark": "period", "period": .string(period)])
    case .doubted(let others):
      .object(["mark": "doubted", "values": .array(others.map { Self.value(.number($0)) })])
    case .differs: .object(["mark": "differs"])
    case .interpreted: .object(["mark": "interpreted"])
    case .reconstructed: .object(["mark": "reconstructed"])
    }
  }

  static func value(_ data: FactData) -> JSONValue {
    switch data {
    case .integer(let value): .integer(value)
    case .real(let value): .number(value)
    case .text(let text): .string(text)
    case .day(let day): .string(day.description)
    case .flag(let flag): .bool(flag)
    }
  }

  // MARK: Sources

  private func sources(_ sources: FactSources) -> JSONValue? {
    guard !sources.documents.isEmpty || !sources.locations.isEmpty else { return nil }
    return .object([
      "documents": documents(sources.documents), "locations": locations(sources.locations),
    ])
  }

  func documents(_ documents: [DocumentReference]) -> JSONValue? {
    .array(
      ifAny: documents.unique.map {
        .object([
          "document": .string($0.document), "line": $0.line.map { .integer(Int64($0)) },
        ])
      })
  }

  func locations(_ locations: [SourceLocation]) -> JSONValue? {
    .array(
      ifAny: locations.unique.map {
        .object(["file": .string($0.file), "line": $0.line.map { .integer(Int64($0)) }])
      })
  }
}

extension Fact {
  /// The stable name of what it is.
  fileprivate var kind: String {
    switch value {
    case .count: "count"
    case .number: "number"
    case .change: "change"
    case .growth: "growth"
    case .share: "share"
    case .points: "points"
    case .probability: "probability"
    case .pValue: "p_value"
    case .day: "day"
    case .flag: "flag"
    case .interval: "interval"
    case .withheld: "withheld"
    }
  }

  /// The level that a p value is held against.
  fileprivate var level: Double? {
    if case .pValue(_, let level) = value { level } else { nil }
  }

  fileprivate var withholding: Withholding? {
    if case .withheld(let reason) = value { reason } else { nil }
  }
}
