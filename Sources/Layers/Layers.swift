// Layers: networks as values, their training, their files. Floor 2; needs Tensors.
//
// A `Network` is a list of named layers. One door leads inside: `network(x) { place, activation in
// … }` reads or changes what any place gives, which is all that capture, ablation, patching and
// probes need. A method that wants another backward puts in another activation by value. Begin with
// Networks/Network.swift; Kinds/ has a file for each kind of layer, Training/ the loop and the
// optimisers, and Safetensors.swift reads and writes weights under PyTorch's names.
//
// What it refuses, and why:
// - Layers that do not fit, two places of one name: it stops where the network is made in code, and
//   throws a `NetworkError` that names the layer where it is read from a file.
// - Weights that are missing, of another shape, or not finite: none is loaded unless all are right.
// - Files that claim more than they hold: nothing is allocated on the word of a header.
// - Kinds of layers from outside: the list is closed, so that a method which treats each kind in
//   its own way is told by the compiler what it has forgotten. Functions of elements are open
//   (`.custom`).
// - A training that has diverged: it throws with the step and the rate instead of going on with
//   NaN.
