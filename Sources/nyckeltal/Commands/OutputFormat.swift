internal import ArgumentParser
internal import Diagnostics
internal import Tables

/// How a report is written.
enum OutputFormat: String, FileFormat {
  case text, csv, html, markdown, json, xlsx, docx, pdf

  var endings: [String] {
    switch self {
    case .text: ["txt"]
    case .html: ["html", "htm"]
    case .markdown: ["md", "markdown"]
    case .csv, .json, .xlsx, .docx, .pdf: [rawValue]
    }
  }

  /// Whether it is text, which a terminal can show.
  var isText: Bool {
    switch self {
    case .text, .csv, .html, .markdown, .json: true
    case .xlsx, .docx, .pdf: false
    }
  }
}

/// One format, or several with commas between them.
struct OutputFormats {
  var list: [OutputFormat]

  init(_ list: [OutputFormat]) { self.list = list }

  /// Formats as an option gives them: `html,markdown`.
  init(argument: String) throws {
    list = []
    let names = argument.split(separator: ",", omittingEmptySubsequences: false)
    for name in names.map({ trimmed($0).lowercased() }) {
      guard let format = OutputFormat(rawValue: name) else {
        throw Self.problem(name)
      }
      if !list.contains(format) { list.append(format) }
    }
  }

  private static func problem(_ name: String) -> ValidationError {
    let known = OutputFormat.allCases.map(\.rawValue)
    let hint = suggestion(for: name, among: known) ?? "there are: \(known.joined(separator: ", "))"
    return ValidationError("there is no format '\(name)'; \(hint)")
  }
}
