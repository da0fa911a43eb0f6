// 核: every decision of the reader is asked about where it stands, and changed with one key or one tap.
import type { DocumentDetail, Reasons } from '@yipanqi/model'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Locator, Page } from 'playwright-core'
import { expect, inject, it } from 'vitest'
import { desk, phone, scene } from './browser.ts'
import { settled } from './pages.ts'
import { button, choose, dialog, gone, read, see, told } from './steps.ts'
import { notice, noticeTitle } from './texts.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const { open } = scene({ chain: true })
let office: Page
let id = 0
const detail = (): Promise<DocumentDetail> => read<DocumentDetail>(office, `/documents/${id}`)
const draft = (page: Page, word: string) => page.locator('.draft', { hasText: word }).first()
const openDraft = async (page: Page, word: string): Promise<void> => {
  const main = draft(page, word).locator('.draft-main')
  if ((await main.getAttribute('aria-expanded')) !== 'true') await main.click()
  await see(draft(page, word).locator('.editor-foot'))
  await see(draft(page, word).getByText('重点事项（销号须牵头县领导同意）'))
}
const sentence = async (words: string) => {
  const document = await detail()
  return document.sentences.find((s) => document.text.slice(s.start, s.end).includes(words))
}

/** The words that are lit up on the paper, in the order of the text. */
const lit = (page: Page): Promise<string[]> =>
  page.evaluate(
    `[...(CSS.highlights.get('spoke') ?? [])].map((r) => r.startContainer.data.slice(r.startOffset, r.endOffset))`,
  )
/** Opens one reason, answers which words it lights, and shuts it. */
async function wordsOf(page: Page, editor: Locator, field: string): Promise<string[]> {
  const asked = button(editor, `依据：${field}`)
  await asked.click()
  await see(editor.locator('.reason-block'))
  await expect.poll(() => asked.getAttribute('aria-expanded')).toBe('true')
  await page.waitForTimeout(100)
  const words = await lit(page)
  await asked.click()
  await gone(editor.locator('.reason-block'))
  await expect.poll(() => lit(page)).toEqual([])
  return words
}

async function clean(page: Page, name: string): Promise<void> {
  await settled(page)
  if (process.env['PICTURES'])
    await page.screenshot({ path: `${inject('stage').pictures}/review-${name}.png`, fullPage: true })
  await page.evaluate(axe)
  const serious = await page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical').map((v) => v.id + ' ' + v.nodes[0].html))`)
  expect(serious, name).toEqual([])
  const beside = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
  expect(beside, `${name}：横向滚动的像素`).toBeLessThanOrEqual(0)
}

it('问依据：为什么是这个单位、这一天、这个数、一项还是几项', async () => {
  office = await open('dispatcher', desk, '/documents/new', { bypassCSP: true })
  await office.getByText('内部（不公开）').click()
  await office.locator('textarea').fill(notice())
  await button(office, '读文件，拆出初稿').click()
  await office.waitForURL(/\/documents\/\d+$/)
  id = Number(office.url().split('/').at(-1))
  await see(office.getByRole('heading', { name: noticeTitle, level: 1 }))
  await openDraft(office, '物流骨干企业')
  await office.keyboard.press('w')
  const editor = draft(office, '物流骨干企业').locator('.editor')
  await see(editor.getByText(/这一句是\s*任务句|这一句是\s*目标句/))
  await see(editor.getByText(/一项还是几项：/))
  await see(editor.getByText(/把握 \d+%，因为有“/))
  await see(editor.getByText('原文没有写时限，由财经办拟定。'))
  await see(editor.locator('.reason-parts', { hasText: '不少于' }).getByText('5 家'))
  await clean(office, 'why-1440')
  await office.keyboard.press('w')
  await gone(editor.locator('.reason-parts'))
  await button(editor, '依据：牵头单位').click()
  await see(editor.getByText(/把握 \d+%，因为有“/))
  // While somebody types, the keys are letters.
  await office.keyboard.press('e')
  await expect.poll(() => office.evaluate('document.activeElement?.id')).toBe('edit-title')
  await office.keyboard.type('wb')
  await office.keyboard.press('Escape')
  await gone(editor.locator('.reason-parts'))
  expect((await sentence('骨干企业'))?.was).toBeUndefined()
})

