import Foundation
import Pictures
import Tensors
import Testing

/// What is written is what is read.
@Suite struct PNGWritingTests {
  private func pictures() -> [Picture] {
    var generator = SplitMix64(seed: 5)
    var result: [Picture] = []
    for channels in [Picture.Channels.grey, .greyAlpha, .rgb, .rgba] {
      for bits in [8, 16] {
        for (width, height) in [(1, 1), (7, 5), (64, 3)] {
          let samples = (0..<width * height * channels.rawValue).map { _ in
            UInt16(truncatingIfNeeded: generator.next() >> UInt64(64 - bits))
          }
          result.append(
            Picture(
              width: width, height: height, channels: channels, bits: bits, samples: samples))
        }
      }
    }
    return result
  }

  @Test func `every kind of picture survives the way to a file and back`() throws {
    for picture in pictures() {
      #expect(try Picture(png: picture.png()) == picture)
    }
  }

  @Test func `equal pictures give equal bytes`() {
    for picture in pictures() {
      #expect(picture.png() == picture.png())
      // The header says what the picture is, and nothing but pixels follows.
      let chunks = PNGChunks(picture.png()).chunks
      #expect(chunks.map(\.kind) == ["IHDR", "IDAT", "IEND"])
      #expect(chunks[0].data[8] == UInt8(picture.bits))
    }
  }

  @Test func `a file is replaced whole, and nothing is left beside it`() throws {
    let picture = Picture(width: 2, height: 1, channels: .grey, samples: [1, 2])
    try withTemporaryFolder { folder in
      let path = folder.appending(path: "picture.png").path
      try Data("old".utf8).write(to: URL(filePath: path))
      try picture.write(to: path)
      #expect(try Picture(contentsOf: path) == picture)
      let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(left == ["picture.png"])
    }
  }

  @Test func `where no file can be, nothing is written`() throws {
    let picture = Picture(width: 2, height: 1, channels: .grey, samples: [1, 2])
    try withTemporaryFolder { folder in
      let missing = folder.appending(path: "none/picture.png").path
      #expect(throws: PictureError(name: missing, problem: .unwritable)) {
        try picture.write(to: missing)
      }
      #expect(throws: PictureError(name: folder.path, problem: .folder)) {
        try picture.write(to: folder.path)
      }
      #expect(throws: PictureError(name: "/dev/null", problem: .special)) {
        try picture.write(to: "/dev/null")
      }
      let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(left == [])
    }
  }
}
