// CourseKit: what the command line does, without its words on the screen. Needs Texts and
// Foundation, and knows no tensor and no lesson: it starts `swift` and what that builds as
// processes, so that nothing a learner writes can break it.
//
// Begin with Course.swift, which knows where everything lies. Curriculum/ reads the list of lessons
// and their texts, Stubs/ makes exercises from solutions, Checks/ builds and runs checks and reads
// Swift Testing's events, Processes/ starts programs within limits, Progress/ remembers, Exercises/
// resets, undoes and shows.
//
// What it refuses, and why:
// - Text that was written for people as the base of a decision: results come from events, exit
//   codes and the compiler's own structure.
// - Overwriting a learner's work: whatever would is kept first, files are written beside and
//   renamed, and two of us at once wait for each other.
// - A pass that nobody announced: without an event that says so, nothing has passed.
// - Waiting without end: every program that is started has a limit, and dies with its children.
