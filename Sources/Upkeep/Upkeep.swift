// Upkeep: what only those need who work on the course: its proof, new lessons, files that are made
// from others, copies for students. Needs CourseKit and Texts; a student's copy has none of it, and
// nobody's first check waits for it.
//
// Proof/ holds the steps of `verify`, beginning with Verification.swift; Versions/ puts a mutant or
// an innocent into the solution; Memory/ remembers what was proved, under a hash of all that went
// into it; Making/ writes derived files, Places/ knows where the parts of a lesson lie.
//
// What it refuses, and why:
// - A lesson that is half: a folder without a line in the curriculum, a line without a folder, a
//   place still marked TODO, fewer than six mutants, a function without an innocent.
// - Trust in working files: stubs and versions are made anew from the solution, so that a clone in
//   which somebody has half done the course can be proved, and a learner's work is never written
//   over.
// - Success without evidence: no test that ran is no success, and only successes are remembered.
// - Handing out what git does not track, or what is not on the list: notes and marks lie about in
//   clones.
