// As much of ustar as a backup needs, so that `tar tf` and `tar xf` can look into it: regular files, short names.

export const block = 512
const nameRoom = 100
/** What eleven octal digits hold; larger sizes go in binary, as GNU tar does it. */
const octalRoom = 8 ** 11

export interface TarHeader {
  readonly name: string
  readonly size: number
}

/** Throws a RangeError when the name has no room. `at` is the time of modification in seconds. */
export function encodeHeader({ name, size }: TarHeader, at: number): Buffer {
  const header = Buffer.alloc(block)
  if (Buffer.byteLength(name) > nameRoom) throw new RangeError(`name too long for an archive: ${name}`)
  header.write(name, 0)
  header.write('0000600\0', 100)
  header.write('0000000\0', 108)
  header.write('0000000\0', 116)
  if (size < octalRoom) header.write(`${octal(size, 11)}\0`, 124)
  else {
    header[124] = 0x80
    header.writeBigUInt64BE(BigInt(size), 128)
  }
  header.write(`${octal(at, 11)}\0`, 136)
  header.write('0', 156)
  header.write('ustar\x0000', 257, 'latin1')
  header.write(`${octal(sumOf(header), 6)}\0 `, 148)
  return header
}

/** Null when this is no header of ours (its sum does not fit). */
export function decodeHeader(header: Buffer): TarHeader | null {
  if (header.length !== block || Number.parseInt(header.toString('latin1', 148, 154), 8) !== sumOf(header)) return null
  const end = header.indexOf(0)
  const name = header.toString('utf8', 0, end === -1 || end > nameRoom ? nameRoom : end)
  const binary = header[124] === 0x80
  const size = binary ? Number(header.readBigUInt64BE(128)) : Number.parseInt(header.toString('latin1', 124, 135), 8)
  return Number.isSafeInteger(size) && size >= 0 ? { name, size } : null
}

/** Zero bytes that fill a member up to whole blocks. */
export function paddingOf(size: number): number {
  return (block - (size % block)) % block
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, '0')
}

/** The sum of a header's bytes, its own field counted as spaces. */
function sumOf(header: Buffer): number {
  let sum = 8 * 0x20
  for (let i = 0; i < block; i += 1) if (i < 148 || i >= 156) sum += header[i] ?? 0
  return sum
}
