// The words that lessons share: what is explained, what is found, and what is still to be written.
//
// A type moves here as soon as the signatures of two lessons use it, so that what one gives the
// other can take. It needs tensors alone: a lesson whose technique takes no network is not to wait
// for layers, and no technique for what checks are made of. What only one lesson needs stays in its
// `Given.swift`.
