internal import Diagnostics
internal import Hummingbird
internal import Indicators
internal import Labels
internal import Reports
internal import Workspace

/// Makes pages of the server: reports and forms in the frame that all pages have.
struct SitePage {
  let exchange: Exchange

  private var templates: Templates { exchange.service.templates }
  private var language: Language { exchange.language }

  init(_ exchange: Exchange) { self.exchange = exchange }

  /// A page of pieces: markup of templates, and reports.
  func response(
    title: String, status: HTTPResponse.Status = .ok, _ pieces: [HTMLPiece], year: Int? = nil
  ) -> Response {
    var renderer = HTMLRenderer(language: language)
    renderer.host = exchange.state.host(year: year, before: navigation(), after: footer([]))
    return Self.response(ByteBuffer(string: renderer.page(title: title, pieces)), status: status)
  }

  /// A report, kept under a name until the files or the day change: only what stands around it is the reader's own.
  func report(
    _ name: String, year: Int, files: [PageFile], more: [PageFile] = [],
    choice: GoalChoice? = nil,
    _ document: @escaping @Sendable (SiteState) -> ReportDocument?
  ) async throws -> Response {
    let (state, language) = (exchange.state, exchange.language)
    let key = "\(language.rawValue) \(name)"
    let after = footer(files, more)
    let entry: PageCache.Entry
    if let kept = state.cache.entry(key) {
      entry = kept
    } else {
      let made = try await exchange.service.site.work.run { () -> PageCache.Entry? in
        // Of many who come at once the first makes it.
        if let kept = state.cache.entry(key) { return kept }
        guard let document = document(state) else { return nil }
        var renderer = HTMLRenderer(language: language)
        renderer.host = state.host(year: year, before: Self.mark, after: after)
        let html = renderer.render(document)
        guard let place = html.firstRange(of: Self.mark) else { return nil }
        let made = PageCache.Entry(
          first: ByteBuffer(substring: html[..<place.lowerBound]),
          second: ByteBuffer(substring: html[place.upperBound...]))
        state.cache.keep(made, as: key)
        return made
      }
      guard let made else { throw WebProblem.notFound }
      entry = made
    }
    let own = ByteBuffer(string: navigation() + (choice.map(choose) ?? ""))
    return Self.response(contentsOf: [entry.first, own, entry.second])
  }

  /// Where what a reader has of her own goes.
  private static let mark = "<!--reader-->"

  // MARK: Around a page

  /// The links of the site, who is logged in, and what is wrong with the files.
  private func navigation() -> String {
    let account = exchange.account
    var values: [String: Any] = [
      "token": exchange.service.tokens.text(for: exchange.visitor),
      "here": FormFields.encoded(exchange.here),
      "links": links().map { link -> [String: Any] in
        [
          "address": link.address, "text": link.text[language],
          "isHere": exchange.here == link.address,
        ]
      },
    ]
    if let account {
      values["name"] = account.name
      values["role"] = account.role.label[language]
    }
    let damage = account == nil ? [] : exchange.state.damage
    values["hasDamage"] = !damage.isEmpty
    values["damage"] = damage.prefix(5).map { diagnostic -> [String: Any] in
      var words: [String: Any] = [
        "place": diagnostic.location.description, "message": diagnostic.message,
      ]
      words["reason"] = diagnostic.reason
      return words
    }
    return templates.render(.navigation, language, values)
  }

  /// The links of the site that lead somewhere for this reader.
  private func links() -> [(address: String, text: Label)] {
    guard let account = exchange.account else { return [] }
    let own = exchange.state.workspace.units.filter { account.units.contains($0.id) }
    return [(Address.year(exchange.state.workspace.year), Label("Läget", "Where we stand"))]
      + own.map { (Address.unitHome($0.id), $0.briefLabel) }
      + (Permission.query.isGranted(to: account, unit: nil)
        ? [(Address.query, Label(same: "SQL"))] : [])
      + (Permission.administer.isGranted(to: account, unit: nil)
        ? [(Address.administration, Label("Administration", "Administration"))] : [])
  }

  private func footer(_ files: [PageFile], _ more: [PageFile] = []) -> String {
    templates.render(
      .footer, language,
      [
        "hasFiles": !files.isEmpty, "files": files.map { $0.values(language) },
        "hasMore": !more.isEmpty, "more": more.map { $0.values(language) },
      ])
  }

  private func choose(_ choice: GoalChoice) -> String {
    templates.render(.choose, language, choice.values(exchange.state, language))
  }

  // MARK: Responses

  static func response(_ page: ByteBuffer, status: HTTPResponse.Status = .ok) -> Response {
    Response(status: status, headers: html, body: .init(byteBuffer: page))
  }

  private static func response(contentsOf parts: [ByteBuffer]) -> Response {
    Response(status: .ok, headers: html, body: .init(contentsOf: parts))
  }

  private static let html: HTTPFields = [
    .contentType: "text/html; charset=utf-8", .vary: "Accept-Language, Cookie",
  ]

  /// A page without any state: for what went wrong before there was one.
  static func bare(title: String, _ html: String, _ language: Language) -> String {
    var renderer = HTMLRenderer(language: language)
    renderer.host = HTMLHost(style: WebAsset.plain.address, script: WebAsset.script.address)
    return renderer.page(title: title, [.markup(html)])
  }
}

/// A file that can be had of a page, or another page that belongs to it.
struct PageFile: Sendable {
  var address: String
  var text: Label

  func values(_ language: Language) -> [String: String] {
    ["address": address, "text": text[language]]
  }
}
