// Showing: what the demos of lessons share. Floor 5; needs Figures, Explanations, Texts and
// Tensors.
//
// `Demonstration.run` tells a story on the terminal and on a page, on the reference or on the
// learner's own code, keeps the pictures and charts that a lesson's text shows, and keeps what each
// method scored in an experiment whose right answer was planted. With `--into` it compares all of
// that with what is kept, which is how the proof of the course knows that a text still shows what
// its demo draws.
//
// What it refuses, and why:
// - Pictures that differ by more than 2 of 255 in the mean, charts by more than a pixel, a score
//   outside of its bounds: processors round differently in the last places, and readers see no
//   more.
// - A score without a question from the list: methods are compared on the same question, or not.
// - Stopping at the first function that a learner has not written: that part is left out, and said.
