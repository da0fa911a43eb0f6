import { escapeAttribute } from './cell-text.ts'

/** Indices into the cell styles that `stylesXml` writes; a column's own number formats follow them. */
export const style = { plain: 0, text: 1, quoted: 2, title: 3, line: 4, head: 5, date: 6, first: 7 } as const

/** Number formats in the order of their styles, from `style.first` on. */
export type NumberStyles = Map<string, number>

const firstId = 176

/**
 * Heads in 宋体, the rest in 仿宋, as papers of offices are set. Texts have the text format, so that a code does not
 * become a number and a text no formula when somebody edits the cell; `quoted` is for texts that look like one.
 */
export function stylesXml(formats: NumberStyles): string {
  const codes = [...formats.keys()]
  const ids = codes
    .map((code, index) => `<numFmt numFmtId="${firstId + index + 1}" formatCode="${escapeAttribute(code)}"/>`)
    .join('')
  const own = codes.map((_, index) => cellStyle(firstId + index + 1, 0, 1)).join('')
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<numFmts count="${codes.length + 1}"><numFmt numFmtId="${firstId}" formatCode="yyyy\\-mm\\-dd"/>${ids}</numFmts>` +
    `<fonts count="3">${font('仿宋', 11)}${font('宋体', 11, true)}${font('宋体', 18, true)}</fonts>` +
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
    '<fill><patternFill patternType="solid"><fgColor rgb="FFEFF3F8"/><bgColor indexed="64"/></patternFill></fill></fills>' +
    `<borders count="2"><border>${sides('')}</border><border>${sides(' style="thin"')}</border></borders>` +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${style.first + codes.length}">` +
    cellStyle(0, 0, 1) +
    cellStyle(49, 0, 1) +
    cellStyle(49, 0, 1, ' quotePrefix="1"') +
    cellStyle(49, 2, 0, '', 'horizontal="center" vertical="center"') +
    cellStyle(49, 0, 0) +
    cellStyle(49, 1, 1, ' fillId="2" applyFill="1"', 'horizontal="center" vertical="center" wrapText="1"') +
    cellStyle(firstId, 0, 1) +
    own +
    '</cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  )
}

function font(name: string, size: number, bold = false): string {
  return `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="${name}"/><family val="3"/><charset val="134"/></font>`
}

function sides(kind: string): string {
  const colour = kind === '' ? '' : '<color rgb="FFBFBFBF"/>'
  return (
    ['left', 'right', 'top', 'bottom'].map((side) => `<${side}${kind}>${colour}</${side}>`).join('') + '<diagonal/>'
  )
}

function cellStyle(format: number, fontId: number, border: number, more = '', align = 'vertical="center"'): string {
  const fill = more.includes('fillId') ? '' : ' fillId="0"'
  return (
    `<xf numFmtId="${format}" fontId="${fontId}"${fill} borderId="${border}" xfId="0"${more} applyNumberFormat="1"` +
    ` applyFont="1" applyBorder="1" applyAlignment="1"><alignment ${align}/></xf>`
  )
}
