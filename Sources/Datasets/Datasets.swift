// Datasets: worlds with planted truth, digits, photographs, tables. Floor 4; needs Figures,
// CourseFiles, Texts and Tensors.
//
// A world draws examples whose right explanation is known by construction: gates with closed-form
// answers, shapes with a mask for each concept, tags that agree with the class at a rate, tables
// with duplicated and irrelevant columns, sequences with something to copy. Beside them stand real
// things that come with the course; each folder of Resources names its source and licence.
//
// What it refuses, and why:
// - Randomness without a seed: every draw takes a generator, so that a picture, a check and a grade
//   are the same tomorrow.
// - A CSV with a hole, a stray quote, a word among numbers: a `CSVError` with file, line and
//   column. A guessed value would turn up as an importance three lessons later.
// - A file of the course that is missing or damaged: an error that says where it was looked for.
// - Downloads: what a lesson shows must be there on a train.
