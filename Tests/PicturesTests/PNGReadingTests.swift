import Foundation
import Pictures
import Tensors
import Testing

/// Sound files: every kind there is, and the numbers that Pillow finds in it.
@Suite struct PNGReadingTests {
  @Test func `every kind of PNG has the numbers that were put in`() throws {
    let fixtures = try PNGFixture.all()
    #expect(fixtures.count == 61)
    for (name, expected) in fixtures {
      let picture = try Picture(contentsOf: PNGFixture.path(name))
      #expect(picture.width == expected.width, "\(name)")
      #expect(picture.height == expected.height, "\(name)")
      #expect(picture.channels.rawValue == expected.channels, "\(name)")
      #expect(picture.bits == expected.bits, "\(name)")
      #expect(picture.samples == expected.samples, "\(name)")
    }
  }

  @Test(arguments: [1, 2, 4])
  func `small greys are spread over all of 0 to 255`(bits: Int) throws {
    let picture = try Picture(contentsOf: PNGFixture.path("grey-\(bits)"))
    let steps = UInt16(1 << bits - 1)
    #expect(Set(picture.samples) == Set((0...steps).map { $0 * (255 / steps) }))
  }

  @Test func `gamma, primaries and profiles bend no number`() throws {
    let plain = try Picture(contentsOf: PNGFixture.path("others"))
    for name in ["gamma", "gamma-interlaced", "srgb", "profile"] {
      #expect(try Picture(contentsOf: PNGFixture.path(name)) == plain, "\(name)")
    }
    #expect(plain.samples.prefix(6) == [0, 0, 200, 20, 0, 190])
  }

  @Test func `colours that a palette lacks are black`() throws {
    var file = PNGChunks(try PNGFixture.bytes("palette-8"))
    let whole = try Picture(png: file.bytes)
    let palette = try #require(file.chunks.firstIndex { $0.kind == "PLTE" })
    let lost = Set(
      stride(from: 150, to: 600, by: 3).map { start in
        Array(file.chunks[palette].data[start..<start + 3]).map(UInt16.init)
      })
    file.chunks[palette].data.removeLast(450)
    let rest = try Picture(png: file.bytes)
    for start in stride(from: 0, to: whole.samples.count, by: 3) {
      let colour = Array(whole.samples[start..<start + 3])
      #expect(
        Array(rest.samples[start..<start + 3]) == (lost.contains(colour) ? [0, 0, 0] : colour))
    }
  }

  @Test func `what follows the end is left alone`() throws {
    let bytes = try PNGFixture.bytes("rgb-8")
    let plain = try Picture(png: bytes)
    #expect(try Picture(png: bytes + [1, 2, 3]) == plain)
  }

  @Test func `links are followed`() throws {
    try withTemporaryFolder { folder in
      let link = folder.appending(path: "link.png")
      try FileManager.default.createSymbolicLink(
        at: link, withDestinationURL: URL(filePath: PNGFixture.path("rgb-8")))
      let picture = try Picture(contentsOf: PNGFixture.path("rgb-8"))
      #expect(try Picture(contentsOf: link.path) == picture)
    }
  }
}

/// What is no file, or no PNG: the message names it and says what to do.
@Suite struct PNGRefusalTests {
  private func problem(at path: String) -> PictureError.Problem? {
    do throws(PictureError) {
      _ = try Picture(contentsOf: path)
      return nil
    } catch {
      #expect(error.name == path)
      return error.problem
    }
  }

  @Test func `missing files, folders and devices are said to be that`() throws {
    #expect(problem(at: "/nowhere/cat.png") == .missing)
    #expect(problem(at: PNGFixture.folder.path) == .folder)
    #expect(problem(at: "/dev/zero") == .special)
    let error = PictureError(name: "/nowhere/cat.png", problem: .missing)
    #expect("\(error)" == "/nowhere/cat.png: no file can be found there; check the path.")
  }

  @Test func `other formats are called by their names`() throws {
    try withTemporaryFolder { folder in
      let path = folder.appending(path: "photo.png").path
      let starts: [(String?, [UInt8])] = [
        ("JPEG", [0xFF, 0xD8, 0xFF, 0xE0]), ("GIF", Array("GIF89a".utf8)),
        ("WebP", Array("RIFF\u{1}\u{2}\u{3}\u{4}WEBP".utf8)), ("BMP", Array("BM12".utf8)),
        ("TIFF", Array("II*\0".utf8)), ("HEIC or AVIF", Array("\0\0\0\u{18}ftypheic".utf8)),
        (nil, Array("{}".utf8)), (nil, []),
      ]
      for (name, bytes) in starts {
        try Data(bytes).write(to: URL(filePath: path))
        #expect(problem(at: path) == .notPNG(found: name))
      }
    }
  }

  @Test func `a file cut off at any byte is incomplete`() throws {
    for (name, bytes) in try PNGFixture.files() {
      for count in 1..<bytes.count {
        let found = decodingProblem(of: Array(bytes[..<count]))
        #expect(found == .cutOff(byteCount: count), "\(name), \(count) of \(bytes.count) bytes")
      }
    }
  }

