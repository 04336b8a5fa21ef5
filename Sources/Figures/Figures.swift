// Figures: maps of numbers in colours. Floor 3; needs Pages, which comes along with it, and Tensors.
//
// `Heat` gives each number of a map its colour: which numbers are the ends of the scale is chosen by
// name (`.maximum`, `.percentile(99.5)`), a sign has its own half of the scale, and zero is white.
// `overlaid` lays a map on a picture.
//
// What it refuses, and why: numbers that are not finite, since they have no colour; a scale that
// the caption does not name, since two pictures beside one another are compared.

// What is drawn of tensors goes onto pages, so whoever imports Figures has both. They are two modules
// because Pages needs no tensor: it is compiled while Tensors is.
@_exported import Pages
