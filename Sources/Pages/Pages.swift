// Pages: what a story is told with: charts, diagrams, tables, predictions, sheets of pictures, the
// page that holds them. Floor 2; needs Texts and Pictures, which comes along with it, and no tensor.
//
// Every block appears twice: on the terminal at once, and in one HTML file that needs nothing
// beside it. Begin with Page/Page.swift; Sheets/ puts pictures side by side, Charts/ and Diagrams/
// draw SVG that follows light and dark. What touches every pixel is in Pictures: this module is not
// optimised.
//
// What it refuses, and why:
// - Pictures without a text alternative: the parameter has no default.
// - Anything from the net: a page works offline, and in ten years. Its only script changes frames, and
//   where none runs, the first, the middle and the last frame stand there instead.

@_exported import Pictures
