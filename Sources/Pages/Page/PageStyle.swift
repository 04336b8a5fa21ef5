import Texts

/// How a page is set: a column of text in a serif of the system, sans serif where things are named,
/// colour only where it says something.
enum PageStyle {
  static let sheet = """
    \(PageSheet.type)
    main{max-width:42.5rem;margin:0 auto;padding:clamp(2.5rem,9vw,6.5rem) 1.25rem 6rem}
    header{margin-bottom:2.75rem}
    h1,h2{line-height:1.2;font-weight:600;text-wrap:balance;break-after:avoid}
    h1{font-size:clamp(2rem,6.5vw,2.75rem);letter-spacing:-.015em;margin:0}
    h2+figure,h2+.plates{margin-top:1.3rem}
    .scroll{overflow-x:auto}
    aside{--paper:var(--wash)}
    \(charts)
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
    @media print{
    :root{color-scheme:light;font-size:78%;\(ChartStyle.light)--paper:#fff}
    main{max-width:none;padding:0}
    .wide{display:block}.narrow{display:none}
    .frames .controls{display:none}
    details::details-content{content-visibility:visible;height:auto}
    aside{background:none;border:1px solid var(--rule)}
    *{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
    \(ChartStyle.rules)\(DiagramStyle.rules)\(LeagueChart.rules)\(BarChart.whiskers)
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
    .frames .controls{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;align-items:center;\
    margin-top:.5rem;font:.95rem/1.4 var(--sans)}
    .frames input{accent-color:var(--c2)}
    .frames [type=range]{width:100%;max-width:28rem;height:2rem;margin:0}
    .frames label{display:flex;gap:.5rem;align-items:center;min-height:2rem;cursor:pointer}
    .frames [type=checkbox]{width:1.15rem;height:1.15rem;margin:0}
    .bar{max-width:22rem;margin-top:1rem;font:.9rem/1.4 var(--sans);color:var(--muted)}
    .bar div{height:.8rem;border-radius:.15rem;print-color-adjust:exact}
    .bar p{display:flex;margin:.25rem 0 0}
    .bar span{flex:1;text-align:center}
    .bar span:first-child{text-align:left}
    .bar span:last-child{text-align:right}
    """
}
