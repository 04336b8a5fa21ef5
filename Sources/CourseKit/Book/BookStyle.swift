/// How the book is set: the type and the colours of the demos' pages, a column to read in, and beside
/// it what stands on the page.
enum BookStyle {
  static let sheet = """
    :root{color-scheme:light dark;
    --paper:#fdfcf9;--ink:#1f1d1a;--muted:#66625a;--rule:#dfdbd2;--wash:#f4f1ea;--accent:#0b5c9e;
    --guess:#b34700;
    --serif:"Iowan Old Style","Palatino Linotype",Palatino,"Book Antiqua","Source Serif 4",
    "Noto Serif","Liberation Serif",Georgia,serif;
    --sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;
    --mono:ui-monospace,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace}
    @media (prefers-color-scheme:dark){:root{
    --paper:#17181a;--ink:#e6e3dc;--muted:#a8a49b;--rule:#37383c;--wash:#212226;--accent:#7cb8ee;
    --guess:#f2955a}}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
    body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/1.6 var(--serif);
    font-kerning:normal;hanging-punctuation:first;overflow-wrap:break-word}
    a{color:var(--accent);text-underline-offset:.15em;text-decoration-thickness:.06em}
    .top{padding:1rem 1.25rem 0;font:600 1rem/1.5 var(--sans)}
    .top a{text-decoration:none}
    main{max-width:42.5rem;margin:0 auto;padding:clamp(1.5rem,6vw,4rem) 1.25rem 5rem}
    h1,h2,h3,h4{line-height:1.2;font-weight:600;text-wrap:balance;break-after:avoid}
    h1{font-size:clamp(2rem,6.5vw,2.75rem);letter-spacing:-.015em;margin:0 0 1.2rem}
    h2{font-size:1.5rem;letter-spacing:-.005em;margin:3.25rem 0 .9rem}
    h3{font-size:1.2rem;margin:2.25rem 0 .6rem}
    p,ul,ol{margin:0 0 1.1rem;text-wrap:pretty}
    ul,ol{padding-left:1.5rem}
    li{margin:.3rem 0}
    li::marker{color:var(--muted)}
    code{font:.86em/1.4 var(--mono);background:var(--wash);padding:.1em .3em;border-radius:.2em;
    overflow-wrap:anywhere}
    h3 code{font-size:1rem;font-weight:600;padding:0;background:none}
    td code,th code,li code,figcaption code{font-size:max(.86em,14px)}
    pre{margin:1.4rem 0;padding:1rem 1.15rem;background:var(--wash);border-radius:.4rem;
    overflow-x:auto;line-height:1.5}
    pre code{font-size:.9rem;padding:0;background:none;overflow-wrap:normal}
    .kicker{font:600 .875rem/1.4 var(--sans);color:var(--accent);margin:0 0 .45rem}
    blockquote{margin:2rem 0;padding:1.25rem 1.4rem 1.3rem;background:var(--wash);
    border-radius:.4rem}
    blockquote>:last-child{margin-bottom:0}
    h1+blockquote{margin:0 0 1.4rem;padding:0;background:none;font-size:1.25rem;line-height:1.45;
    color:var(--muted)}
    .formula{margin:1.7rem 0;overflow-x:auto;overflow-y:hidden;padding:.2rem 0;font-size:1.15rem;
    display:flex;flex-wrap:wrap;justify-content:safe center;align-items:center;gap:.9rem 2.5rem}
    .formula math{display:block math;margin:0}
    @media (max-width:40rem){.formula{font-size:1.0625rem}}
    math{font-family:"STIX Two Math","Latin Modern Math","Cambria Math","TeX Gyre Termes Math",
    "DejaVu Math TeX Gyre","Noto Sans Math",math}
    math .bold{font-weight:bold}
    mtable.cases mtd,mtable.aligned mtd:nth-child(even){text-align:left}
    mtable.aligned mtd:nth-child(odd){text-align:right}
    mtable.aligned mtd{padding-left:0;padding-right:0}
    annotation{display:none}
    figure{margin:2.25rem 0;break-inside:avoid}
    figcaption{font:.9rem/1.5 var(--sans);color:var(--muted);margin-top:.7rem;max-width:60ch}
    figcaption em{font-style:normal}
    img{display:block;max-width:100%;height:auto}
    .pair{display:grid;gap:1.25rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr))}
    .pair p{font:.9rem/1.5 var(--sans);color:var(--muted);margin:.3rem 0 0}
    .picture{display:block;overflow-x:auto}
    .drawing{min-width:31rem}
    figure figure{margin:0}
    .scroll{overflow-x:auto;margin:1.4rem 0}
    table{border-collapse:collapse;font:.95rem/1.45 var(--sans);font-variant-numeric:tabular-nums;
    width:100%}
    th,td{padding:.5rem 0;text-align:left;vertical-align:baseline}
    th+th,td+td{padding-left:1.1rem}
    th{font-weight:600;border-bottom:1px solid var(--muted)}
    td{border-bottom:1px solid var(--rule)}
    .number{text-align:right}
    td.number{white-space:nowrap}
    details{margin:1.2rem 0;border:1px solid var(--rule);border-radius:.4rem;padding:.6rem 1rem}
    details+details{margin-top:-.6rem}
    summary{cursor:pointer;font:600 1rem/1.5 var(--sans)}
    details[open]>summary{margin-bottom:.8rem}
    details>:last-child{margin-bottom:.3rem}
    .guess{display:flex;flex-wrap:wrap;gap:.6rem;margin:1.2rem 0;font:1rem/1.5 var(--sans)}
    .guess label{flex:1 1 14rem;display:flex;gap:.6rem;align-items:center;color:var(--guess);
    font-weight:600;white-space:nowrap}
    .guess input{flex:1;min-width:0;font:inherit;font-weight:400;color:inherit;padding:.4rem .6rem;
    border:1px solid var(--muted);border-radius:.3rem;background:var(--paper);color:var(--ink)}
    .guess button{font:inherit;font-weight:600;padding:.4rem .9rem;border:0;border-radius:.3rem;
    background:var(--guess);color:var(--paper);cursor:pointer}
    .guessed{font-family:var(--sans);font-size:1rem;color:var(--guess)}
    .neighbours{display:flex;flex-wrap:wrap;gap:1rem;margin-top:4rem;padding-top:1.5rem;
    border-top:1px solid var(--rule);font:600 1rem/1.5 var(--sans)}
    .neighbours a{flex:1 1 12rem;text-decoration:none}
    .neighbours span{display:block;font-weight:400;font-size:.9rem;color:var(--muted)}
    .neighbours .after{text-align:right}
    .contents{padding:0 1.25rem;max-width:42.5rem;margin:1rem auto -1rem;font:.95rem/1.5 var(--sans)}
    .contents ol{list-style:none;padding:0;margin:0}
    .contents a{color:var(--ink);text-decoration:none}
    .lead{font-size:1.25rem;line-height:1.5;color:var(--muted)}
    .lessons{list-style:none;padding:0}
    .lessons li{display:flex;gap:1.1rem;margin:1.5rem 0}
    .lessons a{font:600 1.15rem/1.4 var(--sans);text-decoration:none}
    .lessons p{margin:.2rem 0 0}
    .numeral{font:600 1.15rem/1.4 var(--sans);color:var(--muted);font-variant-numeric:tabular-nums}
    .facts{font:.9rem/1.5 var(--sans);color:var(--muted)}
    :focus-visible{outline:2px solid var(--accent);outline-offset:3px}
    @media (min-width:70rem){
    .columns{display:grid;grid-template-columns:1fr minmax(0,42.5rem) 1fr}
    .columns main{grid-column:2}
    .contents{position:sticky;top:0;align-self:start;grid-column:1;grid-row:1;margin:0;
    padding:4.5rem 1.5rem 2rem;max-width:17rem;max-height:100vh;overflow-y:auto;justify-self:end}
    .contents details{border:0;padding:0;margin:0}
    .contents details::details-content{content-visibility:visible;height:auto}
    .contents summary{list-style:none;cursor:default;color:var(--muted);font-size:.9rem}
    .contents summary::-webkit-details-marker{display:none}}
    @media print{
    :root{color-scheme:light;font-size:78%;--paper:#fff}
    main{max-width:none;padding:0}
    .top,.contents,.neighbours,.guess{display:none}
    details::details-content{content-visibility:visible;height:auto}
    details{border-color:var(--rule)}
    *{print-color-adjust:exact;-webkit-print-color-adjust:exact}}

    """
}
