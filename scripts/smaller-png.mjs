// Makes a screenshot's PNG smaller without a library: opaque, colours of five bits a channel, the best filter a row.

import { crc32, deflateSync, inflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])

/** Takes an 8-bit RGB or RGBA PNG that is not interlaced, as Chromium writes it; answers an RGB one. */
export function smallerPng(png) {
  const data = []
  let head = Buffer.alloc(0)
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    const type = png.toString('latin1', at + 4, at + 8)
    const body = png.subarray(at + 8, at + 8 + length)
    if (type === 'IHDR') head = Buffer.from(body)
    if (type === 'IDAT') data.push(body)
    at += 12 + length
  }
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)]
  const from = head[9] === 6 ? 4 : 3
  const rows = unfiltered(inflateSync(Buffer.concat(data)), width * from, height, from)
  const out = []
  let above = Buffer.alloc(width * 3)
  for (const row of rows) {
    const plain = Buffer.alloc(width * 3)
    for (let x = 0; x < width; x += 1) {
      for (let c = 0; c < 3; c += 1) plain[x * 3 + c] = fiveBits(row[x * from + c])
    }
    out.push(bestFiltered(plain, above))
    above = plain
  }
  head[9] = 2
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(out), { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** White stays white and black black. */
const fiveBits = (value) => Math.round(Math.round((value * 31) / 255) * (255 / 31))

function unfiltered(raw, stride, height, step) {
  const rows = []
  let above = Buffer.alloc(stride)
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)]
    const row = Buffer.from(raw.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1)))
    for (let x = 0; x < stride; x += 1) {
      const [a, b, c] = [x >= step ? row[x - step] : 0, above[x], x >= step ? above[x - step] : 0]
      row[x] += [0, a, b, (a + b) >> 1, filter === 4 ? paeth(a, b, c) : 0][filter]
    }
    rows.push(row)
    above = row
  }
  return rows
}

function paeth(a, b, c) {
  const p = a + b - c
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)]
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c
}

/** Of none, left and above the one with the smallest sum; most rows of a page are like the one above. */
function bestFiltered(row, above) {
  const tries = [
    [0, row],
    [1, row.map((v, x) => v - (x >= 3 ? row[x - 3] : 0))],
    [2, row.map((v, x) => v - above[x])],
  ]
  const cost = (bytes) => bytes.reduce((sum, v) => sum + (v < 128 ? v : 256 - v), 0)
  const [filter, bytes] = tries.reduce((best, one) => (cost(one[1]) < cost(best[1]) ? one : best))
  return Buffer.concat([Buffer.from([filter]), bytes])
}

function chunk(type, body) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(body.length, 0)
  named.copy(framed, 4)
  framed.writeUInt32BE(crc32(named) >>> 0, named.length + 4)
  return framed
}
