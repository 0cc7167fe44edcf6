/// What the columns of a ticket system's export are in a case log, by the names that such systems give them.
///
/// Layout: Zendesk's fields are those of <https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/>
/// (`created_at`, `solved_at`), ServiceNow's those of its task table (`opened_at`, `closed_at`), and Jira's those
/// of its issue view (`Created`, `Resolved`). No public documentation of the exports of Swedish case systems was
/// found: their words are the usual ones (`Inkommet`, `Besvarat`, `Avslutat`).
enum TicketColumn: String, CaseIterable {
  case id, received, answered
  case pausedFrom = "paused_from"
  case pausedTo = "paused_to"
  case closed, category

  /// The names that mean it, the surest first.
  var names: [String] {
    switch self {
    case .id:
      [
        "Ticket#", "Ticket ID", "Ticket number", "Issue key", "Case number", "Number", "ID",
        "Ärendenummer",
        "Ärende-ID", "Ärendenr", "Diarienummer", "Ärende", "case", "id",
      ]
    case .received:
      [
        "Received", "Created", "Created at", "created_at", "opened_at", "Opened", "Date created",
        "Inkommet",
        "Inkom", "Skapat", "Skapad", "Registrerat", "Registrerad", "Öppnat", "Öppnad", "Inkommen",
        "Mottaget",
      ]
    case .answered:
      [
        "Answered", "First response", "First reply", "First response time", "first_replied_at",
        "First responded", "FirstResponse", "Besvarat", "Besvarad", "Första svar", "Återkopplat",
        "Svarat",
      ]
    case .pausedFrom:
      ["Paused from", "On hold since", "paused_from", "Pausat", "Pausad från", "Väntar från"]
    case .pausedTo:
      ["Paused to", "Resumed", "paused_to", "Återupptaget", "Pausad till", "Väntar till"]
    case .closed:
      [
        "Closed", "Closed at", "closed_at", "Resolved", "resolved_at", "Solved at", "solved_at",
        "Resolution date", "Close Time", "Avslutat", "Avslutad", "Stängt", "Stängd", "Löst",
        "Klart",
        "Klarmarkerat",
      ]
    case .category:
      [
        "Category", "Queue", "Issue Type", "Type", "Kategori", "Ärendetyp", "Typ", "Kö",
        "Ämnesområde",
      ]
    }
  }

  /// Whether its cells are times.
  var isTime: Bool { self != .id && self != .category }

  /// The columns of a file, by their places.
  static func places(in raw: RawExport) -> [TicketColumn: Int] {
    let names = raw.names.map(\.foldedForMatching)
    var places: [TicketColumn: Int] = [:]
    for column in allCases {
      for name in column.names {
        guard let place = names.firstIndex(of: name.foldedForMatching),
          !places.values.contains(place)
        else { continue }
        places[column] = place
        break
      }
    }
    return places
  }

  /// Whether a file is a log of cases: each has come in and, once it is done, has an answer or an end.
  static func isLog(_ raw: RawExport) -> Bool {
    let places = places(in: raw)
    return places[.received] != nil && (places[.answered] != nil || places[.closed] != nil)
  }
}
