public import Diagnostics
internal import Labels
public import Tables

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A set of reports as somebody approved it: everything that was published then, and the hashes of the
/// files that it rests on.
///
/// It is one JSON file with the reports as ``JSONRenderer`` writes them. What was withheld is withheld in
/// it too.
public struct Approval: Hashable, Sendable {
  /// The version of the file's form.
  public static let version = 1
  /// The version of what figures mean. It changes when the same files give another figure for the same
  /// cell because it is computed or judged otherwise.
  public static let meaning = 1

  /// A file that the reports rest on.
  public struct File: Codable, Hashable, Sendable {
    /// The path in the workspace.
    public var path: String
    /// The hash of its bytes, in digits of base 16.
    public var sha256: String

    /// A file and its hash.
    public init(path: String, sha256: String) { (self.path, self.sha256) = (path, sha256) }
  }

  /// What was approved: the reports of a year, or of a day in it, of all units or of one.
  public struct Scope: Hashable, Sendable {
    /// The year.
    public var year: Int
    /// The day of an interim report.
    public var asOf: CalendarDate?
    /// The unit; `nil` for the whole set.
    public var unit: String?
    /// The fewest answers behind a figure of a survey.
    public var minimumAnswers: Int

    /// A part of the reports of a workspace.
    public init(year: Int, asOf: CalendarDate?, unit: String?, minimumAnswers: Int) {
      (self.year, self.asOf, self.unit) = (year, asOf, unit)
      self.minimumAnswers = minimumAnswers
    }
  }

  /// When it was approved.
  public let day: CalendarDate
  /// By whom, where that was said.
  public let by: String?
  /// What figures meant.
  let meaning: Int
  /// The files that it rests on, in the order of their paths.
  public let files: [File]
  /// The reports.
  let reports: [ApprovedReport]

  /// The report of a name; `nil` where the set did not have it.
  func report(_ id: String) -> ApprovedReport? { reports.first { $0.id == id } }

  /// The text of the file that freezes reports.
  ///
  /// - Parameters:
  ///   - documents: The reports.
  ///   - scope: What they are about.
  ///   - files: What they rest on.
  ///   - previous: The file of the approval before this one, and its hash.
  ///   - day: When they are approved.
  ///   - name: By whom.
  /// - Returns: The text, in the form that `schemas/approval-1.schema.json` describes.
  public static func text(
    of documents: [ReportDocument], scope: Scope, files: [File], previous: File?,
    day: CalendarDate, by name: String?
  ) -> String {
    func value(_ file: File) -> JSONValue {
      .object(["path": .string(file.path), "sha256": .string(file.sha256)])
    }
    let renderer = JSONRenderer()
    return JSONValue.object([
      "format": .string(format), "version": .integer(Int64(version)),
      "meaning": .integer(Int64(meaning)),
      "year": .integer(Int64(scope.year)),
      "as_of": scope.asOf.map { .string($0.description) },
      "unit": scope.unit.map(JSONValue.string),
      "approved": .string(day.description), "by": name.map(JSONValue.string),
      "disclosure": .object(["minimum_answers": .integer(Int64(scope.minimumAnswers))]),
      "previous": previous.map(value), "files": .array(files.map(value)),
      "reports": .array(documents.map(renderer.value)),
    ]).text(levels: JSONValue.levels + 2)
  }

  static let format = "nyckeltal-approval"

  /// Reads an approval.
  ///
  /// - Parameters:
  ///   - bytes: What its file holds.
  ///   - path: Its path, for messages.
  /// - Throws: A diagnostic `approval` when the file is no approval, is damaged, or was written by a newer
  ///   version of the program.
  public init(_ bytes: [UInt8], named path: String) throws(Diagnostic) {
    let file: ApprovalFile
    do {
      file = try JSONDecoder().decode(ApprovalFile.self, from: Data(bytes))
    } catch {
      throw Self.problem(path, "the approval cannot be read", because: Self.reason(error))
    }
    guard file.format == Self.format else {
      throw Self.problem(
        path, "the file is no approval", because: "its format is not \(Self.format)")
    }
    guard file.version == Self.version, let content = file.content else {
      throw Self.problem(
        path, "the approval is of version \(file.version)",
        because: "this program reads version \(Self.version)",
        fix: "use the version of nyckeltal that wrote it, or a newer one")
    }
    guard let day = CalendarDate(iso: content.approved) else {
      throw Self.problem(
        path, "the approval cannot be read", because: "'approved' is no day such as 2023-08-31")
    }
    (self.day, by, meaning) = (day, content.by, content.meaning)
    (files, reports) = (content.files, content.reports)
  }

  private static func problem(
    _ path: String, _ message: String, because reason: String,
    fix: String = "bring the file back from a copy, or approve again with --approve --again"
  ) -> Diagnostic {
    Diagnostic(
      .error, "approval", at: SourceLocation(file: path), message, because: reason, fixes: [fix])
  }

  private static func reason(_ error: any Error) -> String {
    func path(_ context: DecodingError.Context) -> String {
      context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }
        .joined(separator: "/")
    }
    return switch error as? DecodingError {
    case .keyNotFound(let key, let context):
      "'\([path(context), key.stringValue].filter { !$0.isEmpty }.joined(separator: "/"))' is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "'\(path(context))' holds something else than it should"
    default: "it is not JSON as a whole; it may have been cut short"
    }
  }
}

/// The file of an approval. Its contents are looked at where the version is known.
private struct ApprovalFile: Decodable {
  struct Content: Decodable {
    let meaning: Int
    let approved: String
    let by: String?
    let files: [Approval.File]
    let reports: [ApprovedReport]
  }

  let format: String
  let version: Int
  let content: Content?

  private enum Key: CodingKey {
    case format, version
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    format = try container.decode(String.self, forKey: .format)
    version = try container.decode(Int.self, forKey: .version)
    content =
      format == Approval.format && version == Approval.version
      ? try Content(from: decoder) : nil
  }
}
