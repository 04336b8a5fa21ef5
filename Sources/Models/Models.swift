// Models: the networks that lessons explain, with their weights. Floor 4; needs Datasets, Layers,
// CourseFiles and Tensors.
//
// `EfficientNetLite0.network()` is a real ImageNet network; the six small ones were trained for the
// course, and their recipes stand in Recipes/, so that a lesson can train them again. Beside each
// file of weights lies a card: how it was made, how good it is, what it must not be used for.
//
// What it refuses, and why:
// - Weights that do not fit the network in code: an error, before a lesson shows wrong numbers.
// - Weights without a recipe or a source: nothing is shipped that nobody could make again or look
//   up.
// - Training where nobody asked for it: a demo starts within a second, on shipped weights. What is
//   trained anew takes a seed, and gives the same bytes on any number of threads.
