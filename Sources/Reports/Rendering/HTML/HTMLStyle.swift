internal import Indicators
internal import Workspace

/// How pages look: on a light and a dark screen, narrow and wide, and on paper.
enum HTMLStyle {
  /// The style sheet. It holds no character that is markup in XML.
  static let text =
    ":root{" + variables(\.light) + page + "}\n"
    + "@media screen and (prefers-color-scheme:dark){:root{" + variables(\.dark) + darkPage + "}}\n"
    + rules + verdicts

  /// The name of a verdict in the names of classes.
  static func name(_ id: String) -> String { id.replacing("_", with: "-") }

  private static func variables(_ colour: KeyPath<ChartPaint, String>) -> String {
    ChartPaint.all.map { "--c-\($0.name):\($0[keyPath: colour]);" }.joined()
  }

  private static let verdicts = Verdict.allCases.map { verdict in
    let name = name(verdict.rawValue)
    let paint = verdict.paint
    return """
      .v-\(name){background:var(--c-\(paint.name));color:var(--c-\(paint.text.name))}
      """
  }.joined(separator: "\n")

  private static let page = """
    --page:\(PageGround.light.page.text);--soft:\(PageGround.light.soft.text);--line:#dde3e8;--link:#0b5a94;--focus:#0b5a94;
    """

  private static let darkPage = """
    --page:\(PageGround.dark.page.text);--soft:\(PageGround.dark.soft.text);--line:#2c3842;--link:#8cc8f5;--focus:#8cc8f5;
    """

  /// What an organisation's own colour changes; nothing without one.
  static func text(of appearance: Appearance) -> String {
    guard let accent = appearance.accent else { return "" }
    func variables(_ colour: WebColour) -> String {
      ":root{--link:\(colour.text);--focus:\(colour.text)}"
    }
    return "\n" + variables(accent.light) + ".top{border-top:6px solid var(--link)}"
      + "\n@media screen and (prefers-color-scheme:dark){\(variables(accent.dark))}\n"
  }

