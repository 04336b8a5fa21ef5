/// The type and the colours that all pages have, those of demos and those of the book.
package enum PageSheet {
  // The middle is what reads best on a colour of 0.6 to 0.77: ink on light paper, dark on dark.
  package static let light = """
    --paper:#fdfcf9;--ink:#1f1d1a;--muted:#66625a;--rule:#dfdbd2;--middle:#1f1d1a;--wash:#f4f1ea;
    --for:#ac3407;--against:#1a5fbe;
    --accent:#0b5c9e;--c0:#0b5c9e;--c1:#b34700;--c2:#00705a;--c3:#93306f;--c4:#7a5c00;--c5:#4b4aa8;
    """
  package static let dark = """
    --paper:#17181a;--ink:#e6e3dc;--muted:#a8a49b;--rule:#37383c;--middle:#17181a;--wash:#212226;
    --for:#f0896c;--against:#7cb0f5;
    --accent:#7cb8ee;--c0:#7cb8ee;--c1:#f2955a;--c2:#4cc3a0;--c3:#e59acb;--c4:#d9b84c;--c5:#a9a8f5;
    """

  /// Rules for words, formulas, tables and figures, in light and in dark.
  package static let type = """
    :root{color-scheme:light dark;--shadow:#0003;\(light)
    --serif:"Iowan Old Style","Palatino Linotype",Palatino,"Book Antiqua","Source Serif 4",\
    "Noto Serif","Liberation Serif",Georgia,serif;
    --sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;
    --mono:ui-monospace,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace}
    @media (prefers-color-scheme:dark){:root{--shadow:#000a;\(dark)}}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
    body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/1.6 var(--serif);\
    font-kerning:normal;hanging-punctuation:first;overflow-wrap:break-word}
    h2{font-size:1.5rem;letter-spacing:-.005em;margin:3.25rem 0 .9rem}
    h3{font-size:1.2rem;margin:2.25rem 0 .6rem}
    p,ul,ol{margin:0 0 1.1rem;text-wrap:pretty}
    ul,ol{padding-left:1.4rem}
    li{margin:.3rem 0}
    li::marker{color:var(--muted)}
    code{font:max(.86em,14px)/1.4 var(--mono);background:var(--wash);padding:.1em .3em;\
    border-radius:.2em;overflow-wrap:anywhere}
    .kicker{font:600 .875rem/1.4 var(--sans);color:var(--accent);margin:0 0 .45rem}
    .formula{margin:1.7rem 0;overflow-x:auto;overflow-y:hidden;padding:.2rem 0;font-size:1.15rem}
    .formula{display:flex;flex-wrap:wrap;justify-content:safe center;gap:.9rem 2.5rem}
    .formula math{display:block math;margin:0}
    @media (max-width:40rem){.formula{font-size:1.0625rem}}
    .scroll,.formula,.picture{background:\
    linear-gradient(to right,var(--paper) 40%,transparent) left/2.5rem 100% local,\
    linear-gradient(to left,var(--paper) 40%,transparent) right/2.5rem 100% local,\
    linear-gradient(to right,var(--shadow),transparent) left/.9rem 100% scroll,\
    linear-gradient(to left,var(--shadow),transparent) right/.9rem 100% scroll;\
    background-repeat:no-repeat}
    math{font-family:"STIX Two Math","Latin Modern Math","Cambria Math","TeX Gyre Termes Math",\
    "DejaVu Math TeX Gyre","Noto Sans Math",math}
    math .bold{font-weight:bold}
    mtable.cases mtd,mtable.aligned mtd:nth-child(even){text-align:left}
    mtable.aligned mtd:nth-child(odd){text-align:right}
    mtable.aligned mtd{padding-left:0;padding-right:0}
    annotation{display:none}
    figure{margin:2.25rem 0;break-inside:avoid}
    figcaption{font:.9rem/1.5 var(--sans);color:var(--muted);margin-top:.7rem;max-width:60ch}
    img{display:block;max-width:100%;height:auto}
    table{border-collapse:collapse;font:.95rem/1.45 var(--sans);font-variant-numeric:tabular-nums;\
    width:100%}
    th,td{padding:.5rem 0;text-align:left;vertical-align:baseline}
    th+th,td+td{padding-left:1.1rem}
    th{font-weight:600;border-bottom:1px solid var(--muted)}
    td{border-bottom:1px solid var(--rule)}
    .number{text-align:right}
    td.number{white-space:nowrap}
    @media (min-width:40rem){th.number{white-space:nowrap}}
    :focus-visible{outline:2px solid var(--accent);outline-offset:3px}
    """
}