  @Test func `any byte of any checksum counts`() throws {
    for name in ["gamma", "others", "palette-8-transparent", "rgb-8-interlaced"] {
      let bytes = try PNGFixture.bytes(name)
      var end = 8
      for (kind, data) in PNGChunks(bytes).chunks {
        end += 12 + data.count
        for offset in end - 4..<end {
          var wrong = bytes
          wrong[offset] ^= 0x10
          guard case .damaged = decodingProblem(of: wrong) else {
            Issue.record("\(name): the checksum of \(kind) is not looked at")
            continue
          }
        }
      }
    }
  }

  @Test func `the checksum of the pixels counts as well`() throws {
    for (name, bytes) in try PNGFixture.files() {
      var file = PNGChunks(bytes)
      let last = try #require(file.chunks.lastIndex { $0.kind == "IDAT" })
      let end = file.chunks[last].data.count - 1
      file.chunks[last].data[end] ^= 1
      #expect(
        decodingProblem(of: file.bytes) == .damaged(reason: "IDAT: incorrect data check"),
        "\(name)")
    }
  }

  @Test(arguments: [
    (2_147_483_647, 2_147_483_647), (30_000, 30_000), (65_537, 1), (1, 65_537), (65_536, 1025),
  ])
  func `a size beyond the limits is refused before anything is made by it`(
    width: UInt32, height: UInt32
  ) throws {
    for name in ["rgba-16", "grey-1-interlaced"] {
      let file = PNGChunks(try PNGFixture.bytes(name))
      #expect(
        decodingProblem(of: file.claiming(width: width, height: height))
          == .tooLarge(width: Int(width), height: Int(height)))
    }
  }

  @Test func `a size that the pixels do not have is damage`() throws {
    for (name, expected) in try PNGFixture.all() {
      let file = PNGChunks(try PNGFixture.bytes(name))
      let (width, height) = (UInt32(expected.width), UInt32(expected.height))
      let claims: [(UInt32, UInt32)] = [
        (8000, 8000), (65_536, 1024), (1024, 65_536), (1 << 31, 1 << 31), (0, height),
        (width, height + 1), (width + 8, height), (width, height - 1),
      ]
      for claim in claims {
        guard case .damaged = decodingProblem(of: file.claiming(width: claim.0, height: claim.1))
        else {
          Issue.record("\(name) passes for \(claim.0) × \(claim.1) pixels")
          continue
        }
      }
    }
  }

  @Test func `libpng prints nothing`() async throws {
    let result = await #expect(
      processExitsWith: .success, observing: [\.standardErrorContent, \.standardOutputContent]
    ) {
      let file = PNGChunks(try PNGFixture.bytes("rgb-8"))
      // libpng warns of each of these; of the last it would print an error, too.
      let wrong = [
        file.claiming(width: 0, height: 5), file.claiming(width: 5, height: 1 << 31),
        Array(file.bytes.dropLast(5)),
      ]
      exit(wrong.allSatisfy { decodingProblem(of: $0) != nil } ? 0 : 1)
    }
    let printed = try #require(result)
    for content in [printed.standardErrorContent, printed.standardOutputContent] {
      #expect(!String(decoding: content, as: UTF8.self).contains("libpng"))
    }
  }

  @Test(arguments: [500, 7_000_000, 0x7FFF_FFF0, 0xFFFF_FFFF] as [UInt32])
  func `a chunk that claims more than the file has is refused`(claim: UInt32) throws {
    for kind in ["gAMA", "tEXt", "iCCP", "prVt", "PLTE", "IDAT"] {
      let header = Array(try PNGFixture.bytes("rgb-8")[..<33])
      let bytes = header + bigEndian(claim) + Array(kind.utf8) + [1, 2, 3]
      #expect(decodingProblem(of: bytes) != nil, "\(kind)")
    }
  }
}

/// Ten thousand wrong files: each gives a picture or an error, and the process lives on.
@Suite struct PNGMutationTests {
  @Test func `mutated files give a picture or an error`() throws {
    var generator = SplitMix64(seed: 2024)
    func random(_ count: Int) -> Int { Int(generator.next() % UInt64(count)) }
    let files = try PNGFixture.files().map(\.bytes)
    var pictures = 0
    for round in 0..<10_000 {
      var bytes = files[round % files.count]
      if round % 2 == 0 {
        // Wherever it may hit, checksums included.
        for _ in 0...random(3) { bytes[random(bytes.count)] = UInt8(random(256)) }
      } else {
        // Behind sound checksums, where a wrong length of a chunk does not hide the rest.
        var file = PNGChunks(bytes)
        for _ in 0...random(3) {
          let index = random(file.chunks.count)
          switch random(8) {
          case 0: file.chunks.swapAt(index, random(file.chunks.count))
          case 1: file.chunks.insert(file.chunks[index], at: random(file.chunks.count))
          case 2: file.chunks[index].data = file.chunks[index].data.dropLast(1 + random(4))
          default:
            guard !file.chunks[index].data.isEmpty else { continue }
            file.chunks[index].data[random(file.chunks[index].data.count)] ^= 1 << UInt8(random(8))
          }
        }
        bytes = file.bytes
      }
      if decodingProblem(of: bytes) == nil { pictures += 1 }
    }
    // Both happen, or nothing is tested.
    #expect(pictures > 50 && pictures < 5000, "\(pictures) pictures")
  }
}
