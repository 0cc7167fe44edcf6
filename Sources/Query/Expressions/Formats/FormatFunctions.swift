internal import Tables

extension ScalarCatalogue {
  /// `to_char` of numbers and `to_number`.
  static let textFormats: [ScalarFunction] = [
    .preparedCells("to_char", [.integer, .text], .text, canFail: true) { _ in
      let cache = NumberTemplateCache()
      return { cells in
        guard case .integer(let value) = cells[0], case .text(let template) = cells[1] else {
          return .null
        }
        return .text(try cache.template(template).text(value))
      }
    },
    .preparedCells("to_char", [.real, .text], .text, canFail: true) { _ in
      let cache = NumberTemplateCache()
      return { cells in
        guard case .real(let value) = cells[0], case .text(let template) = cells[1] else {
          return .null
        }
        return .text(try cache.template(template).text(value))
      }
    },
    .preparedCells("to_char", [.numeric, .text], .text, canFail: true) { _ in
      let cache = NumberTemplateCache()
      return { cells in
        guard case .numeric(let value) = cells[0], case .text(let template) = cells[1] else {
          return .null
        }
        return .text(try cache.template(template).text(value))
      }
    },
  ]

  /// `to_char` of days and moments, `to_date`, `to_timestamp`.
  static let dateFormats: [ScalarFunction] =
    [ColumnType.date, .timestamp].map { type in
      .preparedCells("to_char", [type, .text], .text) { _ in
        let cache = DateTemplateCache()
        return { cells in
          guard case .text(let template) = cells[1] else { return .null }
          let moment: Int64
          switch cells[0] {
          case .date(let day): moment = Int64(day.daysSince1970) * Microseconds.day
          case .timestamp(let value): moment = value.microsecondsSince1970
          default: return .null
          }
          return .text(cache.template(template).text(moment))
        }
      }
    }
    + [ColumnType.date, .timestamp].map { type in
      let name = type == .date ? "to_date" : "to_timestamp"
      return .preparedCells(name, [.text, .text], type, canFail: true) { _ in
        let cache = DateTemplateCache()
        return { cells in
          guard case .text(let text) = cells[0], case .text(let template) = cells[1] else {
            return .null
          }
          let moment = try cache.template(template).moment(text)
          if type == .timestamp { return Timestamps.cell(moment) }
          return .date(Clock(moment).date)
        }
      }
    }
}

/// The template used last.
final class NumberTemplateCache {
  private var last: (text: String, template: NumberTemplate)?

  func template(_ text: String) throws -> NumberTemplate {
    if let last, byteOrder(last.text, text) == 0 { return last.template }
    let template = try NumberTemplate(text)
    last = (text, template)
    return template
  }
}
