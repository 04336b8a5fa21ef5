// What is drawn of tensors goes onto pages, so whoever imports Figures has both. They are two modules
// because Pages needs no tensor: it is compiled while Tensors is.
@_exported import Pages
