/// How a page is set: a column of text in a serif of the system, sans serif where things are named,
/// colour only where it says something.
enum PageStyle {
  static let sheet = """
    :root{color-scheme:light dark;--shadow:#0003;\(ChartStyle.light)
    --serif:"Iowan Old Style","Palatino Linotype",Palatino,"Book Antiqua","Source Serif 4",\
    "Noto Serif","Liberation Serif",Georgia,serif;
    --sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;
    --mono:ui-monospace,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace}
    @media (prefers-color-scheme:dark){:root{--shadow:#000a;\(ChartStyle.dark)}}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
    body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/1.6 var(--serif);\
    font-kerning:normal;hanging-punctuation:first;overflow-wrap:break-word}
    main{max-width:42.5rem;margin:0 auto;padding:clamp(2.5rem,9vw,6.5rem) 1.25rem 6rem}
    header{margin-bottom:2.75rem}
    h1,h2,h3{line-height:1.2;font-weight:600;text-wrap:balance;break-after:avoid}
    h1{font-size:clamp(2rem,6.5vw,2.75rem);letter-spacing:-.015em;margin:0}
    h2{font-size:1.5rem;letter-spacing:-.005em;margin:3.25rem 0 .9rem}
    h3{font-size:1.2rem;margin:2.25rem 0 .6rem}
    p,ul,ol{margin:0 0 1.1rem;text-wrap:pretty}
    ul,ol{padding-left:1.4rem}
    li{margin:.3rem 0}
    li::marker{color:var(--muted)}
    code{font:.86em/1.4 var(--mono);background:var(--wash);padding:.1em .3em;border-radius:.2em;\
    overflow-wrap:anywhere}
    .kicker{font:600 .875rem/1.4 var(--sans);color:var(--accent);margin:0 0 .45rem}
    .formula{margin:1.7rem 0;overflow-x:auto;overflow-y:hidden;padding:.2rem 0;font-size:1.15rem}
    .formula{display:flex;flex-wrap:wrap;justify-content:safe center;gap:.9rem 2.5rem}
    .formula math{display:block math;margin:0}
    @media (max-width:40rem){.formula{font-size:1.0625rem}}
    math{font-family:"STIX Two Math","Latin Modern Math","Cambria Math","TeX Gyre Termes Math",\
    "DejaVu Math TeX Gyre","Noto Sans Math",math}
    math .bold{font-weight:bold}
    mtable.cases mtd,mtable.aligned mtd:nth-child(even){text-align:left}
    mtable.aligned mtd:nth-child(odd){text-align:right}
    mtable.aligned mtd{padding-left:0;padding-right:0}
    annotation{display:none}
    figure{margin:2.25rem 0;break-inside:avoid}
    h2+figure,h3+figure,h2+.plates,h3+.plates{margin-top:1.3rem}
    figcaption{font:.9rem/1.5 var(--sans);color:var(--muted);margin-top:.7rem;max-width:60ch}
    .scroll{overflow-x:auto}
    .scroll,.formula{background:\
    linear-gradient(to right,var(--paper) 40%,transparent) left/2.5rem 100% local,\
    linear-gradient(to left,var(--paper) 40%,transparent) right/2.5rem 100% local,\
    linear-gradient(to right,var(--shadow),transparent) left/.9rem 100% scroll,\
    linear-gradient(to left,var(--shadow),transparent) right/.9rem 100% scroll;\
    background-repeat:no-repeat}
    aside{--paper:var(--wash)}
    \(charts)
    img{display:block;max-width:100%;height:auto}
    .pixels{image-rendering:pixelated}
    .plates{display:grid;gap:1.5rem 1.25rem;margin:2.25rem 0;align-items:start}
    .plates figure{margin:0;min-width:0}
    .plates img{width:100%}
    .plates.single img{width:auto}
    .plates.pair{grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr))}
    .plates.many{grid-template-columns:repeat(auto-fill,minmax(min(45%,11rem),1fr))}
    .plates.many figcaption,.plates.pair figcaption{margin-top:.45rem}
    figure>.plates{margin:0}
    \(frames)
    table{border-collapse:collapse;font:.95rem/1.45 var(--sans);font-variant-numeric:tabular-nums;\
    width:100%}
    th,td{padding:.5rem 0;text-align:left;vertical-align:baseline}
    th+th,td+td{padding-left:1.1rem}
    th{font-weight:600;border-bottom:1px solid var(--muted)}
    td{border-bottom:1px solid var(--rule)}
    .number{text-align:right}
    td.number{white-space:nowrap}
    @media (min-width:40rem){th.number{white-space:nowrap}}
    aside{margin:2.5rem 0;padding:1.25rem 1.4rem 1.3rem;background:var(--wash);\
    border-radius:.4rem;break-inside:avoid}
    aside>:last-child{margin-bottom:0}
    aside figure{margin:1.3rem 0 0}
    aside .chart .title{font-weight:400;font-size:14px;fill:var(--muted)}
    aside .chart .paper{fill:var(--wash)}
    .truth .kicker{color:var(--c2)}
    .question .kicker,.outcome .kicker{color:var(--c1)}
    .asked{color:var(--muted)}
    .question ol{font-family:var(--sans);font-size:1rem}
    .broad{width:min(100vw - 2.5rem,80rem);margin-left:50%;transform:translateX(-50%)}
    .pictures{table-layout:fixed;min-width:60rem}
    .pictures thead td{width:7.5rem}
    .pictures td,.pictures th{border:0;padding:.3rem .25rem;vertical-align:middle}
    .pictures thead th{vertical-align:bottom;text-align:center;font-size:.9rem;line-height:1.3}
    .pictures tbody th{font-size:.9rem;padding-right:.6rem}
    .pictures img{width:100%}
    nav{display:flex;flex-wrap:wrap;gap:.6rem 2rem;margin-top:4rem;padding-top:1.2rem;\
    border-top:1px solid var(--rule);font:1rem/1.5 var(--sans)}
    a{color:var(--accent)}
    details{margin:1.8rem 0;border-top:1px solid var(--rule);border-bottom:1px solid var(--rule);\
    padding:.75rem 0}
    summary{cursor:pointer;font:600 1rem/1.5 var(--sans)}
    details[open]>summary{margin-bottom:1rem}
    details>:last-child{margin-bottom:.4rem}
    :focus-visible{outline:2px solid var(--accent);outline-offset:3px}
    @media print{
    :root{color-scheme:light;font-size:78%;\(ChartStyle.light)--paper:#fff}
    main{max-width:none;padding:0}
    .wide{display:block}.narrow{display:none}
    .frames input{display:none}
    details::details-content{content-visibility:visible;height:auto}
    aside{background:none;border:1px solid var(--rule)}
    *{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
    \(ChartStyle.rules)\(DiagramStyle.rules)\(LeagueChart.rules)
    """

