// Checking: comparing a learner's value with the truth, and naming the mistake. Floor 4; needs
// Explanations and Tensors, and not Swift Testing: that is Expecting, which turns a verdict into an
// issue, so that a grader can use what is here without a test runner.
//
// There is one comparison for everything (`verdict(on:truth:)`): it gives the first place that
// differs, both values and the largest error, and the known mistake whose value it is, if there is
// one. Begin with Verdict.swift; CheckedValues.swift says what can be compared.
//
// What it refuses, and why:
// - NaN, another shape, another count: never equal, whatever the tolerance.
// - A check whose truth and mistakes, or two of its mistakes, lie within ten tolerances: the course
//   is at fault then, not the learner. Nobody innocent is accused.
// - Accusing a function that met another one still to be written: it waits, and has not failed.
// - Comparing with the solution's own output: truth comes from closed forms, laws and brute force.
