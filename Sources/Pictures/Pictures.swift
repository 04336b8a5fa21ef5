// Pictures: pixels in memory and in PNG files, and the colours that numbers become. Floor 1; needs
// libpng alone, so that it is compiled beside Tensors.
//
// Begin with Picture.swift; PNG/ reads and writes files, Colours/ has the colour maps, Lettering/
// draws captions of pixels, for sheets that show where no page can.
//
// What it refuses, and why:
// - A PNG that is cut off, damaged, or claims a size beyond its bytes: a `PictureError` that names
//   the file and what to do. Memory is taken for what is there, not for what a header says.
// - Numbers that are not finite where a colour is asked for: NaN has no colour, and a black pixel
//   in its place would be a lie.
