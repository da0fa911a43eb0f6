import { describe, expect, it } from 'vitest'
import { defaultLimits } from './limits.ts'
import { readBytes } from './read-bytes.ts'
import { makeOfd } from './testing/office.ts'
import { makePdf, makePdfBomb } from './testing/pdf.ts'
import { makeZip } from './testing/zip.ts'

const read = (bytes: Uint8Array, name = '讲话.pdf') => readBytes(bytes, name, defaultLimits)

// Two pages of one paragraph that is wrapped over three lines and the page break, with page numbers.
const words = '会议要求各乡镇各部门把任务分解到月落实到人抓紧抓实抓出成效'
const long = words.slice(0, 24)
const pdfPages = [
  [
    [200, 760, '在推进会上的讲话'],
    [122, 700, words.slice(0, 22)],
    [90, 676, long],
    [280, 40, '- 1 -'],
  ],
  [
    [90, 760, `${long.slice(0, 8)}。`],
    [122, 736, '一、抓好经济运行'],
    [280, 40, '- 2 -'],
  ],
] as const
const expected = `在推进会上的讲话\n${words.slice(0, 22)}${long}${long.slice(0, 8)}。\n一、抓好经济运行`

describe('.pdf', () => {
  it('puts paragraphs together and leaves page numbers out', async () => {
    const { text, format } = await read(makePdf(pdfPages))
    expect(format).toBe('pdf')
    expect(text).toBe(expected)
  }, 30_000)

  it('says that a scan has no text', async () => {
    await expect(read(makePdf([[], []]))).rejects.toMatchObject({
      code: 'scanned',
      message: '这是扫描件，读不出文字。',
    })
  }, 30_000)

  it('names the pages without text', async () => {
    const { warnings } = await read(makePdf([[[90, 700, words + words]], [], []]))
    expect(warnings.at(-1)).toBe('第 2、3 页没有文字（可能是扫描页），没有读入。')
  }, 30_000)

  it('refuses a bomb in a stream before the reader sees it', async () => {
    const bytes = makePdfBomb(200_000_000)
    expect(bytes.length).toBeLessThan(300_000)
    await expect(read(bytes)).rejects.toMatchObject({ code: 'bomb' })
  })

  it('refuses a broken file', async () => {
    await expect(read(Buffer.from('%PDF-1.7\nnothing'))).rejects.toMatchObject({ code: 'broken' })
  }, 30_000)
})

describe('.ofd', () => {
  it('reads characters page by page', async () => {
    const pages = pdfPages.map((page) => page.map(([x, y, text]) => [x / 3.2, (842 - y) / 3.2, text] as const))
    const { text, format } = await read(makeOfd(pages), '讲话.ofd')
    expect(format).toBe('ofd')
    expect(text).toBe(expected)
  })

  it('says that a scan has no text, and that a broken one is broken', async () => {
    await expect(read(makeOfd([[]]), '讲话.ofd')).rejects.toMatchObject({ code: 'scanned' })
    await expect(read(makeZip({ 'OFD.xml': '<OFD><DocRoot>no.xml</DocRoot></OFD>' }))).rejects.toMatchObject({
      code: 'broken',
    })
  })
})
