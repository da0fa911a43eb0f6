import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { makeDocx, paragraph } from '../files/testing/office.ts'
import { build, cleanUp, command, scratchFolder } from './testing/command.ts'

const at = { start: z.int().min(0), end: z.int().min(0) }
const day = z.iso.date().nullable()
const quantity = { value: z.number().nullable(), to: z.number().nullable(), unit: z.string().nullable() }

/** The shape that was promised to other programs: fields may be added, never changed. */
const promised = z.object({
  document: z.object({ title: z.string(), date: day, kind: z.string(), text: z.string() }),
  outline: z.array(
    z.object({
      id: z.string(),
      parent: z.string().nullable(),
      number: z.string().nullable(),
      heading: z.string(),
      level: z.int(),
      ...at,
    }),
  ),
  sentences: z.array(
    z.object({
      ...at,
      clause: z.string().nullable(),
      role: z.enum(['obligation', 'target', 'result', 'background', 'slogan', 'heading', 'other']),
      why: z.string(),
    }),
  ),
  matters: z.array(
    z.object({
      id: z.string(),
      parent: z.string().nullable(),
      clause: z.string().nullable(),
      ...at,
      title: z.string().min(1),
      text: z.string(),
      kind: z.enum(['指标', '项目节点', '制度成果', '清查建账', '常态']),
      attitude: z.string().nullable(),
      doneWhen: z.string().nullable(),
      leader: z.string().nullable(),
      measures: z.array(z.object({ ...at, text: z.string() })),
      targets: z.array(
        z.object({
          ...at,
          text: z.string(),
          indicator: z.string().nullable(),
          relation: z.enum(['>=', '<=', '>', '<', '=', '≈', 'range']),
          basis: z.enum(['level', 'change', 'share', 'count']),
          ...quantity,
          masked: z.boolean(),
          normal: z.object(quantity).nullable(),
        }),
      ),
      deadlines: z.array(z.object({ ...at, text: z.string(), from: day, to: day, recur: z.string().nullable() })),
      units: z.object({
        explicit: z.boolean(),
        lead: z.array(z.string()),
        support: z.array(z.string()),
        candidates: z.array(z.object({ unit: z.string(), score: z.number(), why: z.array(z.string()) })),
      }),
    }),
  ),
  coverage: z.object({
    obligations: z.int(),
    covered: z.int(),
    refused: z.array(z.object({ ...at, why: z.string() })),
  }),
})

const text = `在全县经济工作会议上的讲话
（2026年2月9日）

一、抓好工业经济
要力争全年规模以上工业增加值增长6.5%以上，新增入库企业不少于**家。由县发展和改革局牵头，县统计局配合，9月底前完成。
二、抓好就业
县人力资源和社会保障局要在年底前发放创业担保贷款3000万元。
`
// 在全县会议上的讲话\n要在年底前完成任务。
const gb18030 = Buffer.from('d4dac8abcfd8bbe1d2e9c9cfb5c4bdb2bbb00ad2aad4dac4eab5d7c7b0cdeab3c9c8cecef1a1a30a', 'hex')

let folder: string
const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

beforeAll(() => {
  build()
  folder = scratchFolder()
})
afterAll(() => cleanUp())

async function readJson(path: string, ...more: string[]) {
  const run = await command(['read', path, '--json', ...more])
  expect(run).toMatchObject({ code: 0, err: '' })
  expect(run.out.trimEnd()).not.toContain('\n')
  return promised.parse(JSON.parse(run.out))
}

it('prints one JSON object of the promised shape, whose offsets cut the file’s own text', async () => {
  const reading = await readJson(file('讲话.txt', text))
  expect(reading.document).toMatchObject({ date: '2026-02-09', text })
  expect(reading.outline.length).toBeGreaterThanOrEqual(2)
  expect(reading.matters.length).toBeGreaterThanOrEqual(2)
  const targets = reading.matters.flatMap((m) => m.targets)
  for (const t of [...targets, ...reading.matters.flatMap((m) => [...m.deadlines, ...m.measures])])
    expect(text.slice(t.start, t.end)).toBe(t.text)
  for (const heading of reading.outline) expect(text.slice(heading.start, heading.end)).toBe(heading.heading)
  expect(targets.find((t) => t.masked)).toMatchObject({ value: null, relation: '>=' })
  expect(reading.coverage.obligations).toBe(reading.coverage.covered + reading.coverage.refused.length)
})

it('takes the date of the flag where the text has none', async () => {
  const reading = await readJson(file('无日期.txt', '县财政局要在年底前完成结算。\n'), '--date', '2026-02-09')
  expect(reading.document.date).toBe('2026-02-09')
  expect(reading.matters.flatMap((m) => m.deadlines).map((d) => d.to)).toContain('2026-12-31')
})

it('reads GB18030 and docx', async () => {
  expect((await readJson(file('旧.txt', gb18030))).document.text).toContain('要在年底前完成任务。')
  const body = ['关于做好工作的通知', '县教育局要在年底前建成学校1所。'].map((p) => paragraph(p)).join('')
  const word = await readJson(file('稿.docx', makeDocx(body)))
  expect(word.document.text).toContain('县教育局要在年底前建成学校1所。')
})

it('without --json it is for people', async () => {
  const run = await command(['read', file('讲话2.txt', text)])
  expect(run).toMatchObject({ code: 0, err: '' })
  expect(run.out).toContain('任务句')
})

it.each([
  ['no file', () => [join(folder, 'none.txt')], 1, /没有这个文件/],
  ['empty', () => [file('空.txt', '')], 1, /./],
  ['not a document', () => [file('a.docx', Buffer.from([0, 1, 2, 3]))], 1, /./],
  ['marked secret', () => [file('密.txt', '机密★5年\n\n关于某事的通知\n\n请办理。\n')], 1, /密级/],
  ['no file named', () => [], 2, /用法/],
  ['a wrong date', () => [file('b.txt', '办好。'), '--date', '2026'], 2, /--date/],
  ['an unknown flag', () => [file('c.txt', '办好。'), '--yaml'], 2, /用法/],
] as const)('%s: one line on standard error, nothing on standard output', async (_, args, code, said) => {
  const run = await command(['read', ...args(), '--json'])
  expect(run.code).toBe(code)
  expect(run.out).toBe('')
  expect(run.err).toMatch(said)
  expect(run.err).toMatch(/[\u4e00-\u9fff]/)
  expect(run.err).not.toMatch(/ {4}at |Error:/)
})