  /// Charts in two layouts, of which the reader's screen takes one.
  static let charts = """
    .chart{display:block;width:100%;max-width:640px;height:auto}
    .narrow{display:none;max-width:27.5rem}
    @media (max-width:40rem){.wide{display:none}.narrow{display:block}}
    """

  /// Frames under a slider, and the bar of what their colours stand for.
  static let frames = """
    .frames .set{display:grid;gap:.75rem;grid-template-columns:repeat(3,1fr)}
    .frames.charts .set{grid-template-columns:minmax(0,1fr)}
    .frames .frame:not(.still){display:none}
    .frames .frame figure{margin:0}
    .frames img{width:100%}
    .frames .label{font:.95rem/1.4 var(--sans);margin:0 0 .5rem}
    .frames.alive .set{grid-template-columns:minmax(0,1fr)}
    .frames.alive .frame{display:block;grid-area:1/1;visibility:hidden}
    .frames.alive .shown{visibility:visible}
    .frames.alive img{max-width:28rem}
    .frames input{display:block;width:100%;max-width:28rem;height:2rem;margin:.5rem 0 0;\
    accent-color:var(--c2)}
    .bar{max-width:22rem;margin-top:1rem;font:.9rem/1.4 var(--sans);color:var(--muted)}
    .bar div{height:.8rem;border-radius:.15rem;print-color-adjust:exact}
    .bar p{display:flex;margin:.25rem 0 0}
    .bar span{flex:1;text-align:center}
    .bar span:first-child{text-align:left}
    .bar span:last-child{text-align:right}
    """
}
