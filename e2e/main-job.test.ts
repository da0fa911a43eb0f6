// The whole main job through the screens of those who do it: a speech comes in, is taken apart, asked about, issued,
// signed for, reported, verified, and the speech shows it.
import type { DocumentDetail, MatterItem } from '@yipanqi/model'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { desk, type Person, phone, scene } from './browser.ts'
import { button, day, dialog, gone, read, see, seeText, today, told } from './steps.ts'
import { speech, speechTitle } from './texts.ts'

const { open, allow } = scene({ chain: true })
let office: Page
let id = 0
let now = ''
const detail = (): Promise<DocumentDetail> => read<DocumentDetail>(office, `/documents/${id}`)
async function matterOf(word: string): Promise<MatterItem> {
  const found = (await detail()).matters.find((m) => m.title.includes(word))
  if (!found) throw new Error(`没有“${word}”这一项`)
  return found
}
const draft = (word: string) => office.locator('.draft', { hasText: word })
const openDraft = async (word: string): Promise<void> => {
  const row = draft(word).first()
  if ((await row.locator('.draft-main').getAttribute('aria-expanded')) !== 'true')
    await row.locator('.draft-main').click()
  await see(row.locator('.editor-foot'))
}
const saved = (): Promise<void> => see(office.locator('.editor-saved', { hasText: /^已存$/ }))

it('财经办先定范围和声明人，才能放入正文', async () => {
  office = await open('dispatcher', desk)
  now = await today(office)
  await office.getByRole('link', { name: '上传讲话或文件' }).first().click()
  await see(office.getByRole('heading', { name: '上传讲话或文件' }))
  expect(await office.getByLabel('正文', { exact: false }).count()).toBe(0)
  expect(await office.getByLabel('声明人').inputValue()).toBe('陈岚')
  await office.getByText('内部（不公开）').click()
  await office.locator('textarea').fill(speech(now))
  await button(office, '读文件，拆出初稿').click()
  await office.waitForURL(/\/documents\/\d+$/)
  id = Number(office.url().split('/').at(-1))
  await see(office.getByRole('heading', { name: speechTitle, level: 1 }))
  await see(office.getByText(/^拟稿 \d+ 项$/))
})

it('拟稿：左右对照，键盘走动，改一项即存', async () => {
  await office.keyboard.press('j')
  await see(office.locator('.draft').nth(1).locator('.editor'))
  expect(await office.locator('.s-on').count()).toBeGreaterThan(0)
  await office.keyboard.press('k')
  await see(office.locator('.draft').nth(0).locator('.editor'))
  await office.keyboard.press('e')
  await expect.poll(() => office.evaluate('document.activeElement?.id')).toBe('edit-title')
  await office.keyboard.press('Control+a')
  await office.keyboard.type('新开工亿元以上项目18个以上')
  await office.keyboard.press('Enter')
  await saved()
  await see(draft('新开工亿元以上项目18个以上'))
  await office.keyboard.press('?')
  await see(dialog(office, '快捷键'))
  await office.keyboard.press('Escape')
  await gone(dialog(office, '快捷键'))
})

it('拟稿：一句两件事拆成两项，两件一样的并成一项', async () => {
  await openDraft('再走访一遍')
  await office.keyboard.press('s')
  const split = dialog(office, '拆分')
  await split.getByLabel('第 1 项工作任务').fill('走访停产半停产企业，建立一企一策台账')
  await split.getByLabel('第 2 项工作任务').fill('组织开展用工对接活动')
  await button(split, '拆成 2 项').click()
  await told(office, '已拆成 2 项')
  await see(draft('组织开展用工对接活动'))

  await openDraft('老旧小区改造')
  await office.keyboard.press('x')
  await openDraft('道路破损')
  await office.keyboard.press('x')
  await office.keyboard.press('m')
  const merge = dialog(office, '合并')
  await button(merge, '把 2 项并成 1 项').click()
  await told(office, '已合并')
  await gone(draft('道路破损'))
  expect((await matterOf('老旧小区改造')).sources).toHaveLength(2)
})

it('拟稿：交办过的归并，不新立', async () => {
  await openDraft('信用修复')
  await see(office.getByText('可能已经交办过'))
  await button(office, '归并到这项').first().click()
  await told(office, '已归并')
  const matter = await matterOf('信用修复')
  expect(matter.state).toBe('under-way')
  expect(matter.sources.length).toBeGreaterThan(1)
  await see(draft('信用修复').getByText('已归并，办理中'))
})

