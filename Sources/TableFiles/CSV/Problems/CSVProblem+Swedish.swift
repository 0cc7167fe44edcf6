internal import Diagnostics

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension CSVProblem {
  /// The words in Swedish, for problems that people meet who only bring a file in; `nil` for what is about types,
  /// which definitions declare.
  var swedish: Diagnostic.Wording? {
    switch self {
    case .unreadable(let failure): Self.swedish(failure)
    case .empty: Diagnostic.Wording("filen har ingen rad", fixes: ["exportera svaren igen"])
    case .notText(let kind): kind.swedish
    case .guessedEncoding:
      Diagnostic.Wording(
        "filen läses som Windows-1252",
        because: "Den har inget byteordningsmärke och är inte UTF-8.",
        fixes: ["spara den som ”CSV UTF-8”"])
    case .invalidBytes(let encoding):
      Diagnostic.Wording(
        "filen är inte \(encoding.displayName) alltigenom; det första tecknet som inte är det står här",
        because: "Två teckenkodningar är blandade, eller filen är skadad.",
        fixes: ["spara filen igen som UTF-8"])
    case .zeroByte:
      Diagnostic.Wording(
        "ett NUL-tecken står i texten",
        because: "Textfiler har inga; filen kan vara skadad eller av ett annat slag.",
        fixes: ["exportera svaren igen"])
    case .noHeader:
      Diagnostic.Wording(
        "första raden läses som svar, och kolumnerna kallas column_1, column_2 och så vidare",
        because: "Den har värden av samma slag som raderna under.",
        fixes: ["skriv kolumnernas namn överst"])
    case .unsureHeader:
      Diagnostic.Wording(
        "första raden läses som kolumnernas namn",
        because: "Den har tal som raderna under, så den kan vara svar.")
    case .title(let lines, let width):
      Diagnostic.Wording(
        "\(lines == 1 ? "rad 1" : "raderna 1–\(lines)") läses som rubrik; kolumnernas namn tas från rad \(lines + 1)",
        because: "Raderna under har \(width) fält, och en rubrik har ett.",
        fixes: ["ta bort det som står ovanför namnen"])
    case .describingRows(let first, let second):
      Diagnostic.Wording(
        "raderna \(first) och \(second) beskriver kolumnerna och utelämnas",
        because: "Qualtrics skriver frågorna och sina egna koder där.")
    case .emptyHeader(let position, let name):
      Diagnostic.Wording(
        "kolumn \(position) har inget namn och kallas '\(name)'",
        fixes: ["skriv ett namn i första raden"])
    case .duplicateHeader(let name, let newName):
      Diagnostic.Wording(
        "två kolumner heter '\(name)'; den senare blir '\(newName)'",
        fixes: ["ge varje kolumn ett eget namn"])
    case .shortRow(let fields, let columns, let hasHeader):
      Diagnostic.Wording(
        "raden har \(fields) fält, \(hasHeader ? "rubrikraden" : "den första raden") har \(columns)",
        because: "Cellerna som saknas läses som tomma.",
        fixes: ["fyll ut raden", "sätt en text med radbrytningar inom citattecken"])
    case .longRow(let fields, let columns, let hasHeader, _):
      Diagnostic.Wording(
        "raden har \(fields) fält, \(hasHeader ? "rubrikraden" : "den första raden") har \(columns)",
        because: "Resten av raden behålls.",
        fixes: ["sätt en text med skiljetecknet i inom citattecken"])
    case .unclosedQuote:
      Diagnostic.Wording(
        "ett citattecken öppnas här och stängs aldrig",
        because: "Fältet läses till slutet av sin rad; raderna under är egna rader.",
        fixes: ["stäng citatet", "skriv tecknet två gånger om det hör till texten   \"\""])
    case .textAfterQuote:
      Diagnostic.Wording(
        "text följer på ett fälts avslutande citattecken",
        because: "Den läses som en del av fältet.",
        fixes: ["skriv ett citattecken som hör till texten två gånger   \"\""])
    case .more(let count, _, _): Diagnostic.Wording("\(count) till av samma slag visas inte")
    case .unknownDeclaredColumn, .queryTypeDeclared, .type, .doubt: nil
    }
  }

  private static func swedish(_ failure: ReadFailure) -> Diagnostic.Wording {
    switch failure {
    case .missing: Diagnostic.Wording("det finns ingen sådan fil", fixes: ["kontrollera sökvägen"])
    case .folder:
      Diagnostic.Wording("det här är en mapp, inte en fil", fixes: ["ange en fil i den"])
    case .noFile:
      Diagnostic.Wording(
        "det här är en enhet eller ett rör, inte en fil", because: "Det kan vara utan slut.",
        fixes: ["spara det som kommer ur det som en fil"])
    case .large(let size, let limit):
      Diagnostic.Wording(
        "filen är för stor för att läsas hel",
        because: "Den är på minst \(size >> 20) MB, och \(limit >> 20) MB får plats.")
    case .permission:
      Diagnostic.Wording("filen får inte läsas", fixes: ["be ägaren om rätt att läsa den"])
    case .system(EMFILE), .system(ENFILE):
      Diagnostic.Wording(
        "fler filer är öppna än systemet tillåter", fixes: ["tillåt fler   ulimit -n 4096"])
    case .system(let number):
      Diagnostic.Wording(
        "filen går inte att läsa", because: String(cString: strerror(number)) + ".")
    }
  }
}

extension FileKind {
  /// What the file is in Swedish, and how it becomes one that can be read.
  var swedish: Diagnostic.Wording {
    let save = "öppna den i ett kalkylprogram och spara den som CSV UTF-8"
    let export = "exportera svaren som CSV"
    let what: (String, String) =
      switch self {
      case .gzip: ("packad med gzip i en annan packad fil", "packa upp den med gunzip")
      case .zstandard: ("packad med Zstandard i en annan packad fil", "packa upp den med unzstd")
      case .excelWorkbook:
        ("en Excelarbetsbok, inte CSV", "låt namnet sluta på .xlsx, eller spara den som CSV UTF-8")
      case .oldExcelWorkbook:
        ("en gammal Excelarbetsbok (.xls) eller ett annat Officedokument", save)
      case .openDocumentSheet:
        (
          "ett OpenDocument-kalkylblad, inte CSV",
          "låt namnet sluta på .ods, eller spara den som CSV UTF-8"
        )
      case .zip: ("ett zip-arkiv, inte CSV", "packa upp det och ange CSV-filen i det")
      case .pdf: ("ett PDF-dokument, inte CSV", export)
      case .html:
        ("en webbsida (HTML), inte CSV", "hämta filen igen; en inloggningssida ser ut så här")
      case .xml: ("XML, inte CSV", save)
      case .parquet: ("Parquet, inte CSV", export)
      case .zeros:
        ("tom på innehåll: den börjar med NUL-tecken, som när en disk blev full", export)
      case .sqlite: ("en SQLite-databas, inte CSV", export)
      }
    return Diagnostic.Wording("filen är \(what.0)", fixes: [what.1])
  }
}
