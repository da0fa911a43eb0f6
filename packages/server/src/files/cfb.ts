// The compound file of .doc and .wps ([MS-CFB]): only its directory, read with bounds, to learn what is inside
// and to refuse what would send a less careful reader in circles.

export interface CompoundEntry {
  name: string
  size: number
  firstSector: number
}

export interface CompoundFile {
  entries: CompoundEntry[]
  sectorSize: number
}

const endOfChain = 0xfffffffe
const free = 0xffffffff

/** @returns null when the structure is broken: odd sector sizes, chains that run in rings or leave the file */
export function readCompound(bytes: Uint8Array): CompoundFile | null {
  if (bytes.length < 1536) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const shift = view.getUint16(0x1e, true)
  if ((shift !== 9 && shift !== 12) || view.getUint16(0x20, true) !== 6) return null
  const sectorSize = 1 << shift
  const sectors = Math.ceil(bytes.length / sectorSize) - 1
  const uint = (offset: number) => (offset + 4 <= bytes.length ? view.getUint32(offset, true) : free)
  const offsetOf = (sector: number) => (sector + 1) * sectorSize

  const table = readTable(uint, offsetOf, sectorSize, sectors)
  if (!table) return null
  const directory = chain(uint(0x30), table, sectors)
  if (!directory) return null

  const entries: CompoundEntry[] = []
  for (const sector of directory) {
    for (let at = offsetOf(sector); at + 128 <= Math.min(offsetOf(sector + 1), bytes.length); at += 128) {
      const type = view.getUint8(at + 0x42)
      const nameBytes = view.getUint16(at + 0x40, true)
      if (type === 0 || nameBytes < 2 || nameBytes > 64) continue
      const name = Buffer.from(bytes.subarray(at, at + nameBytes - 2)).toString('utf16le')
      const entry = { name, size: uint(at + 0x78), firstSector: uint(at + 0x74) }
      if (type === 2) {
        if (entry.size > bytes.length) return null
        if (entry.size >= 4096 && !chain(entry.firstSector, table, sectors)) return null
      }
      entries.push(entry)
    }
  }
  return { entries, sectorSize }
}

/** The allocation table: for each sector the one after it. */
function readTable(
  uint: (offset: number) => number,
  offsetOf: (sector: number) => number,
  sectorSize: number,
  sectors: number,
): number[] | null {
  const tableSectors: number[] = []
  for (let index = 0; index < 109; index++) tableSectors.push(uint(0x4c + index * 4))
  let more = uint(0x44)
  for (let hops = 0; more < endOfChain - 1; hops++) {
    if (hops > sectors || more >= sectors) return null
    const last = offsetOf(more) + sectorSize - 4
    for (let at = offsetOf(more); at < last; at += 4) tableSectors.push(uint(at))
    more = uint(last)
  }
  const used = tableSectors.filter((sector) => sector < endOfChain - 1)
  if (used.length !== uint(0x2c) || used.some((sector) => sector >= sectors)) return null
  const table: number[] = []
  for (const sector of used)
    for (let at = offsetOf(sector); at < offsetOf(sector + 1) && table.length < sectors; at += 4) table.push(uint(at))
  return table
}

function chain(first: number, table: readonly number[], sectors: number): number[] | null {
  const found: number[] = []
  for (let sector = first; sector !== endOfChain; ) {
    if (sector >= sectors || found.length > sectors) return null
    found.push(sector)
    sector = table[sector] ?? free
  }
  return found
}
