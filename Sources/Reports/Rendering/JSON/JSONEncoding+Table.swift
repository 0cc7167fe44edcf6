internal import Labels

extension JSONEncoding {
  func table(_ table: ReportTable) -> JSONValue {
    // A column that nobody sees and no file holds is there for a chart, and needs figures to be one.
    let columns = table.columns.indices.filter { column in
      table.columns[column].shows != nil || !table.columns[column].exports.isEmpty
        || table.rows.contains { $0.cells[column] != .none }
    }
    return .object([
      "type": "table", "id": .string(table.id), "title": label(table.title),
      "audience": .string(table.audience.name),
      "example": table.isExample ? .bool(true) : nil,
      "context": .array(
        ifAny: table.context.map {
          .object(["dimension": .string($0.dimension.id), "member": member($0.member)])
        }),
      "columns": .array(columns.map { column(table.columns[$0]) }),
      "rows": .array(table.rows.indices.map { row($0, of: table, columns) }),
      "notes": .array(ifAny: table.notes.map(note)),
    ])
  }

  private func column(_ column: ReportColumn) -> JSONValue {
    .object([
      "id": .string(column.id), "header": label(column.header),
      "audience": .string(column.audience.name),
      "shows": column.shows.map { .string($0.name) },
      "exports": .array(
        ifAny: column.exports.map {
          .object(["id": .string($0.id), "aspect": .string($0.aspect.name)])
        }),
      "dimension": column.dimension.map { .string($0.id) },
      "member": column.member.map {
        .object(["dimension": .string($0.dimension.id), "member": member($0.member)])
      },
      "sum_of": .array(ifAny: column.sumOf.map(JSONValue.string)),
    ])
  }

  private func row(_ place: Int, of table: ReportTable, _ columns: [Int]) -> JSONValue {
    let row = table.rows[place]
    return .object([
      "key": .string(table.key(of: place)), "total_of": row.totalOf.map { .string($0.id) },
      "depth": row.depth > 0 ? .integer(Int64(row.depth)) : nil,
      "cells": .array(columns.map { cell(row.cells[$0]) }),
      "documents": documents(row.documents), "locations": locations(row.locations),
    ])
  }

  private func note(_ note: Footnote) -> JSONValue {
    var (row, column): (String?, String?) = (nil, nil)
    switch note.anchor {
    case .table: break
    case .column(let id): column = id
    case .row(let key): row = key
    case .cell(let key, let id): (row, column) = (key, id)
    }
    return .object([
      "text": text(note.text.text), "facts": .array(ifAny: note.text.facts.map(fact)),
      "row": row.map(JSONValue.string), "column": column.map(JSONValue.string),
    ])
  }
}

extension ReportColumn.Audience {
  fileprivate var name: String {
    switch self {
    case .everyone: "everyone"
    case .readers: "readers"
    case .dataFiles: "data_files"
    }
  }
}

extension Aspect {
  fileprivate var name: String {
    switch self {
    case .value: "value"
    case .equation: "equation"
    case .label: "label"
    case .id: "id"
    case .interval: "interval"
    case .low: "low"
    case .high: "high"
    case .confidence: "confidence"
    case .method: "method"
    case .part: "part"
    case .whole: "whole"
    case .population: "population"
    case .values: "values"
    case .unit: "unit"
    case .stated: "stated"
    case .base: "base"
    }
  }
}
