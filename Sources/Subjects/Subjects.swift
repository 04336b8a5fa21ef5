// Subjects: what is explained, and the exams that explanations take. Floor 5; needs Datasets, Models,
// Figures, Explanations, Layers and Tensors.
//
// A `Subject` is a picture, the network that looks at it, what that says, and the class that is
// explained. It is what every demo asks its questions of: what is the logit, what is left of it when
// the tenth of the pixels that a map ranks first is painted over, how much of a map lies in a region.
// Lessons extend it with the maps that they teach, so it knows no lesson.
//
// A `ShapesExam` is two hundred drawn shapes of which it is known where they are, and a `GridGame` four
// photographs in one picture: every method that makes maps can take them, and its score stands beside
// those of all others. An `AlarmNetwork` is the exam for methods that give numbers to columns.
//
// What it refuses, and why:
// - More than one way to paint over: two lessons that compare numbers must have covered as many pixels
//   with the same thing. What stands for an absent pixel is a property of the subject.
// - A map or a region of another size than what it is laid on: enlarging is a choice that a lesson
//   makes and names.
