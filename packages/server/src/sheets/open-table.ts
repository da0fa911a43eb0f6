import { open, readFile, stat } from 'node:fs/promises'
import { readCompound } from '../files/cfb.ts'
import { sniff } from '../files/sniff.ts'
import { openPackage, type Package } from './package.ts'
import { brokenSheet, emptyFile, locked, notATable, oldFormat, tooBig } from './refusals.ts'
import type { SheetLimits } from './types.ts'

export type Table = { format: 'csv' } | { format: 'xlsx'; archive: Package }

/**
 * What a file is, by its content, opened. Of a name only the wording of a refusal depends.
 * @throws UploadError `empty`, `too-large`, `unsupported`, `encrypted`, `bomb`, `broken`
 */
export async function openTable(path: string, name: string | undefined, limits: SheetLimits): Promise<Table> {
  const { size } = await stat(path)
  if (size === 0) throw emptyFile()
  if (size > limits.maxFileBytes) throw tooBig(size, limits.maxFileBytes)
  const head = await readStart(path)
  if (isProgram(head)) throw notATable('程序文件')
  const kind = sniff(head)
  switch (kind.kind) {
    case 'zip':
      return { format: 'xlsx', archive: await openPackage(path, size, limits) }
    case 'cfb':
      throw compoundRefusal(await readFile(path), name)
    case 'pdf':
      throw notATable(' PDF 文件')
    case 'other':
      // Much that is called .xls is a web page or an XML file which Excel is good enough to open.
      throw kind.what === '网页' || kind.what === 'XML 文件'
        ? oldFormat(`${kind.what}形式的旧表格`)
        : notATable(kind.what)
    case 'empty':
    case 'text':
      return { format: 'csv' }
  }
}

async function readStart(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** Programs of Windows and Linux, whatever they are called. */
function isProgram(head: Uint8Array): boolean {
  const magic = Buffer.from(head.subarray(0, 4)).toString('latin1')
  return magic === '\x7fELF' || (magic.startsWith('MZ') && head.includes(0))
}

function compoundRefusal(bytes: Uint8Array, name: string | undefined) {
  const compound = readCompound(bytes)
  if (!compound) return brokenSheet()
  const has = (stream: string) => compound.entries.some((entry) => entry.name === stream)
  if (has('EncryptedPackage')) return locked()
  if (has('Workbook') || has('Book')) return oldFormat(/\.et$/i.test(name ?? '') ? ' .et 文件' : ' .xls 文件')
  return notATable(has('WordDocument') ? ' Word 文件' : '旧格式的办公文件')
}
