const sector = 512

/** A compound file by hand: streams of at least 4,096 bytes, one allocation sector. */
export function makeCompound(streams: Record<string, Uint8Array>): Uint8Array {
  const table: number[] = [0xfffffffd]
  const entries = Object.entries(streams).map(([name, content]) => {
    const data = Buffer.alloc(Math.max(4096, Math.ceil(content.length / sector) * sector))
    data.set(content)
    return { name, data, first: 0 }
  })
  const directorySectors = Math.ceil((entries.length + 1) / 4)
  chain(table, directorySectors)
  for (const entry of entries) entry.first = chain(table, entry.data.length / sector)

  const header = Buffer.alloc(sector)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header)
  header.writeUInt16LE(0x3e, 0x18)
  header.writeUInt16LE(3, 0x1a)
  header.writeUInt16LE(0xfffe, 0x1c)
  header.writeUInt16LE(9, 0x1e)
  header.writeUInt16LE(6, 0x20)
  header.writeUInt32LE(1, 0x2c)
  header.writeUInt32LE(1, 0x30)
  header.writeUInt32LE(4096, 0x38)
  header.writeUInt32LE(0xfffffffe, 0x3c)
  header.writeUInt32LE(0xfffffffe, 0x44)
  header.fill(0xff, 0x4c)
  header.writeUInt32LE(0, 0x4c)

  const fat = Buffer.alloc(sector, 0xff)
  for (const [index, next] of table.entries()) fat.writeUInt32LE(next, index * 4)
  const directory = Buffer.alloc(directorySectors * sector)
  writeEntry(directory, 0, 'Root Entry', 5, 0xfffffffe, 0, 1, 0xffffffff)
  for (const [index, entry] of entries.entries())
    writeEntry(
      directory,
      index + 1,
      entry.name,
      2,
      entry.first,
      entry.data.length,
      0xffffffff,
      index + 2 <= entries.length ? index + 2 : 0xffffffff,
    )
  return Buffer.concat([header, fat, directory, ...entries.map((entry) => entry.data)])
}

function chain(table: number[], sectors: number): number {
  const first = table.length
  for (let index = 0; index < sectors; index++) table.push(index === sectors - 1 ? 0xfffffffe : table.length + 1)
  return first
}

function writeEntry(
  directory: Buffer,
  index: number,
  name: string,
  type: number,
  first: number,
  size: number,
  child: number,
  right: number,
): void {
  const at = index * 128
  directory.write(name, at, 'utf16le')
  directory.writeUInt16LE(name.length * 2 + 2, at + 0x40)
  directory.writeUInt8(type, at + 0x42)
  directory.writeUInt8(1, at + 0x43)
  directory.writeUInt32LE(0xffffffff, at + 0x44)
  directory.writeUInt32LE(right, at + 0x48)
  directory.writeUInt32LE(child, at + 0x4c)
  directory.writeUInt32LE(first, at + 0x74)
  directory.writeUInt32LE(size, at + 0x78)
}

/** A Word 97 .doc with one piece of UTF-16 text. */
export function makeDoc(text: string, { locked = false } = {}): Uint8Array {
  const body = Buffer.from(`${text.replaceAll('\n', '\r')}\r`, 'utf16le')
  const main = Buffer.alloc(2048 + body.length)
  main.writeUInt16LE(0xa5ec, 0)
  main.writeUInt16LE(0xc1, 2)
  main.writeUInt16LE(locked ? 0x0300 : 0x0200, 0x0a)
  main.writeUInt32LE(2048, 0x18)
  main.writeUInt32LE(body.length / 2, 0x4c)
  body.copy(main, 2048)
  const clx = Buffer.alloc(21)
  clx.writeUInt8(2, 0)
  clx.writeUInt32LE(16, 1)
  clx.writeUInt32LE(0, 5)
  clx.writeUInt32LE(body.length / 2, 9)
  clx.writeUInt32LE(2048, 15)
  return makeCompound({ WordDocument: main, '1Table': clx })
}
