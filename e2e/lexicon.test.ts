// 纠正词库: the office moves a lead unit; the next document is read so, and says why; the lesson is withdrawn and restored.
import type { Page } from 'playwright-core'
import { expect, inject, it } from 'vitest'
import { desk, phone, scene } from './browser.ts'
import { button, dialog, gone, read, see, seeText, told } from './steps.ts'

const { open } = scene({ chain: true })
let office: Page

interface Draft {
  readonly id: number
  readonly title: string
  readonly version: number
  readonly candidates: readonly {
    readonly why: readonly string[]
    readonly unitRef: { readonly short: string } | null
  }[]
  readonly lead: { readonly short: string } | null
}

async function upload(page: Page, title: string, text: string): Promise<number> {
  const made = await page.request.post('/api/v1/documents', {
    data: { title, text, date: '2026-05-12', scope: 'internal', declarer: '陈岚' },
    headers: { Origin: new URL(page.url()).origin },
  })
  expect(made.status()).toBe(201)
  return ((await made.json()) as { id: number }).id
}
async function draftOf(page: Page, document: number): Promise<Draft> {
  const { matters } = await read<{ matters: { id: number }[] }>(page, `/documents/${document}`)
  return read<Draft>(page, `/matters/${matters[0]?.id}`)
}

it('核稿时改了牵头单位，词库里就有一条', async () => {
  office = await open('dispatcher', desk, '/documents')
  const document = await upload(office, '低空产业专题会纪要', '一、发展新产业\n要建设低空经济起降场3处，年底前投用。\n')
  await office.goto(`/documents/${document}`)
  const lead = office.getByRole('combobox', { name: '牵头单位' })
  await lead.click()
  await lead.fill('住房和城乡建设')
  await office.locator('.ant-select-item-option:visible', { hasText: '住房和城乡建设' }).first().click()
  await expect.poll(async () => (await draftOf(office, document)).lead?.short).toMatch(/住建/)
  await office.goto('/documents')
  await office.getByRole('link', { name: '纠正词库' }).click()
  const row = office.locator('.lesson', { hasText: '低空经济起降场' })
  await see(row.first())
  await see(row.getByText('改牵头单位'))
  await see(row.getByRole('link', { name: '低空产业专题会纪要' }))
})

it('下一份文件照改过的来，写明出处', async () => {
  const next = await upload(office, '重点工作部署会纪要', '一、重点工作\n要加快低空经济起降场选址，6月底前开工2处。\n')
  const draft = await draftOf(office, next)
  expect(draft.lead?.short).toMatch(/住建/)
  await office.goto(`/documents/${next}`)
  await see(office.getByText(/本县纠正词库：\d{4}年\d{1,2}月/).first())
})

it('登记别名；查词、撤回要写原因、恢复', async () => {
  await office.goto('/lexicon')
  await button(office, '登记单位别名').click()
  const form = dialog(office, '登记单位别名')
  await form.getByLabel(/^文件里的叫法/).fill('县数智专班')
  const unit = form.getByRole('combobox', { name: '指哪个单位' })
  await unit.click()
  await unit.fill('工信')
  await office.locator('.ant-select-item-option:visible').first().click()
  await button(form, '登记').click()
  await told(office, '已登记，下一份文件起用')
  await gone(form)
  const find = office.getByRole('searchbox', { name: '查词、单位、原句或文件' })
  await find.fill('起降场')
  await find.press('Enter')
  await seeText(office, '共 1 条')
  await office.getByRole('button', { name: /^撤回：/ }).click()
  const withdraw = dialog(office, '撤回这条纠正')
  await withdraw.getByLabel(/^为什么撤回/).fill('职责已调整')
  await button(withdraw, '撤回').click()
  await told(office, '已撤回')
  await see(office.locator('.lesson-gone').getByText(/职责已调整/))
  const plain = await draftOf(office, await upload(office, '再一份纪要', '一、工作\n要建设低空经济起降场3处。\n'))
  expect(JSON.stringify(plain.candidates)).not.toContain('纠正词库')
  await office.getByRole('button', { name: /^恢复：/ }).click()
  await button(dialog(office, '恢复这条纠正'), '恢复').click()
  await told(office, '已恢复')
})

it('手机上看得全；别的岗位看不到', async () => {
  const small = await open('dispatcher', phone, '/lexicon')
  await see(small.locator('.lesson').first())
  await small.screenshot({ path: `${inject('stage').pictures}/lexicon-phone.png` })
  await office.goto('/lexicon')
  await see(office.locator('.lesson').first())
  await office.screenshot({ path: `${inject('stage').pictures}/lexicon-desk.png` })
  const party = await open('party', desk, '/documents')
  await see(party.getByRole('link', { name: '文件对比' }))
  expect(await party.getByRole('link', { name: '纠正词库' }).count()).toBe(0)
})
