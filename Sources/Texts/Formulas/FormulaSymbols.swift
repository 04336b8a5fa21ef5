/// The commands of TeX that stand for one sign or name.
enum FormulaSymbols {
  static let identifiers: [String: String] = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε",
    "zeta": "ζ", "eta": "η", "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ",
    "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ",
    "tau": "τ", "upsilon": "υ", "phi": "ϕ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
    "ell": "ℓ",
  ]

  static let names: [String: String] = [
    "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ",
    "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "infty": "∞", "partial": "∂", "nabla": "∇",
    "emptyset": "∅", "varnothing": "∅", "ldots": "…", "dots": "…", "cdots": "⋯", "vdots": "⋮",
    "ddots": "⋱", "top": "⊤", "bot": "⊥", "forall": "∀", "exists": "∃", "prime": "′", "%": "%",
    "#": "#", "&": "&", "$": "$", "_": "_", "Re": "ℜ", "Im": "ℑ", "degree": "°",
  ]

  static let signs: [String: String] = [
    "cdot": "·", "times": "×", "div": "÷", "pm": "±", "mp": "∓", "ast": "∗", "star": "⋆",
    "circ": "∘", "odot": "⊙", "otimes": "⊗", "oplus": "⊕", "le": "≤", "leq": "≤", "ge": "≥",
    "geq": "≥", "ne": "≠", "neq": "≠", "ll": "≪", "gg": "≫", "approx": "≈", "sim": "∼",
    "simeq": "≃", "equiv": "≡", "propto": "∝", "in": "∈", "ni": "∋", "notin": "∉", "subset": "⊂",
    "subseteq": "⊆", "supset": "⊃", "supseteq": "⊇", "cup": "∪", "cap": "∩", "setminus": "∖",
    "to": "→", "rightarrow": "→", "leftarrow": "←", "mapsto": "↦", "Rightarrow": "⇒",
    "Leftarrow": "⇐", "Leftrightarrow": "⇔", "iff": "⟺", "implies": "⟹", "land": "∧",
    "wedge": "∧", "lor": "∨", "vee": "∨", "neg": "¬", "lnot": "¬", "mid": "∣", "parallel": "∥",
    "perp": "⟂", "coloneqq": "≔",
  ]

  /// Signs that have one of their own for their contrary; others get a stroke.
  static let negations: [String: String] = [
    "=": "≠", "∈": "∉", "∋": "∌", "⊂": "⊄", "⊆": "⊈", "∣": "∤", "≤": "≰", "≥": "≱",
  ]

  static let large: [String: String] = [
    "sum": "∑", "prod": "∏", "bigcup": "⋃", "bigcap": "⋂", "bigoplus": "⨁",
  ]

  static let integrals: [String: String] = ["int": "∫", "iint": "∬", "oint": "∮"]

  static let openings: [String: String] = [
    "{": "{", "lbrace": "{", "langle": "⟨", "lfloor": "⌊", "lceil": "⌈", "lvert": "|",
    "lVert": "‖",
  ]

  static let closings: [String: String] = [
    "}": "}", "rbrace": "}", "rangle": "⟩", "rfloor": "⌋", "rceil": "⌉", "rvert": "|",
    "rVert": "‖",
  ]

  static let functions: Set<String> = [
    "log", "ln", "exp", "sin", "cos", "tan", "sinh", "cosh", "tanh", "det", "dim", "ker", "arg",
  ]

  static let functionsWithLimits: Set<String> = [
    "max", "min", "sup", "inf", "lim", "argmax", "argmin", "Pr",
  ]

  static let spaces: [String: Double] = [
    ",": 0.167, ":": 0.222, ";": 0.278, " ": 0.25, "quad": 1, "qquad": 2, "!": -0.167,
  ]

  static let accents: [String: String] = [
    "hat": "^", "widehat": "^", "bar": "¯", "overline": "¯", "tilde": "~", "widetilde": "~",
    "vec": "→", "dot": "˙", "ddot": "¨",
  ]

  /// Letters of an alphabet of their own, of which Unicode had some before the others.
  static func letter(_ character: Character, in alphabet: String) -> String? {
    let early: [String: [Character: String]] = [
      "mathcal": [
        "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ",
      ],
      "mathbb": ["C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"],
    ]
    if let letter = early[alphabet]?[character] { return letter }
    guard let value = character.asciiValue, (65...90).contains(value) else { return nil }
    let first: UInt32 = alphabet == "mathcal" ? 0x1D49C : 0x1D538
    return Unicode.Scalar(first + UInt32(value) - 65).map { String(Character($0)) }
  }
}