it('拟稿：未列入的一句可以列为事项，也可以撤销', async () => {
  const before = (await detail()).matters.length
  await office.locator('.refused-quote', { hasText: '高度重视' }).click()
  await see(office.locator('.sheet-note', { hasText: '未列入清单' }))
  await button(office, '列为事项').click()
  await told(office, '已列为事项')
  await expect.poll(async () => (await detail()).matters.length).toBe(before + 1)
  await openDraft('高度重视')
  await button(office, '撤销…').click()
  const withdraw = dialog(office, '撤销')
  await withdraw.getByLabel('理由').fill('属共性要求，不单独交办')
  await button(withdraw, '撤销这一项').click()
  await told(office, '已撤销')
  await expect.poll(async () => (await detail()).matters.length).toBe(before)
  await see(office.locator('.draft-refused', { hasText: '属共性要求，不单独交办' }))
})

it('拟稿：原文没写时限的，一次统一拟定', async () => {
  const undated = (await detail()).matters.filter((m) => m.state === 'drafted' && m.deadline === null)
  await button(office, `给未写时限的 ${undated.length} 项统一拟定…`).click()
  const form = dialog(office, '统一拟定时限')
  await day(form.getByLabel('完成时限', { exact: false }), `${Number(now.slice(0, 4)) + 1}-06-30`)
  await button(form, `给 ${undated.length} 项拟定时限`).click()
  await told(office, `已为 ${undated.length} 项拟定时限`)
  expect((await detail()).matters.every((m) => m.deadline !== null)).toBe(true)
})

it('核毕，发出征求意见', async () => {
  await button(office, '核毕').click()
  await button(dialog(office, '核毕'), '核毕').click()
  await told(office, '已核')
  await button(office, '征求意见').click()
  const ask = dialog(office, '征求意见')
  await see(ask.getByText(/发出后 \d+ 个牵头和配合单位会收到征求意见/))
  await button(ask, '征求意见').click()
  await told(office, '已发出征求意见')
  await see(office.getByText(/还有 \d+ 份答复没到/))
})

it('单位在一屏里答复：一项建议修改，其余一点同意', async () => {
  const head = await open('fagaiHead', desk)
  await head
    .getByRole('link', { name: new RegExp(speechTitle) })
    .first()
    .click()
  await see(head.getByRole('heading', { name: `征求意见：${speechTitle}` }))
  const card = head.locator('.answer', { hasText: '新开工亿元以上项目' })
  await button(card, '建议修改').click()
  await card.getByLabel('怎么改').fill('建议写明以统计入库为准')
  await button(card.locator('.answer-form'), '建议修改').click()
  await see(card.getByText('已答复：建议修改'))
  await button(head, /^其余 \d+ 项同意$/).click()
  await told(head, '已全部答复“同意”')
  for (const person of ['gongxinHead', 'jinrongHead', 'nongyeHead', 'zhujianHead'] satisfies Person[]) {
    const unit = await open(person, desk, `/documents/${id}`)
    await button(unit, '全部同意').click()
    await told(unit, '已全部答复“同意”')
    await seeText(unit, '均已答复')
    await unit.context().close()
  }
})

it('采纳情况表自动汇总；意见处理完才能审定', async () => {
  await see(office.getByText('答复已齐'))
  await button(office, '采纳情况表').click()
  await see(office.getByRole('region', { name: '征求意见及采纳情况表' }))
  await see(office.getByText('待处理意见 1 条'))
  await button(office, '处理').click()
  const weigh = dialog(office, '处理意见')
  await weigh.getByLabel('理由').fill('已在完成标志里写明')
  await button(weigh, '采纳').click()
  await told(office, '已记入采纳情况表')
  await button(office, '审定').click()
  await button(dialog(office, '审定'), '审定').click()
  await told(office, '已审定')
})

it('要件不齐的不能印发，列出来逐项补', async () => {
  allow(office, /409/)
  await button(office, '印发交办').click()
  const issue = dialog(office, '印发交办')
  await issue.getByLabel('发文字号').fill('青委财办〔2026〕99号')
  await button(issue, '印发交办').click()
  await see(issue.getByText(/^这 \d+ 项/))
  await issue.getByRole('button', { name: /首贷户/ }).click()
  await gone(issue)
  await see(draft('首贷户').locator('.editor'))

  const next = Number(now.slice(0, 4)) + 1
  const drafts = (await detail()).matters.filter((m) => m.state === 'signed-off')
  for (const matter of drafts) {
    await openDraft(matter.title)
    if (!matter.doneWhen) {
      const field = office.getByLabel('完成标志', { exact: true })
      await field.fill('统计入库名单和现场照片')
      await field.press('Enter')
      await saved()
    }
    if (matter.target?.masked) {
      const value = office.getByLabel('目标值', { exact: true })
      await value.fill('300')
      await value.blur()
      await saved()
    }
    if (!matter.deadline) {
      await day(office.getByLabel('完成时限', { exact: true }), `${next}-06-30`)
      await saved()
    }
  }
  await see(office.getByText('各项要件已齐'))
})

