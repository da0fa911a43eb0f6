import { scanWhole } from './decode-xml.ts'
import { type NumberFormat, numberFormat } from './number-format.ts'
import { attributeOf } from './scan-xml.ts'

/** By the `s` of a cell; null is the general format. */
export type Styles = readonly (NumberFormat | null)[]

/** Reads of styles.xml only how numbers look. @throws UploadError `broken` */
export async function readStyles(chunks: AsyncIterable<Uint8Array>): Promise<Styles> {
  const codes = new Map<number, string>()
  const made = new Map<number, NumberFormat | null>()
  const styles: (NumberFormat | null)[] = []
  let inCells = false
  await scanWhole(chunks, {
    open(name, attributes) {
      const id = Number(attributeOf(attributes, 'numFmtId') ?? 0)
      if (name === 'numFmt') codes.set(id, attributeOf(attributes, 'formatCode') ?? '')
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) {
        // Thousands of styles share a few formats.
        if (!made.has(id)) made.set(id, numberFormat(id, codes.get(id)))
        styles.push(made.get(id) ?? null)
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
    text() {},
  })
  return styles
}
