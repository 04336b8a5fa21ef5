// Tensors: values, operators, gradients. Floor 1; needs nothing, not even Foundation.
//
// A tensor is an immutable value: a shape and shared `Float`s. An operator computes its value and
// says in the next breath how a gradient flows back; that is all there is to an operator.
// `gradient` walks the recorded history once and forgets it. Begin with Tensor.swift, then
// Recorded.swift and Gradient.swift; Operators/ is what people call, Kernels/ the loops, the only
// unsafe code.
//
// What it refuses, and why:
// - Shapes that do not fit, an index that is not there, a gradient of something untracked: it stops
//   with the values in the message. These are mistakes in code, which no caller could mend at run
//   time, and a wrong shape that is broadcast silently is the error that learners never find.
// - A stored `.grad`, a mode, a registry of operators: what a result depends on stands in the call.
// - Work that depends on the number of threads: the same inputs give the same bits on one and on
//   two, so that a picture and a verdict can be trusted to change only when the code does.
// - Functions of the system's library where a polynomial of our own will do (CONTRIBUTING.md).
