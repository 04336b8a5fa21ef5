import Texts

/// How the book is set: the type and the colours of the demos' pages, a column to read in, and beside
/// it what stands on the page.
enum BookStyle {
  static let sheet = """
    \(PageSheet.type)
    html{scroll-padding-top:1rem}
    a{color:var(--accent);text-underline-offset:.15em;text-decoration-thickness:.06em}
    .top{padding:1rem 1.25rem 0;font:600 1rem/1.5 var(--sans)}
    .top a{text-decoration:none}
    main{max-width:42.5rem;margin:0 auto;padding:clamp(1.5rem,6vw,4rem) 1.25rem 5rem}
    h1,h2,h3,h4{line-height:1.2;font-weight:600;text-wrap:balance;break-after:avoid}
    h1{font-size:clamp(2rem,6.5vw,2.75rem);letter-spacing:-.015em;margin:0 0 1.2rem}
    h3 code{font-size:1rem;font-weight:600;padding:0;background:none}
    pre{margin:1.4rem 0;padding:1rem 1.15rem;background:var(--wash);border-radius:.4rem;
    overflow-x:auto;line-height:1.5}
    pre code{font-size:.9rem;padding:0;background:none;overflow-wrap:normal}
    blockquote{margin:2rem 0;padding:1.25rem 1.4rem 1.3rem;background:var(--wash);
    border-radius:.4rem}
    blockquote>:last-child{margin-bottom:0}
    blockquote{--paper:var(--wash)}
    h1+blockquote{margin:0 0 1.4rem;padding:0;background:none;font-size:1.25rem;line-height:1.45;
    color:var(--muted)}
    figcaption em{font-style:normal}
    .pair{display:grid;gap:1.25rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr))}
    .pair p{font:.9rem/1.5 var(--sans);color:var(--muted);margin:.3rem 0 0}
    .picture{display:block;overflow-x:auto}
    .picture img[src$=".svg"]{mix-blend-mode:darken}
    @media (prefers-color-scheme:dark){.picture{--shadow:#fff4}
    .picture img[src$=".svg"]{mix-blend-mode:lighten}}
    figure figure{margin:0}
    .scroll{overflow-x:auto;margin:1.4rem 0}
    details{margin:1.2rem 0;border:1px solid var(--rule);border-radius:.4rem;padding:.6rem 1rem}
    details+details{margin-top:-.6rem}
    summary{cursor:pointer;font:600 1rem/1.5 var(--sans)}
    details[open]>summary{margin-bottom:.8rem}
    details>:last-child{margin-bottom:.3rem}
    .guess{display:flex;flex-wrap:wrap;gap:.6rem;margin:1.2rem 0;font:1rem/1.5 var(--sans)}
    .guess label{flex:1 1 14rem;min-width:0;display:flex;gap:.6rem;align-items:center;
    color:var(--c1);font-weight:600;white-space:nowrap}
    .guess input{flex:1;min-width:0;font:inherit;font-weight:400;color:inherit;padding:.4rem .6rem;
    border:1px solid var(--muted);border-radius:.3rem;background:var(--paper);color:var(--ink)}
    .guess button{font:inherit;font-weight:600;padding:.4rem .9rem;border:0;border-radius:.3rem;
    background:var(--c1);color:var(--paper);cursor:pointer}
    .guessed{font-family:var(--sans);font-size:1rem;color:var(--c1)}
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
    :root{color-scheme:light;font-size:78%;\(PageSheet.light)--paper:#fff}
    main{max-width:none;padding:0}
    .top,.contents,.neighbours,.guess{display:none}
    details::details-content{content-visibility:visible;height:auto}
    details{border-color:var(--rule)}
    *{print-color-adjust:exact;-webkit-print-color-adjust:exact}}

    """
}
