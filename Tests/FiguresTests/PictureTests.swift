import Figures
import Tensors
import Testing

/// Pictures as numbers: what is stored is what comes out.
@Suite struct PictureTests {
  @Test func `intensities and samples are each other's inverse`() {
    let picture = Picture(
      width: 2, height: 3, channels: .rgb, samples: (0..<18).map { UInt16($0 * 15) })
    #expect(Picture(picture.intensities) == picture)
    #expect(picture.values.scalars[10] == 15 * 13)
  }

  @Test func `grey is repeated and alpha left out`() {
    let picture = Picture(width: 1, height: 2, channels: .greyAlpha, samples: [10, 0, 255, 7])
    #expect(picture.values == [[[10], [255]], [[10], [255]], [[10], [255]]])
  }

  @Test func `sixteen bits keep their last bit`() {
    let picture = Picture(width: 2, height: 1, channels: .grey, bits: 16, samples: [65535, 1])
    #expect(picture.intensities[0, 0].scalars == [1, 1 / 65535])
  }

  @Test func `what is out of range is brought to its end and no number is black`() {
    #expect(Picture(Tensor([-1, 0.5, 2, .nan], shape: [1, 4])).samples == [0, 128, 255, 0])
  }
}
