// Stages of a ledger on the sample county: board, the gate with what lacks, funnel, map.
import type { Board, Gates, MapAnswer } from '@yipanqi/model/libraries/records-api.ts'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { desk, phone, scene } from './browser.ts'
import { button, day, gone, read, see, seeText, today, told } from './steps.ts'

const { open } = scene()

const board = (page: Page): Promise<Board> => read<Board>(page, '/libraries/projects/board?limit=5')
const countOf = (b: Board, stage: string): number => b.columns.find((c) => c.stage === stage)?.count ?? Number.NaN
const column = (page: Page, stage: string): Locator => page.locator(`[data-column="${stage}"]`)
const gate = (page: Page): Locator => page.getByRole('dialog', { name: /^转阶段/ })
const openBoard = async (page: Page): Promise<void> => {
  await page.goto('/libraries/projects?tab=board')
  await see(page.locator('.board-card'))
}

/** Promises each missing condition the same; the second begins with what was said of the first. */
async function promiseAll(form: Locator, due: string): Promise<number> {
  const open = form.locator('.gate-open')
  const n = await open.count()
  for (let i = 0; i < n; i += 1) {
    const one = open.nth(i)
    await one.getByText('先容缺', { exact: true }).click()
    if (i > 0) continue
    await one.getByPlaceholder(/^依据/).fill('县政府专题会议纪要第 3 期')
    await one.getByPlaceholder('承诺人').fill('李四')
    await day(one.getByPlaceholder('补齐日期'), due)
  }
  return n
}

describe('看板', () => {
  it('拖到下一阶段：缺件要写依据、承诺人、补齐日期，写了才走，记在名下', async () => {
    const page = await open('dispatcher', desk)
    await openBoard(page)
    const before = await board(page)
    const card = before.columns.find((c) => c.stage === 'planned')?.cards[0]
    if (!card) throw new Error('没有谋划项目')
    await page
      .locator('.board-card', { has: page.locator(`[data-card="${card.id}"]`) })
      .dragTo(column(page, 'reserve').locator('.board-head'))
    const form = gate(page)
    await see(form.getByText(/^还缺 \d+ 件/))
    expect(await form.getByRole('radio', { name: /^储备/ }).isChecked()).toBe(true)
    // Where a condition comes from is told, also of those that are met.
    await see(form.locator('.gate-met .gate-source'))
    await button(form, /^转到/).click()
    await see(form.getByText('请选一项'))
    const owed = await promiseAll(form, `${Number((await today(page)).slice(0, 4)) + 1}-03-31`)
    await see(form.getByText(`带着 ${owed} 件缺件往前走`))
    await button(form, /^转到/).click()
    await told(page, '已转到“储备”')
    await gone(form)
    await expect.poll(async () => countOf(await board(page), 'reserve')).toBe(countOf(before, 'reserve') + 1)
    const gates = await read<Gates>(page, `/libraries/projects/records/${card.id}/gates`)
    expect(gates.stage).toBe('reserve')
    const papers = gates.here.filter((c) => !c.holds)
    expect(papers).toHaveLength(owed)
    expect(papers[0]?.paper).toMatchObject({ state: 'missing', promisedBy: '李四', basis: '县政府专题会议纪要第 3 期' })
  })

  it('不用鼠标：方向键走到卡片，M 转阶段；有的写文号，退出要原因和批准人', async () => {
    const page = await open('dispatcher', desk)
    await openBoard(page)
    await column(page, 'planned').locator('[data-card]').first().focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    const id = Number(await page.evaluate('document.activeElement.dataset.card'))
    expect(await column(page, 'reserve').locator(`[data-card="${id}"]`).count()).toBe(1)
    await page.keyboard.press('m')
    const form = gate(page)
    await see(form.getByText(/^现在：储备/))
    await form.getByText('停缓建', { exact: true }).click()
    await button(form, /^转到/).click()
    await see(form.getByText('请写明原因'))
    await see(form.getByText('请写批准人'))
    await form.getByLabel(/^批准人/).fill('常务副县长')
    await form.getByLabel(/^原因/).fill('选址调整，暂缓一年')
    await button(form, /^转到/).click()
    await told(page, '已转到“停缓建”')
    const gates = await read<Gates>(page, `/libraries/projects/records/${id}/gates`)
    expect(gates.stage).toBe('suspended')
    expect(gates.steps.at(-1)).toMatchObject({ reason: '选址调整，暂缓一年', approver: '常务副县长' })
  })

  it('一列到底接着取，每条只见一次', async () => {
    const page = await open('dispatcher', desk)
    await openBoard(page)
    const whole = countOf(await board(page), 'building')
    const cards = column(page, 'building').locator('[data-card]')
    await expect
      .poll(
        async () => {
          await cards.last().scrollIntoViewIfNeeded()
          return cards.count()
        },
        { timeout: 30_000 },
      )
      .toBe(whole)
    const ids = await cards.evaluateAll((all) => all.map((one) => one.getAttribute('data-card')))
    expect(new Set(ids).size).toBe(whole)
  })

  it('手机上一次看一个阶段；县领导只看不转', async () => {
    const page = await open('viceMayor', phone, '/libraries/projects?tab=board')
    await page.getByRole('button', { name: /^在建/ }).click()
    await see(page.locator('.board-card'))
    expect(await page.locator('.board-move').count()).toBe(0)
    await page.locator('[data-card]').first().click()
    await see(page.locator('.stage-now'))
  })
})

