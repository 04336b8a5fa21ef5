"""Makes the PNG files of this folder and samples.json, what they hold.

    python3 -m pip install pillow && python3 make.py

Pillow writes few kinds of PNG, so the files are put together here, chunk by chunk; Pillow reads
every one of them, and the script stops where it sees other numbers than those put in. Two things
Pillow cannot confirm: it hands out 16-bit colours with 8 bits, so the low bytes, and it compares a
transparent colour with numbers already spread over 0..255 or cut to 8 bits, so the alpha of greys
below 8 bits and of 16 bits. There the specification counts (section 11.3.2.1).
"""
import json
import pathlib
import random
import struct
import zlib

from PIL import Image

HERE = pathlib.Path(__file__).parent
NAMES = {0: "grey", 2: "rgb", 3: "palette", 4: "grey-alpha", 6: "rgba"}
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
DEPTHS = {0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16]}
# First row, first column, row step, column step of each pass.
ADAM7 = [(0, 0, 8, 8), (0, 4, 8, 8), (4, 0, 8, 4), (0, 2, 4, 4), (2, 0, 4, 2), (0, 1, 2, 2),
         (1, 0, 2, 1)]


def chunk(kind, data):
    body = kind + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


def packed(values, bits):
    if bits == 16:
        return struct.pack(f">{len(values)}H", *values)
    number = 0
    for value in values:
        number = number << bits | value
    count = -(-len(values) * bits // 8)
    return (number << (count * 8 - len(values) * bits)).to_bytes(count, "big")


def filtered(kind, line, above, step):
    """PNG specification, section 9."""
    out = bytearray([kind])
    for i, byte in enumerate(line):
        a = line[i - step] if i >= step else 0
        b = above[i]
        c = above[i - step] if i >= step else 0
        p = a + b - c
        nearest = min((abs(p - a), 0, a), (abs(p - b), 1, b), (abs(p - c), 2, c))[2]
        out.append((byte - [0, a, b, (a + b) // 2, nearest][kind]) & 255)
    return bytes(out)


def pixels(grid, bits, channels):
    """One picture's rows, each with the next of the five filters."""
    above = None
    result = b""
    for index, row in enumerate(grid):
        line = packed([value for pixel in row for value in pixel], bits)
        above = above or bytes(len(line))
        result += filtered(index % 5, line, above, max(1, bits * channels // 8))
        above = line
    return result


def png(grid, colour, bits, interlaced=False, extra=b""):
    channels = CHANNELS[colour]
    header = struct.pack(">IIBBBBB", len(grid[0]), len(grid), bits, colour, 0, 0, int(interlaced))
    if interlaced:
        parts = [[row[c::cs] for row in grid[r::rs]] for r, c, rs, cs in ADAM7]
        data = b"".join(pixels(part, bits, channels) for part in parts if part and part[0])
    else:
        data = pixels(grid, bits, channels)
    data = zlib.compress(data, 9)
    # In two pieces, as large files have it.
    half = len(data) // 2
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + extra + chunk(b"IDAT", data[:half])
            + chunk(b"IDAT", data[half:]) + chunk(b"IEND", b""))


expected = {}


def save(name, data, stored, grid, trusts_alpha=True):
    """Writes a file, and notes what it holds once Pillow agrees."""
    (HERE / f"{name}.png").write_bytes(data)
    image = Image.open(HERE / f"{name}.png")
    assert image.size == (len(grid[0]), len(grid)), name
    found = [pixel for row in grid for pixel in row]
    if image.mode.startswith("I;16"):
        seen, wanted = list(image.get_flattened_data()), [pixel[0] for pixel in found]
    else:
        seen = list(image.convert("RGBA").get_flattened_data())
        wanted = [rgba(tuple(v >> (stored - 8) for v in pixel)) for pixel in found]
        if not trusts_alpha:
            seen, wanted = [p[:3] for p in seen], [p[:3] for p in wanted]
    assert seen == wanted, (name, seen[:12], wanted[:12])
    expected[name] = {"width": len(grid[0]), "height": len(grid), "channels": len(grid[0][0]),
                      "bits": stored, "samples": [value for pixel in found for value in pixel]}


def rgba(pixel):
    """A pixel of any number of channels with all four."""
    colours = pixel[:1] * 3 if len(pixel) < 3 else pixel[:3]
    return colours + (pixel[-1] if len(pixel) in (2, 4) else 255,)


def spread(value, bits):
    return value * 255 // (2**bits - 1) if bits < 8 else value


def main():
    draw = random.Random(7)

    def noise(width, height, channels, end):
        return [[tuple(draw.randrange(end) for _ in range(channels)) for _ in range(width)]
                for _ in range(height)]

    for colour, depths in DEPTHS.items():
        for bits in depths:
            grid = noise(13, 11, CHANNELS[colour], 2**bits)
            size = 2**bits if bits < 8 else 200
            table = [tuple(draw.randrange(256) for _ in range(3)) for _ in range(size)]
            opacity = [draw.randrange(256) for _ in range(max(1, size - 2))]
            if colour == 3:
                grid = [[(value[0] % size,) for value in row] for row in grid]
            palette = chunk(b"PLTE", bytes(sum(table, ()))) if colour == 3 else b""
            stored = 16 if bits == 16 else 8
            if colour == 3:
                plain = [[table[p[0]] for p in row] for row in grid]
                opaque = opacity + [255] * (size - len(opacity))
                clear = [[(*table[p[0]], opaque[p[0]]) for p in row] for row in grid]
                transparency = chunk(b"tRNS", bytes(opacity))
            else:
                plain = [[tuple(spread(v, bits) for v in p) for p in row] for row in grid]
                # The third pixel's colour is transparent; in 16 bits a pixel that differs in the
                # last bit only is not.
                gone = grid[0][2]
                grid[1][1] = tuple(v ^ 1 for v in gone)
                plain[1][1] = tuple(spread(v, bits) for v in grid[1][1])
                full = 2**stored - 1
                clear = [[(*q, 0 if p == gone else full) for p, q in zip(row, out)]
                         for row, out in zip(grid, plain)]
                transparency = chunk(b"tRNS", struct.pack(f">{len(gone)}H", *gone))
            for interlaced in (False, True):
                suffix = "-interlaced" if interlaced else ""
                name = f"{NAMES[colour]}-{bits}"
                save(name + suffix, png(grid, colour, bits, interlaced, palette), stored, plain)
                if colour in (0, 2, 3):
                    save(f"{name}-transparent{suffix}",
                         png(grid, colour, bits, interlaced, palette + transparency),
                         stored, clear, trusts_alpha=colour == 3 or bits == 8)
    # Small ones, of which some of the seven passes have no pixels.
    for width, height in [(1, 1), (2, 3), (5, 1), (1, 6)]:
        grid = noise(width, height, 3, 256)
        save(f"small-{width}x{height}-interlaced", png(grid, 2, 8, True), 8, grid)
    # Chunks that a viewer would bend the numbers by.
    grid = [[(x * 20, y * 25, 200 - x * 10) for x in range(8)] for y in range(6)]
    gamma = chunk(b"gAMA", struct.pack(">I", 100000))
    places = (31270, 32900, 64000, 33000, 21000, 71000, 15000, 6000)
    primaries = chunk(b"cHRM", struct.pack(">8I", *places))
    save("gamma", png(grid, 2, 8, extra=gamma + primaries), 8, grid)
    save("gamma-interlaced", png(grid, 2, 8, True, extra=gamma), 8, grid)
    save("srgb", png(grid, 2, 8, extra=chunk(b"sRGB", b"\0")), 8, grid)
    profile = chunk(b"iCCP", b"half of one\0\0" + zlib.compress(b"no profile" * 20))
    save("profile", png(grid, 2, 8, extra=profile), 8, grid)
    others = chunk(b"bKGD", bytes(6)) + chunk(b"pHYs", bytes(9)) + chunk(b"sBIT", bytes([5, 5, 5]))
    others += chunk(b"tEXt", b"Comment\0hello") + chunk(b"prVt", b"own")
    save("others", png(grid, 2, 8, extra=others), 8, grid)
    lines = (f'"{name}": {json.dumps(value, separators=(",", ":"))}'
             for name, value in sorted(expected.items()))
    (HERE / "samples.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")


main()
