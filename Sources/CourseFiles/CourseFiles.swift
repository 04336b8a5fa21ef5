// CourseFiles: where the files lie that come with the course. Floor 1; needs Foundation alone, so that
// both Datasets and Models look down on it.
//
// A `CourseFile` is named where it is needed, by its path below the Resources of the module that
// names it. It is looked for beside the program first, so that a built program can be moved.
//
// What it refuses, and why: the bundle that the build generates, since asking for one that has moved
// stops the program; here a file that is missing is an error that names every folder in which it is
// not, and says what to do.