describe('漏斗', () => {
  it('先用话说卡在哪，再点到卡着的项目，再到列表', async () => {
    const page = await open('viceMayor', desk, '/libraries/projects?tab=funnel')
    await see(page.locator('.funnel-said', { hasText: '停滞最多的是' }))
    await page.getByRole('row', { name: /^前期/ }).getByRole('button').first().click()
    await see(page.getByRole('heading', { name: /^停滞在“前期”/ }))
    await page.getByRole('link', { name: /^在列表里看“前期”/ }).click()
    await see(button(page, '阶段 是 前期'))
    const { count } = await read<{ count: { value: number } }>(
      page,
      `/libraries/projects/count?filter=${encodeURIComponent('{"field":"stage","is":"in","value":["preparing"]}')}`,
    )
    await see(page.locator('.lib-head [role=status]', { hasText: String(count.value) }))
  })
})

describe('地图', () => {
  it('不连外网；条件也管地图；放大到能点名，打开一条', async () => {
    const page = await open('dispatcher', desk, null)
    const foreign: string[] = []
    page.on('request', (request) => {
      const url = new URL(request.url())
      if (/^https?:$/.test(url.protocol) && url.hostname !== '127.0.0.1') foreign.push(request.url())
    })
    await page.goto('/libraries/projects?tab=map')
    const total = page.locator('.around .count')
    await expect.poll(() => total.innerText()).toMatch(/^\d+ 个$/)
    const whole = Number.parseInt(await total.innerText(), 10)
    const all = await read<MapAnswer>(page, '/libraries/projects/map?west=100&south=20&east=125&north=45&zoom=4')
    expect(whole).toBe(all.total)
    await page.getByPlaceholder(/拼音首字母/).fill('二期')
    await page.keyboard.press('Enter')
    await expect.poll(async () => Number.parseInt(await total.innerText(), 10)).toBeLessThan(whole)
    const line = page.locator('.around-line').first()
    await see(line)
    const title = await line.locator('.grow').innerText()
    await line.click()
    const card = page.locator('.map-card')
    await see(card.getByText(title))
    await button(card, '打开').click()
    await see(page.locator('.ant-drawer .record'))
    expect(foreign).toEqual([])
  })

  it('键盘能移能放，乡镇只看到自己的', async () => {
    const page = await open('townshipLiaison', phone, '/libraries/projects?tab=map')
    const total = page.locator('.around .count')
    await expect.poll(() => total.innerText()).toMatch(/^\d+ 个$/)
    const own = Number.parseInt(await total.innerText(), 10)
    const all = await read<MapAnswer>(page, '/libraries/projects/map?west=100&south=20&east=125&north=45&zoom=4')
    expect(own).toBe(all.total)
    await page.locator('.map-ground').focus()
    for (let i = 0; i < 6; i += 1) await page.keyboard.press('ArrowUp')
    await button(page, '全县').click()
    await expect.poll(async () => Number.parseInt(await total.innerText(), 10)).toBe(own)
    await seeText(page, '乡镇轮廓为自绘示意')
  })
})
