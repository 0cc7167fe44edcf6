internal import Indicators
internal import Labels
internal import Workspace

/// What every page has around what it says.
struct HTMLFrame {
  let language: Language
  let appearance: Appearance
  /// Whose pages these are.
  let organisation: Label
  /// The server that shows the page; `nil` for a page that needs nothing else.
  var host: HTMLHost?

  /// A page; `style` are rules beside those that all pages have.
  func text(title: String, style: String = "", _ content: (inout Markup) -> Void) -> String {
    var markup = Markup()
    markup.raw("<!DOCTYPE html>\n")
    markup.element("html", ["lang": language.rawValue]) { markup in
      markup.element("head") { markup in
        markup.void("meta", ["charset": "utf-8"])
        markup.void(
          "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        markup.void("meta", ["name": "color-scheme", "content": "light dark"])
        markup.element("title", title)
        if let host {
          markup.void("link", ["rel": "stylesheet", "href": host.style])
        } else {
          markup.element("style") {
            $0.raw(HTMLStyle.text + HTMLStyle.text(of: appearance) + style)
          }
        }
      }
      markup.raw("\n")
      markup.element("body") { markup in
        markup.element(
          "a", ["class": "skip", "href": "#content"],
          Label("Hoppa till innehållet", "Skip to content")[language])
        if let host { markup.raw(host.before) }
        content(&markup)
        markup.raw("\n")
        if let host { markup.raw(host.after) }
        markup.element(
          "script",
          [
            "src": host?.script,
            "data-filter": Label("Visa mål efter bedömning", "Show goals by verdict")[language],
            "data-all": Label("alla", "all")[language],
            "data-shown": Label("{n} av {m} mål visas.", "{n} of {m} goals are shown.")[language],
            "data-verdicts": Verdict.allCases.filter { $0 != .notJudged }.map {
              "\($0.rawValue):\($0.label[language])"
            }.joined(separator: ";"),
            "data-sort": Label("Sortera efter {h}", "Sort by {h}")[language],
          ]
        ) { if host == nil { $0.raw(HTMLScript.text) } }
      }
    }
    return markup.text + "\n"
  }

  /// The sign of the organisation, where it has one.
  func logo(_ markup: inout Markup) {
    guard let logo = appearance.logo else { return }
    markup.void(
      "img", ["class": "logo", "src": logo.address, "alt": organisation[language]])
  }
}
