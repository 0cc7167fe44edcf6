internal import Hummingbird
internal import Labels
internal import NIOCore
internal import TableFiles

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A file that somebody has sent, in a folder of its own that only this server may read. It goes with the folder
/// when nobody needs it any more.
final class UploadedFile: Sendable {
  /// What it is called where it comes from, without folders.
  let name: String
  /// Where it is, under a name whose ending says what it holds.
  let path: String
  private let folder: String

  private init(name: String, path: String, folder: String) {
    (self.name, self.path, self.folder) = (name, path, folder)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Takes the file out of a form as it comes. The form begins with its token; nothing is written before that
  /// is looked at, and what breaks off leaves nothing.
  ///
  /// - Parameters:
  ///   - exchange: The request.
  ///   - limit: The most bytes of the file.
  /// - Returns: The file, and the other fields.
  /// - Throws: ``WebProblem`` for a form that is none of ours, is too large, or holds no table.
  static func receive(
    _ exchange: Exchange, limit: Int
  ) async throws -> (file: UploadedFile, fields: FormFields) {
    guard
      var parser = MultipartParser(
        contentType: exchange.request.headers[.contentType] ?? "")
    else { throw WebProblem.badForm }
    let folder = try temporaryFolder()
    var isKept = false
    defer { if !isKept { try? FileManager.default.removeItem(atPath: folder) } }
    let part = "\(folder)/file"
    let descriptor = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw WebProblem.failed }
    defer { close(descriptor) }
    var fields = FormFields()
    var (name, text, fileName) = ("", [UInt8](), String?.none)
    var (isFile, written, isAllowed) = (false, 0, false)
    var (received, parts) = (0, 0)
    do {
      for try await buffer in exchange.request.body {
        // Also what belongs to no file has its limit.
        received += buffer.readableBytes
        guard received <= limit + Self.mostBeside else { throw WebProblem.tooLarge }
        for event in try parser.take(buffer.readableBytesView) {
          switch event {
          case .part(let partName, let partFile):
            parts += 1
            guard parts <= Self.mostParts else { throw WebProblem.badForm }
            (name, text, isFile) = (partName, [], partFile != nil)
            guard isFile else { continue }
            guard isAllowed, fileName == nil else { throw WebProblem.expiredForm }
            fileName = partFile
          case .bytes(let bytes) where isFile:
            written += bytes.count
            guard written <= limit else { throw WebProblem.tooLarge }
            guard writeAll(bytes, to: descriptor) else { throw WebProblem.failed }
          case .bytes(let bytes):
            text += bytes
            guard text.count <= 64 << 10 else { throw WebProblem.tooLarge }
          case .end where isFile: continue
          case .end:
            let value = String(decoding: text, as: UTF8.self)
            fields.add(name, value)
            if name == "token" {
              isAllowed = exchange.service.tokens.matches(value, visitor: exchange.visitor)
            }
          }
        }
      }
    } catch is MultipartParser.Fault {
      throw WebProblem.badForm
    }
    guard isAllowed else { throw WebProblem.expiredForm }
    guard parser.isWhole, let fileName, written > 0 else {
      throw WebProblem(
        .badRequest, Label("Ingen fil kom fram", "No file came through"),
        Label("Välj en fil och skicka formuläret igen.", "Choose a file and send the form again."))
    }
    let shown = plainName(fileName)
    guard let ending = ending(ofFile: part) else { throw Self.noTable }
    let stem = shown.lastIndex(of: ".").map { String(shown[..<$0]) } ?? shown
    let path = "\(folder)/\(stem.isEmpty ? "fil" : stem).\(ending)"
    guard rename(part, path) == 0 else { throw WebProblem.failed }
    isKept = true
    return (UploadedFile(name: shown, path: path, folder: folder), fields)
  }

  /// How many bytes a form may have beside its file, and how many fields.
  private static let mostBeside = 1 << 20
  private static let mostParts = 100

  private static let noTable = WebProblem(
    .unsupportedMediaType,
    Label("Filen är ingen tabell som går att läsa", "The file is no table that can be read"),
    Label(
      "Det som finns i filen är varken Excel, OpenDocument, SPSS, Stata eller text. Spara den som något av det. Inget är ändrat.",
      "What the file holds is neither Excel, OpenDocument, SPSS, Stata nor text. Save it as one of them. Nothing is changed."
    ))

  /// The last part of a name, of letters that no folder and no shell means anything by.
  static func plainName(_ text: String) -> String {
    let last = text.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
    let kept = last.prefix(120).map { character -> Character in
      character.isLetter || character.isNumber || "-_. ()".contains(character) ? character : "_"
    }
    let name = String(kept.drop { $0 == "." || $0 == " " || $0 == "-" })
    return name.isEmpty ? "fil" : name
  }

  /// The ending that a file's own bytes call for, whatever its name says; `nil` for no kind of table.
  private static func ending(ofFile path: String) -> String? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 64 << 10)
    let count = read(file, &bytes, bytes.count)
    return ending(of: Array(bytes.prefix(max(0, count))))
  }

  /// The ending for the first bytes of a file.
  static func ending(of bytes: [UInt8]) -> String? {
    func begins(_ text: String) -> Bool { bytes.starts(with: Array(text.utf8)) }
    if begins("PK\u{3}\u{4}") {
      // A file of OpenDocument says first what it is, unpacked.
      let type = Array("mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8)
      return bytes.dropFirst(30).starts(with: type) ? "ods" : "xlsx"
    }
    if begins("$FL2") || begins("$FL3") { return begins("$FL3") ? "zsav" : "sav" }
    if begins("<stata_dta>") { return "dta" }
    let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    return !bytes.isEmpty && (isWide || !bytes.contains(0)) ? "csv" : nil
  }

  /// Where files that are sent wait, unless a test says otherwise for what it calls.
  @TaskLocal static var place =
    ProcessInfo.processInfo.environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"

  private static func temporaryFolder() throws -> String {
    // mkdtemp asks for six X at the end and puts its own letters there.
    var template = Array("\(place)/nyckeltal-web-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw WebProblem.failed }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func writeAll(_ bytes: [UInt8], to file: Int32) -> Bool {
    bytes.withUnsafeBytes { SystemCalls.write(file, $0) }
  }
}
