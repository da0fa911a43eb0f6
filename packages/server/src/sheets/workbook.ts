import { unescapeCell } from './cell-text.ts'
import { scanWhole } from './decode-xml.ts'
import type { Package } from './package.ts'
import { brokenSheet, emptyFile, noSheet, notATable, oldFormat } from './refusals.ts'
import { attributeOf } from './scan-xml.ts'
import { readSharedStrings, SharedStrings } from './shared-strings.ts'
import { readStyles, type Styles } from './styles.ts'
import type { SheetInfo, SheetLimits } from './types.ts'

export interface SheetPart extends SheetInfo {
  /** name in the archive */
  readonly part: string
}

export interface Workbook {
  readonly sheets: readonly SheetPart[]
  readonly date1904: boolean
  readonly parts: { readonly strings: string | null; readonly styles: string | null }
}

/**
 * @throws UploadError `unsupported` for archives that are not a workbook of .xlsx kind, `broken`, `empty`
 */
export async function readWorkbook(archive: Package): Promise<Workbook> {
  refuseOthers(archive.names)
  const main = await mainPart(archive)
  const relations = await readRelations(archive, main)
  const found: { name: string; hidden: boolean; id: string }[] = []
  let date1904 = false
  await scanWhole(archive.part(main), {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = /^(?:1|true)$/.test(attributeOf(attributes, 'date1904') ?? '')
      if (name !== 'sheet') return
      const state = attributeOf(attributes, 'state') ?? 'visible'
      found.push({
        name: unescapeCell(attributeOf(attributes, 'name') ?? ''),
        hidden: state !== 'visible',
        id: attributeOf(attributes, 'id') ?? '',
      })
    },
    close() {},
    text() {},
  })
  const byId = new Map(relations.map((relation) => [relation.id, relation]))
  const sheets = found.flatMap(({ name, hidden, id }) => {
    const relation = byId.get(id)
    // Chart sheets and dialogs are sheets without cells.
    return relation?.type.endsWith('/worksheet') ? [{ name, hidden, part: relation.target }] : []
  })
  if (sheets.length === 0) throw emptyFile()
  const part = (type: string) => relations.find((one) => one.type.endsWith(type))?.target ?? null
  return { sheets, date1904, parts: { strings: part('/sharedStrings'), styles: part('/styles') } }
}

/** The sheet of that name, or the first that is not hidden. @throws UploadError `empty` */
export function chooseSheet(workbook: Workbook, name: string | undefined): SheetPart {
  const { sheets } = workbook
  const found =
    name === undefined ? (sheets.find((sheet) => !sheet.hidden) ?? sheets[0]) : sheets.find((one) => one.name === name)
  if (!found)
    throw noSheet(
      name ?? '',
      sheets.map((sheet) => sheet.name),
    )
  return found
}

/** What cells point into: texts and formats. A workbook may lack either. */
export async function readTables(
  archive: Package,
  workbook: Workbook,
  limits: Pick<SheetLimits, 'maxSharedBytes' | 'maxCellUnits'>,
): Promise<{ strings: SharedStrings; styles: Styles }> {
  const { strings, styles } = workbook.parts
  return {
    strings: strings
      ? await readSharedStrings(archive.part(strings), limits)
      : new SharedStrings(limits.maxSharedBytes),
    styles: styles ? await readStyles(archive.part(styles)) : [],
  }
}

function refuseOthers(names: readonly string[]): void {
  const has = (prefix: string) => names.some((name) => name.startsWith(prefix))
  if (names.includes('xl/workbook.bin')) throw oldFormat(' .xlsb 文件')
  if (has('word/')) throw notATable(' Word 文件')
  if (has('ppt/')) throw notATable('演示文稿')
  if (names.includes('OFD.xml')) throw notATable(' OFD 文件')
  if (names.includes('mimetype') && names.includes('content.xml')) throw oldFormat(' .ods 文件')
  if (!names.includes('[Content_Types].xml')) throw notATable('压缩包')
}

async function mainPart(archive: Package): Promise<string> {
  const roots = await readRelations(archive, '')
  const main = roots.find((one) => one.type.endsWith('/officeDocument'))?.target
  if (!main) throw brokenSheet()
  return main
}

interface Relation {
  id: string
  type: string
  target: string
}

/** What one part points to, targets as names in the archive. */
async function readRelations(archive: Package, of: string): Promise<Relation[]> {
  const slash = of.lastIndexOf('/') + 1
  const folder = of.slice(0, slash)
  const relations: Relation[] = []
  await scanWhole(archive.part(`${folder}_rels/${of.slice(slash)}.rels`), {
    open(name, attributes) {
      if (name !== 'Relationship' || attributeOf(attributes, 'TargetMode') === 'External') return
      relations.push({
        id: attributeOf(attributes, 'Id') ?? '',
        type: attributeOf(attributes, 'Type') ?? '',
        target: resolve(folder, attributeOf(attributes, 'Target') ?? ''),
      })
    },
    close() {},
    text() {},
  })
  return relations
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path = folder.split('/').filter((step) => step !== '')
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.' && step !== '') path.push(step)
  }
  return path.join('/')
}
