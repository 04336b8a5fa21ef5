struct MatrixLayout { var rowStride: Int; var columnStride: Int }
@unsafe struct MatrixView {
  var p: UnsafePointer<Float>; var l: MatrixLayout
  init(_ p: UnsafePointer<Float>, _ l: MatrixLayout) { unsafe self.p = p; unsafe self.l = l }
}
func multiply(_ a: MatrixView, _ b: MatrixView, into c: UnsafeMutablePointer<Float>, rows: Int, inner: Int, columns: Int) {
  for i in 0..<rows { for j in 0..<columns { var s: Float = 0
    for k in 0..<inner { unsafe s += a.p[i*a.l.rowStride + k*a.l.columnStride] * b.p[k*b.l.rowStride + j*b.l.columnStride] }
    unsafe c[i*columns+j] = s } }
}
func each(_ s: ConvolutionShape, _ f: (Int, Int, Int, Int) -> Void) {
  let gi = s.groupInputs, go = s.groupOutputs
  for n in 0..<s.batch { for o in 0..<s.outputChannels { for i in 0..<s.outputHeight { for j in 0..<s.outputWidth {
    for c in 0..<gi { for u in 0..<s.kernelHeight { for v in 0..<s.kernelWidth {
      let y = i*s.stride+u-s.top, x = j*s.stride+v-s.left
      if y < 0 || x < 0 || y >= s.height || x >= s.width { continue }
      f(((n*s.inputChannels + o/go*gi + c)*s.height+y)*s.width+x, ((o*gi+c)*s.kernelHeight+u)*s.kernelWidth+v, ((n*s.outputChannels+o)*s.outputHeight+i)*s.outputWidth+j, o)
    } } } } } } }
}
func convolve(_ x: Tensor, _ w: Tensor, _ b: Tensor?, _ s: ConvolutionShape) -> Tensor {
  let X = x.scalars, W = w.scalars; var Y = [Float](repeating: 0, count: s.batch*s.outputChannels*s.outputHeight*s.outputWidth)
  each(s) { Y[$2] += X[$0]*W[$1]; _ = $3 }
  if let b = b?.scalars { let p = s.outputHeight*s.outputWidth; for i in Y.indices { Y[i] += b[i/p % s.outputChannels] } }
  return Tensor(Y, shape: [s.batch,s.outputChannels,s.outputHeight,s.outputWidth])
}
func convolutionInputGradient(_ u: Tensor, _ w: Tensor, _ s: ConvolutionShape) -> Tensor {
  let U = u.scalars, W = w.scalars; var X = [Float](repeating: 0, count: s.batch*s.inputChannels*s.height*s.width)
  each(s) { X[$0] += U[$2]*W[$1]; _ = $3 }
  return Tensor(X, shape: [s.batch,s.inputChannels,s.height,s.width])
}
func convolutionWeightGradient(_ u: Tensor, _ x: Tensor, _ s: ConvolutionShape) -> Tensor {
  let U = u.scalars, X = x.scalars; var W = [Float](repeating: 0, count: s.outputChannels*s.groupInputs*s.taps)
  each(s) { W[$1] += U[$2]*X[$0]; _ = $3 }
  return Tensor(W, shape: [s.outputChannels,s.groupInputs,s.kernelHeight,s.kernelWidth])
}
func convolutionBiasGradient(_ u: Tensor, _ s: ConvolutionShape) -> Tensor { u.sum(along: 0, 2, 3) }
