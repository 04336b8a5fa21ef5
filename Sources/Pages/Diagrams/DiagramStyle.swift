/// How the elements of diagrams look: thin lines, greys, one accent, and the two colours of signs.
///
/// Squares have the ends of `ColourMap.diverging` on white, in the dark as well: zero is white.
enum DiagramStyle {
  static let rules = """
    .chart .d-ink{--tone:var(--ink)}
    .chart .d-quiet{--tone:var(--muted)}
    .chart .d-accent{--tone:var(--c2)}
    .chart .d-positive{--tone:var(--for)}
    .chart .d-negative{--tone:var(--against)}
    .chart .d-box{fill:var(--wash);stroke:var(--tone);stroke-width:1.25}
    .chart .d-line{fill:none;stroke:var(--tone);stroke-width:1.5;stroke-linecap:round;\
    stroke-linejoin:round}
    .chart .d-heavy{stroke-width:3}
    .chart .d-dashed{stroke-dasharray:4 4}
    .chart .d-head{fill:var(--tone)}
    .chart .d-text{fill:var(--tone);stroke:var(--paper);stroke-width:4;stroke-linejoin:round;\
    paint-order:stroke}
    .chart .d-inside{stroke:none}
    .chart .d-bold{font-weight:600}
    .chart .d-formula{font-family:"STIX Two Text","Cambria","Palatino Linotype",Palatino,\
    "Liberation Serif",Georgia,serif;font-style:italic;font-size:15.5px}
    .chart .d-square{fill:#fff;stroke:#c9c5bc}
    .chart .d-for{fill:#ac3407}
    .chart .d-against{fill:#1a5fbe}
    .chart .d-in-square{fill:#1f1d1a}
    .chart .d-on-square{fill:#fff}

    """
}
