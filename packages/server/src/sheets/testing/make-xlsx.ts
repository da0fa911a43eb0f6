import { makeZip } from '../../files/testing/zip.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'

export interface XlsxParts {
  /** inner XML of `sheetData` */
  rows?: string
  /** XML behind `sheetData` */
  behind?: string
  /** inner XML of `sst` */
  strings?: string
  /** inner XML of `styleSheet` */
  styles?: string
  date1904?: boolean
  /** names and states of sheets; all have the same rows */
  sheets?: readonly (readonly [string, string?])[]
  /** what replaces or joins the parts */
  more?: Record<string, string | Uint8Array>
  /** a part that is left out */
  without?: string
}

/** An .xlsx by hand, as spare as it may be. */
export function makeXlsx(parts: XlsxParts): Uint8Array {
  const { sheets = [['表一']] } = parts
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`
  const entries: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"/>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships">${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml':
      `<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr${parts.date1904 ? ' date1904="1"' : ''}/><sheets>` +
      sheets
        .map(
          ([name, state], index) =>
            `<sheet name="${name}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="s${index + 1}"/>`,
        )
        .join('') +
      '</sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      `<Relationships xmlns="${packages}/relationships">` +
      sheets.map((_, index) => relation(`s${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)).join('') +
      relation('t', 'styles', 'styles.xml') +
      relation('u', 'sharedStrings', '/xl/sharedStrings.xml') +
      '</Relationships>',
    'xl/styles.xml': `<styleSheet xmlns="${main}">${parts.styles ?? ''}</styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${parts.strings ?? ''}</sst>`,
  }
  for (const index of sheets.keys())
    entries[`xl/worksheets/sheet${index + 1}.xml`] =
      `<worksheet xmlns="${main}"><sheetData>${parts.rows ?? ''}</sheetData>${parts.behind ?? ''}</worksheet>`
  if (parts.without) delete entries[parts.without]
  return makeZip({ ...entries, ...parts.more })
}

/** Styles of one number format each: `s="0"` is the general one, `s="1"` the first of `codes`. */
export function stylesOf(codes: readonly (string | number)[]): string {
  const own = codes.flatMap((code, index) =>
    typeof code === 'string' ? `<numFmt numFmtId="${200 + index}" formatCode="${code.replace(/"/g, '&quot;')}"/>` : [],
  )
  const xf = codes.map((code, index) => `<xf numFmtId="${typeof code === 'string' ? 200 + index : code}"/>`)
  return `<numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${xf.join('')}</cellXfs>`
}
