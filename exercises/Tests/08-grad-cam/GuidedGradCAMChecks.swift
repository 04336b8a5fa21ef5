import Expecting
import GradCAM
import Tensors
import Testing

/// A fine map, where a coarse one speaks for the class.
@Suite(.exercise) struct `guidedGradCAM(map:fine:)` {
  @Test func `the coarse map is clipped, then enlarged, then multiplied`() throws {
    let map: Tensor = [[[4, -4]]]
    let fine: Tensor = [[[[1, -2, 3, 5]], [[-1, 1, 2, -3]]]]
    try expect(
      guidedGradCAM(map: map, fine: fine), is: [[[[4, -6, 3, 0]], [[-4, 3, 2, 0]]]],
      mistakes: [
        "the map with its negative numbers still there: what speaks against would turn signs round":
          fine * Tensor([4, 2, -2, -4]),
        "the map clipped after it was enlarged; clip first, so that what speaks against does not "
          + "eat into what speaks for": fine * Tensor([4, 2, 0, 0]),
        "the map enlarged by repeating pixels, as Captum does by default": fine
          * Tensor([4, 4, 0, 0]),
        "the map stretched until the outermost centres meet the edges (align_corners=True); pixels "
          + "are squares": fine * Tensor([4, 2.6666667, 1.3333333, 0]),
        "the magnitude of the fine map; its signs stay on": fine.abs() * Tensor([4, 3, 1, 0]),
        "the part above zero, of the fine map or of the product; signs stay on": fine.relu()
          * Tensor([4, 3, 1, 0]),
        "the coarse map brought to 0…1 by its largest value": fine * Tensor([1, 0.75, 0.25, 0]),
        "the product with its channels added up; each keeps its own": [[[0, -3, 5, 0]]],
        "the sum of the two maps; they are multiplied": fine + Tensor([4, 3, 1, 0]),
        "the fine map alone": fine,
        "the enlarged map alone": [[[4, 3, 1, 0]]],
      ],
      given: ["map": map, "fine": fine])
  }

  @Test func `on a picture of four windows it is what the two maps give by hand`() throws {
    // The Grad-CAM of a ReLU's output, and what guided backpropagation gives for the same logit.
    let fine: Tensor = [[[[0, 1, 1, 1], [1, 3, 3, 2], [1, 3, 3, 2], [1, 2, 2, 1]]]]
    try expect(
      guidedGradCAM(map: [[[0, 4], [28, 32.5]]], fine: fine),
      is: [
        [
          [
            [0, 1, 3, 4], [7, 24.09375, 30.28125, 22.25],
            [21, 66.28125, 72.84375, 50.75], [28, 58.25, 62.75, 32.5],
          ]
        ]
      ],
      mistakes: [
        "the map enlarged by repeating pixels, as Captum does by default": [
          [[[0, 0, 4, 4], [0, 0, 12, 8], [28, 84, 97.5, 65], [28, 56, 65, 32.5]]]
        ]
      ],
      given: ["map": "[[0, 4], [28, 32.5]]", "fine": fine])
  }

  @Test func `every picture of a batch meets its own map, and pictures may be wide`() throws {
    try forEachSeed { generator in
      let maps = Tensor.uniform(in: -2..<2, shape: [3, 1, 1], using: &generator)
      let fine = Tensor.normal(shape: [3, 2, 2, 5], using: &generator)
      // A map of a single pixel is the same all over, so that it does not matter how it is enlarged.
      try expect(
        guidedGradCAM(map: maps, fine: fine),
        is: maps.relu().reshaped(to: [3, 1, 1, 1]) * fine, given: ["map": maps, "fine": fine])
    }
  }

  @Test func `where nothing speaks for the class nothing is left`() throws {
    try forEachSeed { generator in
      let map = -Tensor.uniform(in: 0.5..<2, shape: [1, 2, 3], using: &generator)
      let fine = Tensor.normal(shape: [1, 3, 4, 6], using: &generator)
      try expect(
        guidedGradCAM(map: map, fine: fine), is: .zeros([1, 3, 4, 6]), given: ["map": map])
    }
  }
}
