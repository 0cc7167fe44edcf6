/// What the pages of the server have beside the style of reports. The policy of pages allows no other.
enum SiteStyle {
  static let text = """

    .site{display:flex;flex-wrap:wrap;gap:.3rem 1.4rem;align-items:center;background:var(--c-ground);padding:.55rem clamp(1rem,4vw,3rem);border-bottom:1px solid var(--line);font-size:.95rem}
    .site ul{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;list-style:none;margin:0;padding:0}
    .site a{display:inline-block;padding:.3rem 0;min-height:24px}
    .site a[aria-current]{font-weight:600;text-decoration:none;color:inherit}
    .site .who{margin-left:auto;display:flex;flex-wrap:wrap;gap:.2rem .9rem;align-items:center}
    .site form{display:inline}
    .banner{background:var(--soft);border-left:6px solid var(--c-target);padding:.8rem clamp(1rem,4vw,3rem);margin:0}
    .banner p{margin:.2rem 0;overflow-wrap:anywhere}
    .foot{padding:1.2rem clamp(1rem,4vw,3rem) 2.4rem;border-top:1px solid var(--line);font-size:.9rem;color:var(--c-muted)}
    .foot p{margin:.4rem 0;max-width:none}.foot ul{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;list-style:none;margin:0;padding:0}
    .form{max-width:46rem}
    .form label,.form legend,.form .name{display:block;font-weight:600;margin:1rem 0 .25rem}
    .form .hint{font-weight:400;color:var(--c-muted);font-size:.9rem;margin:.1rem 0 .3rem}
    .form input:not([type=checkbox]):not([type=radio]):not([type=file]),.form select,.form textarea{font:inherit;color:inherit;background:var(--c-ground);border:1px solid var(--c-muted);border-radius:5px;padding:.45rem .6rem;width:100%;max-width:100%;min-height:2.6rem}
    .form textarea{min-height:7rem}.form .code{font-family:ui-monospace,Consolas,'Liberation Mono',monospace;font-size:.92rem}
    .form fieldset{border:1px solid var(--line);border-radius:8px;margin:1.2rem 0;padding:.4rem 1rem 1rem;min-width:0}
    .form .check{font-weight:400;display:flex;gap:.6rem;align-items:center}
    button,.button{font:inherit;font-weight:600;color:var(--c-ground);background:var(--link);border:2px solid var(--link);border-radius:6px;padding:.5rem 1.1rem;cursor:pointer;text-decoration:none;display:inline-block;min-height:2.6rem}
    .second{background:none;color:var(--link)}
    button.plain{background:none;border:0;color:var(--link);text-decoration:underline;text-underline-offset:.15em;padding:.3rem 0;font-weight:400;min-height:24px}
    .plainlist form{display:inline;margin-left:.5rem}
    .filter button{min-height:30px;font-weight:400}
    .actions{display:flex;flex-wrap:wrap;gap:.7rem;margin:1.3rem 0;align-items:center}
    .choose{display:flex;flex-wrap:wrap;gap:.6rem 1rem;align-items:end;padding:.9rem clamp(1rem,4vw,3rem);background:var(--c-ground);border-bottom:1px solid var(--line)}
    .choose label{font-size:.9rem;color:var(--c-muted)}
    .choose select{display:block;font:inherit;color:var(--c-ink);background:var(--c-ground);border:1px solid var(--c-muted);border-radius:5px;padding:.35rem .5rem;min-height:2.4rem;max-width:16rem}
    .choose button{min-height:2.4rem;padding:.3rem .9rem}
    .fault{border-left:5px solid var(--c-target);padding:.1rem 0 .1rem .9rem}
    .fault pre{overflow-x:auto;margin:.4rem 0;font-size:.9rem}
    .plainlist{padding-left:1.2rem}.plainlist li{margin:.3rem 0}
    table.data{font-size:.9rem}
    del{background:rgba(200,60,40,.16)}ins{background:rgba(40,140,70,.18);text-decoration:none}
    .diff{overflow-x:auto;font-family:ui-monospace,Consolas,'Liberation Mono',monospace;font-size:.85rem;white-space:pre-wrap;overflow-wrap:anywhere}
    @media print{.site,.choose,.foot,.actions,.banner{display:none}}

    """
}