it('依据点开，原文里是哪几个字亮起来；收起就灭', async () => {
  await office.locator('.stepbar-title').click()
  await openDraft(office, '物流骨干企业')
  const editor = draft(office, '物流骨干企业').locator('.editor')
  expect((await wordsOf(office, editor, '目标')).join('')).toContain('5家以上')
  expect((await wordsOf(office, editor, '牵头单位')).join('')).toMatch(/物流|企业/)
  const task = await wordsOf(office, editor, '工作任务')
  expect(task.join('')).toContain('培育物流骨干企业')
  const { text } = await detail()
  const spoke = (await sentence('骨干企业'))?.words ?? []
  expect(spoke.length).toBeGreaterThan(0)
  for (const { start, end } of spoke) expect(task).toContain(text.slice(start, end))
  for (const field of ['事项类别', '力争方向', '完成标志']) {
    for (const words of await wordsOf(office, editor, field)) expect(notice()).toContain(words)
  }
  await openDraft(office, '分拨中心')
  const centre = draft(office, '分拨中心').locator('.editor')
  expect((await wordsOf(office, centre, '完成时限')).join('')).toContain('2027年12月底前')
  expect((await wordsOf(office, centre, '牵头单位')).join('')).toContain('省发展改革委')
  await office.keyboard.press('w')
  await see(centre.getByText(/^写法：/))
  await clean(office, 'lit-1440')
  await office.keyboard.press('w')
  await expect.poll(() => lit(office)).toEqual([])
})

it('G 到目标，没有的加一个；Esc 离开，改了一半的不存', async () => {
  await openDraft(office, '物流骨干企业')
  await office.locator('.stepbar-title').click()
  await office.keyboard.press('g')
  await expect.poll(() => office.evaluate('document.activeElement?.id')).toBe('edit-target')
  const name = office.getByLabel('指标名称')
  const before = await name.inputValue()
  await office.keyboard.press('End')
  await office.keyboard.type('改一半')
  await office.keyboard.press('Escape')
  await expect.poll(() => name.inputValue()).toBe(before)
  await openDraft(office, '物流专线方案')
  await office.locator('.stepbar-title').click()
  await office.keyboard.press('g')
  await expect.poll(() => office.evaluate('document.activeElement?.getAttribute("aria-label")')).toBe('指标名称')
  await office.keyboard.press('Escape')
  await see(draft(office, '物流专线方案').getByRole('button', { name: '加目标' }))
  // And the single keys are keys again.
  await office.keyboard.press('w')
  await see(draft(office, '物流专线方案').locator('.reason-block'))
  await office.keyboard.press('w')
})

it('换单位：数字键取候选', async () => {
  await office.locator('h1').first().click()
  await openDraft(office, '物流骨干企业')
  const first = draft(office, '物流骨干企业').locator('.candidate').first()
  await see(first)
  await choose(office, '牵头单位', '商务局')
  await expect.poll(() => first.getAttribute('aria-pressed')).toBe('false')
  await office.locator('.stepbar-title').click()
  await office.keyboard.press('1')
  await expect.poll(() => first.getAttribute('aria-pressed')).toBe('true')
})

it('改性质：一个键撤下拟稿，一个键列回来', async () => {
  await openDraft(office, '物流骨干企业')
  await office.locator('.stepbar-title').click()
  await office.keyboard.press('b')
  await told(office, '已改为背景，撤下拟稿 1 项')
  await gone(draft(office, '物流骨干企业'))
  const note = office.locator('.sheet-note')
  await see(note.getByText('财经办改为“背景”'))
  await clean(office, 'role-1440')
  await office.keyboard.press('r')
  await told(office, '已列为事项')
  await see(draft(office, '物流骨干企业'))
  await office.locator('.sheet .s', { hasText: '货运量' }).click()
  await see(note.getByText(/这一句是\s*成效/))
  await office.keyboard.press('y')
  await told(office, '已改为共性要求')
  await see(office.locator('.draft-refused', { hasText: '货运量' }))
  const { coverage } = await detail()
  expect(coverage.covered + coverage.refused).toBe(coverage.obligations)
})

