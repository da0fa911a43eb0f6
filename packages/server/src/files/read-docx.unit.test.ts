import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import { defaultLimits } from './limits.ts'
import { readBytes } from './read-bytes.ts'
import { documentPart, level, makeDocx, numberingPart, paragraph, stylesPart } from './testing/office.ts'
import { makeZip } from './testing/zip.ts'

const read = (bytes: Uint8Array) => readBytes(bytes, '讲话.docx', defaultLimits)
const textOf = async (body: string, parts: Record<string, string> = {}) => (await read(makeDocx(body, parts))).text
const listed = (index: number) => `<w:numPr><w:ilvl w:val="${index}"/><w:numId w:val="1"/></w:numPr>`
const run = (inside: string) => `<w:r>${inside}</w:r>`

describe('.docx', () => {
  it('keeps one line a paragraph, as a peer reads them', async () => {
    const body = ['一、总体要求', '要坚持“稳中求进”——快干、干好。', '', '二、重点任务']
      .map((text) => paragraph(text))
      .join('')
    const bytes = makeDocx(body)
    const { text, format, warnings } = await read(bytes)
    expect({ format, warnings }).toEqual({ format: 'docx', warnings: [] })
    const peer = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
    expect(text).toBe(peer.value.replace(/\n\n/g, '\n').trim())
  })

  it('counts automatic numbers as the page shows them', async () => {
    const numbering = numberingPart(
      level(0, 'japaneseCounting', '%1、') +
        level(1, 'chineseCounting', '（%2）') +
        level(2, 'decimal', '%3.') +
        level(3, 'decimalEnclosedCircle', '%4'),
    )
    const levels = [0, 1, 2, 2, 3, 1, 2, 0, 1]
    const text = await textOf(levels.map((index) => paragraph('抓落实', listed(index))).join(''), {
      'word/numbering.xml': numbering,
    })
    expect(text.split('\n').map((line) => line.replace('抓落实', ''))).toEqual([
      '一、',
      '（一）',
      '1.',
      '2.',
      '①',
      '（二）',
      '1.',
      '二、',
      '（一）',
    ])
  })

  it('takes numbers from styles and restarts a second list where the file says so', async () => {
    const numbering = numberingPart(
      level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="Heading1"/>'),
      '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>',
    )
    const styles = stylesPart(
      '<w:style w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
        '<w:style w:styleId="Mine"><w:name w:val="mine"/><w:basedOn w:val="Heading1"/></w:style>',
    )
    const body = ['Heading1', 'Mine'].map((id) => paragraph('甲', `<w:pStyle w:val="${id}"/>`)).join('')
    const second = paragraph('乙', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>')
    const none = paragraph('丙', '<w:pStyle w:val="Mine"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    expect(await textOf(body + second + none, { 'word/numbering.xml': numbering, 'word/styles.xml': styles })).toBe(
      '一、甲\n二、甲\n一、乙\n丙',
    )
  })

  it('writes table rows with tabs', async () => {
    const cell = (...lines: string[]) => `<w:tc>${lines.map((line) => paragraph(line)).join('')}</w:tc>`
    const rows = [cell('任务') + cell('牵头单位'), cell('新增贷款', '18 亿元') + cell('财政局')]
    expect(await textOf(`<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`)).toBe(
      '任务\t牵头单位\n新增贷款 18 亿元\t财政局',
    )
  })

  it('reads what is printed: no deletions, hidden text, field codes; text boxes once', async () => {
    const box = (text: string) => `<w:pict><w:txbxContent>${paragraph(text)}</w:txbxContent></w:pict>`
    const body =
      `<w:p>${run(`<mc:AlternateContent><mc:Choice>${box('青禾县人民政府文件')}</mc:Choice><mc:Fallback>${box('青禾县人民政府文件')}</mc:Fallback></mc:AlternateContent>`)}</w:p>` +
      `<w:p><w:del>${run('<w:delText>旧</w:delText>')}</w:del><w:ins>${run('<w:t>新</w:t>')}</w:ins>` +
      `${run('<w:rPr><w:vanish/></w:rPr><w:t>隐</w:t>')}${run('<w:instrText> PAGE </w:instrText>')}` +
      `${run('<w:t>增</w:t><w:tab/><w:t>量</w:t><w:br/><w:t>下行</w:t>')}</w:p>`
    expect(await textOf(body)).toBe('青禾县人民政府文件\n\n新增\t量\n下行')
  })

  it('leaves a table of contents out and says so', async () => {
    const styles = stylesPart('<w:style w:styleId="T1"><w:name w:val="toc 1"/></w:style>')
    const { text, warnings } = await read(
      makeDocx(paragraph('一、要求\t1', '<w:pStyle w:val="T1"/>') + paragraph('一、要求'), {
        'word/styles.xml': styles,
      }),
    )
    expect(text).toBe('一、要求')
    expect(warnings).toEqual(['文件自带的目录没有读入，只读正文。'])
  })

  it.each([
    [
      'a DOCTYPE with entities',
      { 'word/document.xml': documentPart(paragraph('&a;'), '<!DOCTYPE w [<!ENTITY a "aaaa">]>') },
      'broken',
    ],
    ['an unknown entity', { 'word/document.xml': documentPart(paragraph('&a;')) }, 'broken'],
    ['unfinished XML', { 'word/document.xml': '<w:document' }, 'broken'],
    ['no text', { 'word/document.xml': documentPart(paragraph(' ')) }, 'empty'],
    ['too much text', { 'word/document.xml': documentPart(paragraph('快'.repeat(1_000_001))) }, 'too-much-text'],
  ])('refuses %s', async (_, parts, code) => {
    await expect(read(makeDocx('', parts))).rejects.toMatchObject({ code })
  })

  it('refuses a package without its main part', async () => {
    await expect(read(makeZip({ '[Content_Types].xml': '<Types/>' }))).rejects.toMatchObject({ code: 'broken' })
  })

  it('takes nested tables apart, and refuses a nest that nobody writes', async () => {
    const nest = (depth: number) =>
      '<w:tbl><w:tr><w:tc>'.repeat(depth) + paragraph('深') + '</w:tc></w:tr></w:tbl>'.repeat(depth)
    expect(await textOf(nest(20))).toBe('深')
    await expect(read(makeDocx(nest(20_000)))).rejects.toMatchObject({ code: 'broken' })
  })
})
