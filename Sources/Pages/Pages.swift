// Pages: what a story is told with: pictures, charts, tables, predictions, the page that holds
// them. Floor 2; needs Texts and libpng, and no tensor, so that it is compiled beside Tensors.
//
// Every block appears twice: on the terminal at once, and in one HTML file that needs nothing
// beside it. Begin with Page/Page.swift; PNG/ reads and writes pictures, Colours/ has the colour
// maps, Sheets/ puts pictures side by side, Charts/ and Diagrams/ draw SVG that
// follows light and dark.
//
// What it refuses, and why:
// - A PNG that is cut off, damaged, or claims a size beyond its bytes: a `PictureError` that names
//   the file and what to do. Memory is taken for what is there, not for what a header says.
// - Numbers that are not finite where a colour is asked for: NaN has no colour, and a black pixel
//   in its place would be a lie.
// - Pictures without a text alternative: the parameter has no default.
// - Anything from the net: a page works offline, and in ten years. Its only script moves sliders, and
//   where none runs, the first, the middle and the last frame stand there instead.