  private static let rules = """
    *{box-sizing:border-box}
    html{scroll-behavior:smooth;scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
    @media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
    body{margin:0;background:var(--page);color:var(--c-ink);
      font:16px/1.55 'Segoe UI',Roboto,'Helvetica Neue',Arial,'Liberation Sans',sans-serif}
    a{color:var(--link);text-underline-offset:.15em}
    :focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:3px}
    main:focus{outline:none}
    .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    .skip{position:absolute;left:1rem;top:-5rem;background:var(--c-ground);padding:.6rem 1rem;z-index:2}
    .skip:focus{top:.6rem}
    .top{background:var(--c-ground);border-bottom:1px solid var(--line);padding:2.2rem clamp(1rem,4vw,3rem) 1.6rem}
    .top p{margin:0}.up{font-size:.9rem;margin-bottom:.5rem!important}
    h1{font-size:clamp(1.6rem,1.2rem + 2vw,2.4rem);line-height:1.15;letter-spacing:-.015em;margin:0 0 .3rem;text-wrap:balance}
    .logo{display:block;height:3rem;max-width:60%;object-fit:contain;object-position:left;margin:0 0 1rem}
    @media screen and (prefers-color-scheme:dark){.logo{background:#fff;padding:.35rem .6rem;border-radius:6px}}
    .subtitle{color:var(--c-muted);font-size:1.05rem}
    h2{font-size:1.4rem;line-height:1.25;letter-spacing:-.01em;margin:0 0 .9rem;text-wrap:balance}
    h3{font-size:1.08rem;margin:1.8rem 0 .6rem}
    main{padding:1.6rem clamp(1rem,4vw,3rem) 4rem;max-width:84rem;min-width:0}
    section+section{margin-top:3.2rem;padding-top:2rem;border-top:1px solid var(--line)}
    p{max-width:46rem;margin:.8rem 0}
    .lead{font-size:1.15rem;line-height:1.5}
    b{font-weight:600;white-space:nowrap}
    li b,.sources b{white-space:normal}
    .remark{border-left:3px solid var(--c-axis);padding-left:.9rem;color:var(--c-muted)}
    .contents{padding:1.2rem clamp(1rem,4vw,3rem) 0;font-size:.92rem}
    .contents ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.1rem 1.2rem}
    .contents a{display:block;padding:.3rem 0;text-decoration:none}
    .contents a:hover{text-decoration:underline}
    @media screen and (min-width:88rem){
      .columns{display:grid;grid-template-columns:15rem minmax(0,1fr)}
      .contents{position:sticky;top:0;align-self:start;max-height:100vh;overflow:auto;padding:2rem 0 2rem clamp(1rem,4vw,3rem)}
      .contents ul{flex-direction:column}
      .columns main{padding-left:2.5rem}}
    .table,.chart{margin:1.4rem 0 1.8rem;background:var(--c-ground);border:1px solid var(--line);border-radius:10px;padding:1rem 1.2rem}
    .example{border-style:dashed;border-color:var(--c-target)}
    .badge{display:inline-block;font-size:.72rem;font-weight:600;letter-spacing:.04em;text-transform:uppercase;color:var(--c-target);border:1px solid currentColor;border-radius:4px;padding:0 .4em;vertical-align:.1em}
    .scroll{overflow-x:auto;margin:0 -1.2rem;padding:0 1.2rem}
    @media screen{.scroll{background:linear-gradient(90deg,var(--c-ground) 60%,transparent) 0 0/2rem 100% no-repeat local,linear-gradient(270deg,var(--c-ground) 60%,transparent) 100% 0/2rem 100% no-repeat local,linear-gradient(90deg,#0004,transparent) 0 0/.6rem 100% no-repeat scroll,linear-gradient(270deg,#0004,transparent) 100% 0/.6rem 100% no-repeat scroll}}
    table{border-collapse:collapse;width:100%;font-size:.89rem;line-height:1.4;font-variant-numeric:tabular-nums}
    caption,.caption,figcaption{text-align:left;font-weight:600;font-size:1.02rem;padding-bottom:.7rem;margin:0}
    th,td{text-align:left;vertical-align:top;padding:.5rem .7rem;border-bottom:1px solid var(--line)}
    th:first-child,td:first-child{padding-left:0}th:last-child,td:last-child{padding-right:0}
    thead th{vertical-align:bottom;font-size:.78rem;font-weight:600;color:var(--c-muted);border-bottom:2px solid var(--c-axis);line-height:1.25}
    tbody th{font-weight:500;min-width:9rem}
    tbody tr:last-child th,tbody tr:last-child td{border-bottom:0}
    tbody tr:hover{background:var(--soft)}
    .num{text-align:right}.num,.whole{white-space:nowrap}.withheld,thead .num{white-space:normal}
    .none,.withheld,.zero{color:var(--c-muted)}.zero{font-weight:400}
    .total th,.total td{font-weight:700;border-top:2px solid var(--c-axis)}
    .d1 th:first-child{padding-left:1.1rem}.d2 th:first-child{padding-left:2.2rem}.d3 th:first-child{padding-left:3.3rem}.d4 th:first-child{padding-left:4.4rem}
    .d1 th,.d2 th,.d3 th,.d4 th{font-weight:400}
    .chip{display:inline-block;padding:.1rem .6rem;border-radius:999px;font-size:.8rem;font-weight:600;line-height:1.5;white-space:nowrap;background:var(--c-under-way);color:var(--c-on-light)}
    .dot{display:inline-block;width:.7em;height:.7em;border-radius:50%;margin-right:.4em;border:1px solid var(--c-axis)}
    .note,.notes,.empty{font-size:.85rem;color:var(--c-muted);max-width:52rem}
    .note{margin:.6rem 0 0}.notes{margin:.6rem 0 0;padding-left:1.4rem}.notes li{padding:.1rem 0 .1rem .2rem}
    .notes li:target{background:var(--soft);color:var(--c-ink)}
    sup{line-height:0;font-size:.75em}
    sup a{padding:8px 10px;margin:0;text-decoration:none}
    .sources{margin-top:.8rem;font-size:.85rem;color:var(--c-muted)}
    .sources summary{cursor:pointer;padding:.25rem 0;color:var(--link);width:max-content;max-width:100%}
    .sources ul{margin:.3rem 0 0;padding-left:1.1rem;overflow-wrap:anywhere}
    thead th:has(sup){white-space:nowrap}.sort{padding:.3rem 0;cursor:pointer}@media screen{.sort{display:inline-block;min-height:24px;min-width:24px}}
    .sort:hover{color:var(--link);text-decoration:underline}
    [aria-sort=ascending] .sort::after{content:' ▲'}[aria-sort=descending] .sort::after{content:' ▼'}
    .filter{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;margin:1.4rem 0}
    .filter .label{font-size:.9rem;color:var(--c-muted);margin-right:.3rem}
    .filter button{font-family:inherit;cursor:pointer;border:2px solid transparent;padding:.15rem .8rem;min-height:30px}
    .filter button:not([class*=v-]){background:var(--soft);color:inherit;border-color:var(--line)}
    .filter [aria-pressed=true]{outline:2px solid var(--c-ink);outline-offset:2px}
    .status{flex-basis:100%;margin:0;font-size:.9rem;color:var(--c-muted)}
    .status:empty{display:none}
    .chart svg{display:block;max-width:100%;height:auto}
    td svg{display:block}
    .narrow{display:none}
    .reports{list-style:none;margin:0;padding:0;display:grid;gap:1rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,22rem),1fr))}
    .reports li{background:var(--c-ground);border:1px solid var(--line);border-radius:10px;padding:1.1rem 1.3rem}
    .reports .page{grid-column:1/-1;border-left:5px solid var(--c-figure)}
    .reports h2{font-size:1.15rem;margin:0}.reports p{margin:.4rem 0 0;font-size:.95rem}
    @media screen and (max-width:40rem){
      body{font-size:15px}.wide{display:none}.narrow{display:block}
      .table,.chart{margin-left:-.4rem;margin-right:-.4rem;padding:.9rem 1rem}
      .scroll{margin:0;padding:0}
      section+section{margin-top:2.2rem;padding-top:1.5rem}
      .scroll th:first-child{position:sticky;left:0;background:var(--c-ground);padding-right:.6rem;min-width:7rem;max-width:11rem;z-index:1}
      .scroll caption{position:sticky;left:0;max-width:calc(100vw - 4.5rem)}
      .cards thead{display:none}
      .cards table,.cards tbody,.cards tr,.cards caption{display:block}
      .cards tbody tr{border-top:1px solid var(--line);padding:.7rem 0}
      .cards tbody tr:first-child{border-top:2px solid var(--c-axis)}
      .cards tbody th,.cards tbody td{display:block;border:0;padding:.12rem 0;text-align:left;white-space:normal}
      .cards tbody th:first-child{position:static;font-weight:600;max-width:none;padding:0 0 .3rem}
      .cards tbody td{display:grid;grid-template-columns:7.5rem minmax(0,1fr);gap:.6rem;overflow-wrap:anywhere}
      .cards tbody td::before{content:attr(data-label);color:var(--c-muted);font-size:.82rem}
      .cards tbody td.none{display:none}
      .cards .chip{justify-self:start}
      .cards .d1{padding-left:1rem!important;border-left:3px solid var(--line)}
      tr[hidden]{display:none!important}}
    @media print{
      @page{size:A4;margin:15mm 14mm 16mm}
      :root{--page:#fff}
      html{font-size:11px}body{font-size:9.5pt;line-height:1.4}
      .top{padding:0 0 10pt;margin-bottom:12pt}main{padding:0}
      .contents,.skip,.filter,.up,.sources:not([open]){display:none}
      .columns{display:block}
      .table,.chart{border:0;border-radius:0;padding:0;margin:7pt 0 9pt}
      .example{border-left:2pt dashed var(--c-target);padding-left:8pt}
      .scroll{overflow:visible;margin:0;padding:0}
      table{font-size:7.8pt;line-height:1.25}thead th{font-size:7.2pt}
      th,td{padding:1.8pt 4pt}tbody th{min-width:0}
      caption,.caption,figcaption{font-size:9.5pt;padding-bottom:4pt}
      .chart svg{max-width:88%}
      .lead{font-size:11pt}
      .chip{font-size:7.2pt;padding:0 5pt}
      .num{white-space:normal}td,th{overflow-wrap:break-word}
      thead{display:table-header-group;break-inside:avoid}
      tr,figure,.notes li,.note{break-inside:avoid}
      h2,h3,caption,figcaption,thead,thead tr{break-after:avoid}
      tbody tr:first-child{break-before:avoid}
      h2{font-size:13pt;margin-bottom:5pt}
      .next{break-before:page}
      .top{border-top:0}.logo{height:26pt;margin-bottom:4pt}
      .first{margin-top:5pt!important;padding-top:4pt!important}
      .first h2{font-size:10.5pt;margin-bottom:1pt}
      .first p{font-size:7.8pt;margin:1pt 0;max-width:none}
      .first .table{margin:1pt 0 0}
      .first caption{position:absolute;clip-path:inset(50%)}
      .first table{font-size:6.9pt;line-height:1.18}.first thead th{font-size:6.4pt}
      .first th,.first td{padding:1.1pt 3.5pt}
      .first .chip{font-size:6.4pt;padding:0 4pt;line-height:1.3}
      .first .bar{width:34mm;height:auto}
      .first .note,.first .notes{font-size:6.6pt;margin-top:1.5pt}
      section+section{margin-top:10pt;padding-top:8pt}
      *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
      a{color:inherit;text-decoration:none}}

    """
}
