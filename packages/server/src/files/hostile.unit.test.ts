import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultLimits } from './limits.ts'
import { readBytes } from './read-bytes.ts'
import { makeDoc } from './testing/doc.ts'
import { level, makeDocx, makeOfd, numberingPart, paragraph } from './testing/office.ts'
import { makePdf } from './testing/pdf.ts'
import { UploadError } from './upload-error.ts'

const limits = { ...defaultLimits, maxFileBytes: 100_000 }
const wholes = {
  docx: makeDocx(paragraph('要按月调度', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'), {
    'word/numbering.xml': numberingPart(level(0, 'chineseCounting', '%1、')),
  }),
  doc: makeDoc('一、要按月调度'),
  ofd: makeOfd([[[30, 40, '一、要按月调度']]]),
  pdf: makePdf([[[90, 700, '一、要按月调度']]]),
  txt: Buffer.from('一、要按月调度'),
}

/** Whether text or a typed refusal comes out, and nothing else. */
async function endsWell(bytes: Uint8Array): Promise<boolean> {
  try {
    return (await readBytes(bytes, '讲话', limits)).text !== ''
  } catch (error) {
    return error instanceof UploadError
  }
}

describe('damaged files end in text or in a typed refusal', { timeout: 60_000 }, () => {
  it.each(Object.entries(wholes))('%s with changed bytes', async (format, whole) => {
    const change = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
        const bytes = new Uint8Array(whole)
        for (const [at, value] of changes) bytes[at] = value
        expect(await endsWell(bytes)).toBe(true)
      }),
      { numRuns: format === 'pdf' ? 40 : 150 },
    )
  })

  it.each(Object.entries(wholes))('%s cut short', async (format, whole) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), async (length) => {
        expect(await endsWell(new Uint8Array(whole).subarray(0, length))).toBe(true)
      }),
      { numRuns: format === 'pdf' ? 20 : 60 },
    )
  })

  it('anything at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (bytes) => {
        expect(await endsWell(bytes)).toBe(true)
      }),
    )
  })
})
