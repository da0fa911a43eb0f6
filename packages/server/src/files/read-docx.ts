import { readBody } from './docx-body.ts'
import { readNumbering } from './docx-numbering.ts'
import { readStyles } from './docx-styles.ts'
import type { Archive } from './inflate.ts'
import type { ReadLimits, ReadResult } from './limits.ts'
import { broken, refuse } from './upload-error.ts'
import { attribute, walkXml } from './xml.ts'

/**
 * A .docx whose archive was inflated under limits. Our own reader and not a converter, because converters drop
 * the automatic numbers (一、（一）1.) that carry the outline, and build the whole tree in memory.
 * @throws UploadError `broken`, `too-much-text`
 */
export function readDocx(archive: Archive, limits: Pick<ReadLimits, 'maxTextUnits'>): ReadResult {
  const mainName = mainPartName(archive)
  const main = archive.files.get(mainName)
  if (!main) throw broken('Word 文件')
  const folder = mainName.slice(0, mainName.lastIndexOf('/') + 1)
  const styles = archive.files.get(`${folder}styles.xml`)
  const numbering = archive.files.get(`${folder}numbering.xml`)
  let units = 0
  const { lines, skippedContents } = readBody(main, {
    styles: styles ? readStyles(styles) : new Map(),
    numbering: numbering ? readNumbering(numbering) : { abstracts: new Map(), instances: new Map() },
    onText(added) {
      units += added
      if (units > limits.maxTextUnits) throw tooMuchText(limits.maxTextUnits)
    },
  })
  return {
    text: lines.join('\n').trim(),
    format: 'docx',
    warnings: skippedContents ? ['文件自带的目录没有读入，只读正文。'] : [],
  }
}

export function tooMuchText(limit: number): Error {
  return refuse(
    'too-much-text',
    '文字太多，没有读取。',
    `一份文件最多读 ${limit / 10_000} 万字。请只留要分解的部分，或分成几份再传。`,
  )
}

/** The part that the package itself calls its main document: mostly, but not always, word/document.xml. */
function mainPartName(archive: Archive): string {
  const relations = archive.files.get('_rels/.rels')
  let name = 'word/document.xml'
  if (relations)
    walkXml(relations, {
      open(tag) {
        const target = attribute(tag, 'Target')
        if (tag.local === 'Relationship' && target && attribute(tag, 'Type')?.endsWith('/officeDocument'))
          name = target.replace(/^\//, '')
      },
      close() {},
    })
  return name
}