it('拟定的时限：节假日安排未公布', async () => {
  await openDraft(office, '物流专线方案')
  const editor = draft(office, '物流专线方案').locator('.editor')
  await see(editor.getByText('拟定：节假日安排未公布', { exact: true }))
  await button(editor, '依据：完成时限').click()
  await see(editor.getByText(/数工作日.*先按周一至周五推算/))
  await see(draft(office, '物流专线方案').locator('.proposed', { hasText: '月' }))
  await clean(office, 'day-1440')
})

it('未识别单位：上级单位对口到本县，不认得的记为别名', async () => {
  const list = office.getByRole('region', { name: '未识别单位' })
  await see(list.getByText('在本县对口的是', { exact: false }))
  await clean(office, 'unknown-1440')
  await button(list.locator('.unknown-row', { hasText: '省发展改革委' }), '对应').click()
  await told(office, '已对应')
  await gone(list.getByText('省发展改革委', { exact: true }))
  expect((await detail()).matters.find((m) => m.title.includes('分拨中心'))?.lead?.name).toContain('发展和改革局')
  await choose(office, '县通达站对应', '商务局')
  await button(list, '对应').click()
  await told(office, '别名已记下')
  await gone(list)
  expect((await read<Reasons>(office, `/documents/${id}/reasons`)).unknownUnits.map((u) => u.name)).toEqual([
    '省发展改革委',
  ])
})

it('确认：拟定的都认可，到下一项', async () => {
  const before = (await detail()).matters.filter((m) => m.provisional.length > 0).length
  await openDraft(office, '物流专线方案')
  await office.locator('.stepbar-title').click()
  await office.keyboard.press('v')
  await expect
    .poll(async () => (await detail()).matters.filter((m) => m.provisional.length > 0).length)
    .toBe(before - 1)
  await office.keyboard.press('?')
  const help = dialog(office, '快捷键')
  await see(help.getByText('改目标，没有的加一个'))
  await see(help.getByText('看依据：为什么这样读'))
  await see(help.getByText('这一句是共性要求'))
  await clean(office, 'keys-1440')
  await office.keyboard.press('Escape')
})

it('手机上一样：点“依据”，点性质', async () => {
  const page = await open('dispatcher', phone, `/documents/${id}`, { bypassCSP: true })
  await openDraft(page, '物流骨干企业')
  const editor = draft(page, '物流骨干企业').locator('.editor')
  await button(editor, '依据：工作任务').tap()
  await see(editor.locator('.role-bar'))
  await clean(page, 'why-375')
  await button(editor, /^共性要求/).tap()
  await told(page, '已改为共性要求，撤下拟稿 1 项')
  await gone(draft(page, '物流骨干企业'))
  await page
    .locator('.sheet-note')
    .getByRole('button', { name: /^任务句/ })
    .tap()
  await told(page, '已列为事项')
  await see(draft(page, '物流骨干企业'))
  await clean(page, 'phone-375')
  await page.context().close()
})

it('手机上看原文：一点过去，一点回来，拟稿还开着', async () => {
  const page = await open('dispatcher', phone, `/documents/${id}`, { bypassCSP: true })
  await openDraft(page, '物流骨干企业')
  const editor = draft(page, '物流骨干企业').locator('.editor')
  const top = (): Promise<number> => editor.evaluate((e) => Math.round(e.getBoundingClientRect().top))
  await button(editor, '看原文').scrollIntoViewIfNeeded()
  const stood = await top()
  await button(editor, '看原文').tap()
  const words = page.locator('.sheet .s-on', { hasText: '骨干企业' }).first()
  const inSight = (): Promise<boolean> =>
    words.evaluate((e) => {
      const { top: from, bottom } = e.getBoundingClientRect()
      return from >= 0 && bottom <= e.ownerDocument.documentElement.clientHeight
    })
  await expect.poll(inSight).toBe(true)
  const back = page.getByRole('button', { name: '回到拟稿' })
  await see(back)
  await clean(page, 'look-375')
  await back.tap()
  await gone(back)
  await expect.poll(async () => Math.abs((await top()) - stood)).toBeLessThan(3)
  await see(button(editor, '看原文'))
})
