internal import Diagnostics
internal import Labels
internal import Tables

extension FormatProblem {
  /// Never holds a value of the file, except the name of an error that a program shows.
  var words: Words {
    switch self {
    case .damaged, .encrypted, .oldExcel, .bomb, .tooLarge, .entities, .empty: fileWords
    case .noSheet(let name, let sheets):
      Words(
        Label("arbetsboken har inget blad '\(name)'", "the workbook has no sheet '\(name)'"),
        fix: Self.nearest(name, sheets))
    case .otherSheets(let name, let others):
      Words(
        Label(
          "bladet '\(name)' läses; det finns \(others.count) till: \(Self.list(others, "och"))",
          "the sheet '\(name)' is read; there \(others.count == 1 ? "is" : "are") \(others.count) "
            + "more: \(Self.list(others, "and"))"),
        fix: Label(
          "välj ett annat med filnamnet följt av #\(others.first ?? "")",
          "choose another by the name of the file followed by #\(others.first ?? "")"))
    case .title(let rows):
      Words(
        Label(
          rows == 1
            ? "raden ovanför kolumnernas namn läses som rubrik"
            : "\(rows) rader ovanför kolumnernas namn läses som rubrik",
          rows == 1
            ? "the row above the names of the columns is read as a title"
            : "\(rows) rows above the names of the columns are read as a title"))
    case .noHeader:
      Words(
        Label(
          "första raden läses som data, och kolumnerna heter column_1, column_2 och så vidare",
          "the first row is read as data, and the columns are called column_1, column_2 and so on"),
        because: Label(
          "Den innehåller värden av samma slag som raderna under.",
          "It holds values of the same types as the rows below."),
        fix: Label("skriv namn i första raden", "write names into the first row"))
    case .emptyName(let name):
      Words(
        Label(
          "kolumnen saknar namn och kallas '\(name)'",
          "the column has no name and is called '\(name)'"),
        fix: Label("skriv ett namn ovanför", "write a name above it"))
    case .duplicateName(let name, let newName):
      Words(
        Label(
          "två kolumner heter '\(name)'; den senare blir '\(newName)'",
          "two columns are called '\(name)'; the later one becomes '\(newName)'"),
        fix: Label("ge varje kolumn ett eget namn", "give each column a name of its own"))
    case .unknownDeclaredColumn(let name, let names): Self.unknownColumn(name, names)
    case .queryTypeDeclared(let name, let type):
      Words(
        Label(
          "kolumnen '\(name)' är angiven som \(type.rawValue), vilket ingen fil innehåller",
          "column '\(name)' is declared \(type.rawValue), which no file holds"),
        fix: Label("ange den som text", "declare it as text"))
    case .noReadStat:
      Words(
        Label(
          "filer från SPSS och Stata läses av ReadStat, som inte är installerat",
          "files of SPSS and Stata are read by ReadStat, which is not installed"),
        fix: Label(
          "installera det   apt-get install libreadstat1",
          "install it   apt-get install libreadstat1"))
    case .encoding:
      Words(
        Label(
          "filens texter är inte i den teckenkodning som den anger",
          "the texts of the file are not in the encoding that it names"),
        fix: Label(
          "spara den igen som UTF-8 (Unicode)", "save it again as UTF-8 (Unicode)"))
    case .json(let fault): fault.words
    case .nested(let column):
      Words(
        Label(
          "kolumnen '\(column)' innehåller objekt eller listor, som blir text",
          "column '\(column)' holds objects or lists, which become text"),
        fix: Label(
          "exportera dem som egna kolumner", "export them as columns of their own"))
    case .errorValue, .noResult, .impossibleDay, .merged, .mixed, .misfit: cellWords
    case .more(let count, _, _):
      Words(
        Label(
          "\(count) till av samma slag räknas inte upp",
          "\(count) more of this kind \(count == 1 ? "is" : "are") not listed"))
    }
  }

  private var fileWords: Words {
    let again = Label("exportera filen igen", "export the file again")
    return switch self {
    case .encrypted:
      Words(
        Label(
          "filen är skyddad med lösenord och kan inte läsas",
          "the file is protected by a password and cannot be read"),
        fix: Label(
          "öppna den, ta bort lösenordet och spara en kopia",
          "open it, remove the password and save a copy"))
    case .oldExcel:
      Words(
        Label(
          "filen är en gammal Excel-arbetsbok (.xls) eller ett annat Office-dokument",
          "the file is an old Excel workbook (.xls) or another Office document"),
        fix: Label("spara den som .xlsx", "save it as .xlsx"))
    case .bomb:
      Words(
        Label(
          "filen packas upp till orimligt mycket och läses inte",
          "the file unpacks to far too much and is not read"),
        because: Label(
          "Så tätt packad är ingen vanlig datafil.", "No usual data file is packed that tightly."),
        fix: again)
    case .tooLarge:
      Words(
        Label(
          "tabellen är för stor för minnet", "the table is too large for the memory"),
        fix: Label(
          "spara den som CSV och räkna med 'nyckeltal query'",
          "save it as CSV and count it with 'nyckeltal query'"))
    case .entities:
      Words(
        Label(
          "filen definierar egna XML-entiteter och läses inte",
          "the file defines XML entities of its own and is not read"),
        because: Label(
          "Inget kalkylprogram skriver sådana; de kan växa utan gräns.",
          "No spreadsheet program writes them; they can grow without end."),
        fix: again)
    case .empty:
      Words(
        Label("filen innehåller ingen rad", "the file holds no row"),
        fix: Label("exportera data igen", "export the data again"))
    default:
      Words(
        Label(
          "filen är skadad eller av ett annat slag än namnet säger",
          "the file is damaged, or of another kind than its name says"),
        fix: again)
    }
  }