it('编文号印发，交办到单位', async () => {
  await button(office, '印发交办').click()
  const issue = dialog(office, '印发交办')
  await issue.getByLabel('发文字号').fill('青委财办〔2026〕99号')
  await button(issue, '印发交办').click()
  await told(office, '已印发交办')
  await see(office.getByText('本次讲话落实情况', { exact: false }))
  await seeText(office, '青委财办〔2026〕99号')
  expect((await detail()).matters.every((m) => m.number)).toBe(true)
})

it('联络员签收，一分钟报一次：先报数，再一点无变化', async () => {
  const matter = await matterOf('新开工亿元以上项目')
  const liaison = await open('fagaiLiaison', desk)
  await liaison
    .locator('#waiting')
    .getByRole('link', { name: /新开工亿元以上项目/ })
    .click()
  await see(liaison.getByRole('heading', { name: matter.title }))
  await button(liaison, '签收').click()
  await told(liaison, '已签收')
  await button(liaison, '报进展').click()
  const report = dialog(liaison, '报进展')
  await report.getByLabel(/（累计）/).fill('3')
  await report.getByLabel('进展', { exact: false }).first().fill('新开工 3 个，均已进场')
  await button(report, '报进展').click()
  await told(liaison, '已报进展')
  await see(liaison.locator('.step', { hasText: '新开工 3 个，均已进场' }))
  await button(liaison, '报进展').click()
  await button(dialog(liaison, '报进展'), '无变化，按上月继续').click()
  await see(liaison.locator('.step', { hasText: '本期无变化' }))
  await liaison.context().close()
})

it('主要负责人附佐证申请办结', async () => {
  const matter = await matterOf('新开工亿元以上项目')
  const head = await open('fagaiHead', desk, `/matters/${matter.id}`)
  await askToClose(head, '新开工 18 个，已全部入库')
  await see(head.locator('.m-state', { hasText: '待核查' }))
})

async function askToClose(head: Page, text: string): Promise<void> {
  await button(head, '申请办结').click()
  const form = dialog(head, '申请办结')
  await form.getByLabel(/（累计）/).fill('18')
  await form.getByLabel('办结说明', { exact: false }).fill(text)
  await form.locator('input[type=file]').setInputFiles({
    name: '入库名单.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(`入库名单 ${text}`),
  })
  await see(form.getByText('入库名单.txt'))
  await button(form, '申请办结').click()
  await told(head, '已申请办结')
}

it('督查室退回一次，补齐后核查办结', async () => {
  const matter = await matterOf('新开工亿元以上项目')
  const party = await open('party', desk)
  const card = party.locator('.verify', { hasText: matter.title })
  await see(card.getByText('入库名单.txt'))
  await button(card, '退回重办').click()
  const back = dialog(party, '退回重办')
  await back.getByLabel('退回理由', { exact: false }).fill('缺现场照片')
  await button(back, '退回重办').click()
  await told(party, '已退回重办')

  const head = await open('fagaiHead', desk, `/matters/${matter.id}`)
  await seeText(head, '退回 1 次')
  await seeText(head, '缺现场照片')
  await askToClose(head, '已补现场照片 18 张')

  await see(card)
  await button(card, '核查办结').click()
  const verify = dialog(party, '核查办结')
  await verify.getByLabel('核查结论', { exact: false }).fill('与完成标志相符')
  await button(verify, '核查办结').click()
  await told(party, '已核查办结')
})

it('讲话上这一句打勾；句子和清单互相点亮', async () => {
  const matter = await matterOf('新开工亿元以上项目')
  expect(matter.light).toBe('done')
  const sentence = office.locator('.s-done', { hasText: '新开工亿元以上项目' }).first()
  await see(sentence)
  await sentence.click()
  await see(office.locator(`#matter-${matter.id}.m-on`))
  await seeText(office, '为什么算办结')
  const other = await matterOf('会商制度')
  await office.locator(`#matter-${other.id} .m-main`).click()
  await see(office.locator('.s-on', { hasText: '会商制度' }))
  expect(await sentence.getAttribute('aria-pressed')).toBe('false')
})

it('县领导在手机上看到这份讲话和它的灯', async () => {
  const leader = await open('viceMayor', phone)
  await leader
    .getByRole('link', { name: new RegExp(speechTitle) })
    .first()
    .click()
  await see(leader.getByText('本次讲话落实情况', { exact: false }))
  await see(leader.locator('.sheet .s-done'))
  await button(leader, /^清单 \d+$/).click()
  await see(leader.locator('.m', { hasText: '新开工亿元以上项目' }))
})
