// Import on the sample county, with files that the test writes: faults mended in place, written as chosen, and told.
import type { Import } from '@yipanqi/model/libraries/import-api.ts'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { desk, phone, scene } from './browser.ts'
import { button, choose, gone, read, see, seeText, told } from './steps.ts'

const { open, allow } = scene()
const folder = mkdtempSync(join(tmpdir(), 'yipanqi-e2e-import-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, lines: readonly (readonly string[])[]): string {
  const path = join(folder, name)
  writeFileSync(path, lines.map((cells) => cells.join(',')).join('\r\n'))
  return path
}
async function take(page: Page, path: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(path)
  await page.waitForURL(/run=\d+/)
}
const cell = (page: Page, row: number, head: string): Locator =>
  page.getByRole('button', { name: new RegExp(`^改第 ${row} 行的${head}`) })
const counted = async (page: Page, library: string, name: string): Promise<number> =>
  (
    await read<{ count: { value: number } }>(
      page,
      `/libraries/${library}/count?count=exact&search=${encodeURIComponent(name)}`,
    )
  ).count.value
const runOf = async (page: Page): Promise<Import> =>
  read<Import>(page, `/libraries/enterprises/imports/${/run=(\d+)/.exec(page.url())?.[1]}`)

describe('财经办导入企业', () => {
  it('有问题的标在格子上，当场改，再全部写入；写之前台账不动', async () => {
    const page = await open('dispatcher', desk, '/libraries/enterprises/import')
    const path = file('企业.csv', [
      ['企业名称', '统一社会信用代码', '所属乡镇', '从业人员', '领导交代的话'],
      ['竹影试验一厂', '91350100M000100Y43', '麦岭镇', '120', '抓紧'],
      ['竹影试验二厂', '', '没有这个镇', '35', ''],
      ['', '', '麦岭镇', '5', ''],
    ])
    await take(page, path)
    await see(page.getByText(/不导入 1 列：领导交代的话/))
    await see(page.getByText(/有问题的 2 行要先改好/))
    expect(await button(page, '全部写入').count()).toBe(0)
    await see(page.locator('.fix-wrong', { hasText: '没有这个镇' }).locator('.fix-problem'))
    // It goes on after a reload: everything stands in the address.
    await page.reload()
    await cell(page, 3, '所属乡镇').click()
    await page.getByRole('textbox', { name: '第 3 行的所属乡镇' }).fill('麦岭镇')
    await page.keyboard.press('Enter')
    await told(page, '第 3 行没有问题了')
    await cell(page, 4, '企业名称').click()
    await page.getByRole('textbox', { name: '第 4 行的企业名称' }).fill('竹影试验三厂')
    await page.keyboard.press('Enter')
    await told(page, '第 4 行没有问题了')
    await see(page.getByText('写入后：新增 3 户。'))
    expect(await counted(page, 'enterprises', '竹影试验')).toBe(0)
    await button(page, '全部写入').click()
    await see(page.getByText('已写入'))
    expect(await counted(page, 'enterprises', '竹影试验')).toBe(3)
    const [result] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载结果文件' }).click(),
    ])
    expect(result.suggestedFilename()).toMatch(/处理结果\.xlsx$/)
    const saved = join(folder, '结果.xlsx')
    await result.saveAs(saved)
    // A zip's first two letters: an .xlsx is one.
    expect(readFileSync(saved).subarray(0, 2).toString()).toBe('PK')
  })

  it('只写没有问题的：旧值和新值并排，坏的不写', async () => {
    const page = await open('dispatcher', desk, '/libraries/enterprises/import')
    const path = file('企业改.csv', [
      ['企业名称', '统一社会信用代码', '所属乡镇', '从业人员'],
      ['竹影试验一厂', '91350100M000100Y43', '麦岭镇', '150'],
      ['竹影试验四厂', '91350100M000100Y44', '麦岭镇', '8'],
    ])
    await take(page, path)
    await see(page.locator('.fix-wrong').first())
    await button(page, /^修改 1$/).click()
    await see(page.locator('.row-change', { hasText: '120' }).locator('b', { hasText: '150' }))
    await button(page, '只写没有问题的 1 行').click()
    await see(page.getByText('有问题的 1 行没有写'))
    expect(await counted(page, 'enterprises', '竹影试验四厂')).toBe(0)
    await button(page, '再导入一份').click()
    await see(page.locator('.past-line', { hasText: '企业改.csv' }).getByText('已完成'))
  })

  it('没对上的列指定一次，下次认得；同一份表再导没有变化', async () => {
    const page = await open('dispatcher', desk, '/libraries/enterprises/import')
    const heads = ['企业名称', '统一社会信用代码', '上班的有几个']
    await take(page, file('口语.csv', [heads, ['竹影试验一厂', '91350100M000100Y43', '150']]))
    await see(page.getByText(/不导入 1 列：上班的有几个/))
    await button(page, /^列的对应/).click()
    await choose(page, 'C 列“上班的有几个”对应的栏目', '从业人员')
    await button(page, '按新的对应重新核对').click()
    await see(page.getByText('3 列都对上了'))
    await see(page.getByText('没有变化的 1 户不动，台账不会有变化'))
    await button(page, '取消这次导入').click()
    await see(page.getByText('已取消，一行也没有写进台账。'))
    await button(page, '再导入一份').click()
    await take(page, file('口语二.csv', [heads, ['竹影试验一厂', '91350100M000100Y43', '151']]))
    await see(page.getByText('3 列都对上了'))
    expect((await runOf(page)).columns[2]).toMatchObject({ field: 'staff', by: 'remembered' })
  })

  it('导出的原样导回：全部没有变化', async () => {
    const page = await open('dispatcher', desk, '/libraries/projects?q=%E4%BA%8C%E6%9C%9F')
    await see(page.locator('[data-row]'))
    const [exported] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出' }).click(),
    ])
    const path = join(folder, '导出.xlsx')
    await exported.saveAs(path)
    await page.goto('/libraries/projects/import')
    await take(page, path)
    await see(page.getByText(/没有变化的 \d+ 个不动，台账不会有变化/))
    expect(await page.locator('.run-chips', { hasText: '有问题' }).count()).toBe(0)
  })

  it('不是表格的，说明白为什么', async () => {
    const page = await open('dispatcher', desk, '/libraries/enterprises/import')
    allow(page, /4\d\d/)
    const path = join(folder, '假的.xlsx')
    // A program of Windows under another name.
    writeFileSync(path, Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff, 0, 0]))
    await page.locator('input[type=file]').setInputFiles(path)
    await see(page.locator('.note-error'))
  })

  it('模板下得来', async () => {
    const page = await open('dispatcher', desk, '/libraries/enterprises/import')
    const [template] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载模板' }).click(),
    ])
    expect(template.suggestedFilename()).toContain('模板')
  })
})

describe('手机与权限', () => {
  it('手机上也能传、能改', async () => {
    const page = await open('dispatcher', phone, '/libraries/enterprises/import')
    await take(
      page,
      file('手机.csv', [
        ['企业名称', '所属乡镇'],
        ['竹影试验五厂', '没有这个镇'],
      ]),
    )
    await see(page.locator('.row-card', { hasText: '竹影试验五厂' }))
    await cell(page, 2, '所属乡镇').click()
    await page.getByRole('textbox', { name: '第 2 行的所属乡镇' }).fill('麦岭镇')
    await page.keyboard.press('Enter')
    await told(page, '第 2 行没有问题了')
    await button(page, '取消这次导入').click()
    await gone(button(page, '取消这次导入'))
  })

  it('县领导没有导入，走地址也不行', async () => {
    const page = await open('viceMayor', desk, '/libraries/enterprises')
    await see(page.locator('[data-row]'))
    expect(await page.getByRole('link', { name: '导入', exact: true }).count()).toBe(0)
    allow(page, /403/)
    await page.goto('/libraries/enterprises/import')
    await seeText(page, /不能|没有权限|由谁|可以办理/)
  })
})