  private var cellWords: Words {
    switch self {
    case .errorValue(let name):
      Words(
        Label(
          "cellen innehåller felet \(name) och läses som saknat värde",
          "the cell holds the error \(name) and is read as missing"),
        fix: Label("rätta formeln", "mend the formula"))
    case .noResult:
      Words(
        Label(
          "formeln har inget sparat resultat och läses som saknat värde",
          "the formula has no stored result and is read as missing"),
        fix: Label(
          "öppna filen i ett kalkylprogram och spara den",
          "open the file in a spreadsheet program and save it"))
    case .impossibleDay:
      Words(
        Label(
          "cellen är formaterad som dag men är ingen, och läses som saknat värde",
          "the cell is formatted as a day but is none, and is read as missing"),
        fix: Label("rätta cellen eller dess format", "mend the cell or its format"))
    case .merged(let range):
      Words(
        Label(
          "cellerna \(range) är sammanfogade; värdet räknas bara till den första",
          "the cells \(range) are merged; the value counts for the first of them only"),
        fix: Label(
          "dela cellerna och skriv värdet i varje", "unmerge them and write the value into each"))
    case .mixed(let column, let type, let odd, let others):
      Words(
        Label(
          "kolumnen '\(column)' innehåller \(odd) "
            + (odd == 1 ? "värde" : "värden") + " som inte är \(type.swedishNoun)",
          "column '\(column)' holds \(odd) \(odd == 1 ? "value that is" : "values that are") not "
            + type.englishNoun),
        because: Label(
          "\(others) andra är det; kolumnen blir text. Det första står här.",
          "\(others) others \(others == 1 ? "is" : "are"); the column becomes text. "
            + "The first stands here."),
        fix: Label(
          "rätta cellen, eller töm den om svar saknas",
          "mend the cell, or empty it if there is no answer"))
    case .misfit(let column, let type):
      Words(
        Label(
          "kolumnen '\(column)' innehåller ett värde som inte är \(type.swedishNoun)",
          "column '\(column)' holds a value that is not \(type.englishNoun)"),
        because: Label(
          "Kolumnen är angiven som \(type.rawValue); cellen lämnas tom.",
          "The column is declared \(type.rawValue); the cell is left empty."),
        fix: Label("rätta cellen", "mend the cell"),
        Label("ange kolumnen som text", "declare the column as text"))
    default: fileWords
    }
  }

  private static func list(_ names: [String], _ and: String) -> String {
    let shown = names.prefix(6).map { "'\($0)'" }
    let rest = names.count - shown.count
    if rest > 0 {
      return shown.joined(separator: ", ") + (and == "och" ? " med flera" : " and others")
    }
    guard let last = shown.last, shown.count > 1 else { return shown.joined() }
    return shown.dropLast().joined(separator: ", ") + " \(and) " + last
  }

  /// Names no other columns: those of a file that has lost its header are answers.
  private static func unknownColumn(_ name: String, _ names: [String]) -> Words {
    let message = Label(
      "en typ anges för kolumnen '\(name)', som filen saknar",
      "a type is given for column '\(name)', which the file lacks")
    guard let near = closestName(to: name, in: names) else { return Words(message) }
    return Words(message, fix: Label("menade du '\(near)'?", "did you mean '\(near)'?"))
  }

  private static func nearest(_ name: String, _ names: [String]) -> Label {
    if let near = closestName(to: name, in: names) {
      return Label("menade du '\(near)'?", "did you mean '\(near)'?")
    }
    return Label(
      "det finns: \(names.prefix(12).joined(separator: ", "))",
      "there are: \(names.prefix(12).joined(separator: ", "))")
  }
}

extension ColumnType {
  fileprivate var englishNoun: String {
    switch self {
    case .text: "a text"
    case .integer: "a whole number"
    case .real, .numeric: "a number"
    case .boolean: "true or false"
    case .date: "a day"
    case .timestamp: "a point in time"
    case .interval: "a length of time"
    }
  }

  fileprivate var swedishNoun: String {
    switch self {
    case .text: "text"
    case .integer: "heltal"
    case .real, .numeric: "tal"
    case .boolean: "sant eller falskt"
    case .date: "en dag"
    case .timestamp: "en tidpunkt"
    case .interval: "en tidslängd"
    }
  }
}
