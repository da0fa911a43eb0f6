import { toInt } from './docx-numbering.ts'
import { attribute, walkXml } from './xml.ts'

export interface ParagraphStyle {
  name: string
  basedOn: string | null
  numId: string | null
  level: number | null
}

/** @param part `word/styles.xml` */
export function readStyles(part: Uint8Array): Map<string, ParagraphStyle> {
  const styles = new Map<string, ParagraphStyle>()
  let style: ParagraphStyle | null = null
  walkXml(part, {
    open(tag) {
      const value = attribute(tag, 'val') ?? ''
      if (tag.local === 'style') {
        style = { name: '', basedOn: null, numId: null, level: null }
        styles.set(attribute(tag, 'styleId') ?? '', style)
      } else if (!style) return
      else if (tag.local === 'name') style.name = value
      else if (tag.local === 'basedOn') style.basedOn = value
      else if (tag.local === 'numId') style.numId = value
      else if (tag.local === 'ilvl') style.level = toInt(value, 0)
    },
    close(tag) {
      if (tag.local === 'style') style = null
    },
  })
  return styles
}

/** The list that a style or one of its parents gives to its paragraphs, with the style that names it. */
export function listOfStyle(
  styles: Map<string, ParagraphStyle>,
  styleId: string,
): { numId: string; level: number | null; styleId: string } | null {
  let id: string | null = styleId
  // Parents may form a ring in a broken file.
  for (let hops = 0; id !== null && hops < 20; hops++) {
    const style: ParagraphStyle | undefined = styles.get(id)
    if (!style) return null
    if (style.numId) return { numId: style.numId, level: style.level, styleId: id }
    id = style.basedOn
  }
  return null
}
