// Every page of every role at both sizes: what the checks that concern all of them walk over.
import type { Page } from 'playwright-core'
import type { Person } from './browser.ts'
import { read } from './steps.ts'

export interface Place {
  readonly who: Person | null
  readonly name: string
  /** Brings the page to where it is looked at. */
  readonly go: (page: Page) => Promise<void>
}

const to =
  (path: string) =>
  async (page: Page): Promise<void> => {
    await page.goto(path)
  }

async function document(page: Page, state: string): Promise<number> {
  const { items } = await read<{ items: { id: number }[] }>(page, `/documents?state=${state}&limit=5`)
  if (!items[0]) throw new Error(`没有 ${state} 的文件`)
  return items[0].id
}
async function matter(page: Page, query: string): Promise<number> {
  const { items } = await read<{ items: { id: number }[] }>(page, `/matters?${query}&limit=1`)
  if (!items[0]) throw new Error(`没有符合 ${query} 的事项`)
  return items[0].id
}
async function record(page: Page, library: string): Promise<number> {
  const { items } = await read<{ items: { id: number }[] }>(page, `/libraries/${library}/records?sort=name&limit=1`)
  if (!items[0]) throw new Error(`${library} 里没有记录`)
  return items[0].id
}
const listed =
  (path: string, what: string) =>
  async (page: Page): Promise<void> => {
    await page.goto(path)
    await page.locator(what).first().waitFor()
  }
const living = async (page: Page): Promise<void> => {
  await page.goto(`/documents/${await document(page, 'issued')}`)
  await page.locator('.sheet').waitFor()
}
const consulting = async (page: Page): Promise<void> => {
  await page.goto(`/documents/${await document(page, 'consulting')}`)
  await page.locator('h1').first().waitFor()
}

const codes = async (page: Page): Promise<void> => {
  await listed('/code-tables', 'details, summary, .code-table, h2')(page)
  await page.getByText('看代码').first().click()
}

export const places: readonly Place[] = [
  { who: null, name: '登录', go: to('/login') },
  { who: null, name: '首次设密码', go: to('/first-password') },
  { who: 'dispatcher', name: '首页', go: to('/') },
  { who: 'dispatcher', name: '文件', go: to('/documents') },
  {
    who: 'dispatcher',
    name: '上传',
    go: async (page) => {
      await page.goto('/documents/new')
      await page.getByText('内部（不公开）').click()
    },
  },
  { who: 'dispatcher', name: '采纳情况表', go: consulting },
  {
    who: 'dispatcher',
    name: '拟稿',
    go: async (page) => {
      await consulting(page)
      await page.getByRole('button', { name: /^拟稿 \d+ 项$/ }).click()
      await page.locator('.editor-foot').first().waitFor()
    },
  },
  {
    who: 'dispatcher',
    name: '活文件',
    go: async (page) => {
      await living(page)
      const list = page.getByRole('button', { name: /^清单 \d+$/ })
      if (await list.isVisible()) await list.click()
      await page.locator('.m-main').first().click()
      await page.locator('.verdict').first().waitFor()
    },
  },
  { who: 'dispatcher', name: '清单', go: to('/matters') },
  {
    who: 'dispatcher',
    name: '文件对比',
    go: async (page) => {
      const { items } = await read<{ items: { id: number }[] }>(page, '/documents?state=issued&limit=5')
      await page.goto(`/documents/compare?a=${items[0]?.id}&b=${items[1]?.id}`)
      await page.locator('.compare-pair').first().waitFor()
    },
  },
  {
    who: 'dispatcher',
    name: '纠正词库',
    go: async (page) => {
      await page.goto('/lexicon')
      await page.getByRole('button', { name: '登记单位别名' }).waitFor()
    },
  },
  {
    who: 'dispatcher',
    name: '事项',
    go: async (page) => {
      await page.goto(`/matters/${await matter(page, 'light=yellow')}`)
      await page.getByRole('button', { name: '看算式' }).click()
    },
  },
  {
    who: 'dispatcher',
    name: '抽屉',
    go: async (page) => {
      await page.goto(`/matters?matter=${await matter(page, 'light=red')}`)
      await page.locator('.ant-drawer .panel').waitFor()
    },
  },
  {
    who: 'dispatcher',
    name: '查找',
    go: async (page) => {
      await page.goto('/')
      await page
        .getByRole('button', { name: /^(找事项|查找)/ })
        .filter({ visible: true })
        .click()
      await page.getByLabel('查找事项和文件').fill('项目')
      await page.locator('.palette-hit').nth(2).waitFor()
    },
  },
  { who: 'dispatcher', name: '台账', go: listed('/libraries', '.libraries-line') },
  { who: 'dispatcher', name: '项目库', go: listed('/libraries/projects?sort=name', '[data-row]') },
  {
    who: 'dispatcher',
    name: '筛选',
    go: async (page) => {
      await listed('/libraries/projects?filter={"field":"total","is":"from","value":10000000000}', '[data-row]')(page)
      await page.getByRole('button', { name: '总投资 ≥ 10,000 万元' }).click()
      await page.locator('.part-editor').waitFor()
    },
  },
  { who: 'dispatcher', name: '小计', go: listed('/libraries/projects?by=stage', '.lib-groups') },
  {
    who: 'dispatcher',
    name: '记录',
    go: async (page) => {
      await page.goto(`/libraries/projects/${await record(page, 'projects')}`)
      await page.locator('.changes').waitFor()
    },
  },
  {
    who: 'dispatcher',
    name: '记录抽屉',
    go: async (page) => {
      await page.goto(`/libraries/enterprises?record=${await record(page, 'enterprises')}`)
      await page.locator('.ant-drawer .changes').waitFor()
    },
  },
  {
    who: 'dispatcher',
    name: '修改记录',
    go: async (page) => {
      await page.goto(`/libraries/projects/${await record(page, 'projects')}`)
      await page.getByRole('button', { name: '修改', exact: true }).click()
      await page.locator('.record-foot').waitFor()
    },
  },
  { who: 'dispatcher', name: '看板', go: listed('/libraries/projects?tab=board', '.board-card') },
  {
    who: 'dispatcher',
    name: '转阶段',
    go: async (page) => {
      await listed('/libraries/projects?tab=board', '.board-card')(page)
      await page.locator('[data-card]').first().focus()
      await page.locator('.board-move').first().click()
      await page.getByText(/^还缺 \d+ 件/).waitFor()
      await page.getByText('先容缺', { exact: true }).first().click()
    },
  },
  { who: 'dispatcher', name: '漏斗', go: listed('/libraries/projects?tab=funnel', '.funnel-table') },
  { who: 'dispatcher', name: '地图', go: listed('/libraries/projects?tab=map', '.around') },
  { who: 'dispatcher', name: '自建台账', go: to('/own-libraries') },
  { who: 'dispatcher', name: '新建台账', go: listed('/own-libraries/new', '.own-designer') },
  { who: 'dispatcher', name: '导入', go: listed('/libraries/enterprises/import', '.import-choose') },
  {
    who: 'dispatcher',
    name: '导入核对',
    go: async (page) => {
      await page.goto('/libraries/enterprises/import')
      const csv = '企业名称,所属乡镇,说明\r\n核对样例一厂,没有这个镇,甲\r\n核对样例二厂,麦岭镇,乙'
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: '核对.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
      await page.locator('.fix-wrong').first().waitFor()
      await page.getByRole('button', { name: /^列的对应/ }).click()
    },
  },
  { who: 'dispatcher', name: '新增企业', go: listed('/libraries/enterprises/new', '.record-form') },
  { who: 'dispatcher', name: '事项台账', go: listed('/libraries/matters', '[data-row]') },
  { who: 'dispatcher', name: '代码表', go: codes },
  { who: 'dispatcher', name: '县领导分工', go: listed('/leaders', '.leader-line') },
  { who: 'fagaiHead', name: '首页', go: to('/') },
  { who: 'fagaiHead', name: '答复', go: consulting },
  {
    who: 'gongxinLiaison',
    name: '报进展',
    go: async (page) => {
      const { unit } = await read<{ unit: { id: number } }>(page, '/me')
      const { items } = await read<{ items: { id: number; lead: { id: number } }[] }>(
        page,
        `/matters?unit=${unit.id}&state=under-way&limit=50`,
      )
      await page.goto(`/matters/${items.find((m) => m.lead.id === unit.id)?.id}`)
      await page.getByRole('button', { name: '报进展' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  { who: 'gongxinLiaison', name: '首页', go: to('/') },
  { who: 'townshipLiaison', name: '首页', go: to('/') },
  { who: 'townshipLiaison', name: '台账', go: listed('/libraries', '.libraries-line') },
  { who: 'townshipLiaison', name: '代码表', go: codes },
  { who: 'townshipLiaison', name: '企业库', go: listed('/libraries/enterprises', '[data-row]') },
  { who: 'government', name: '首页', go: to('/') },
  { who: 'viceMayor', name: '首页', go: to('/') },
  { who: 'viceMayor', name: '活文件', go: living },
  { who: 'assessor', name: '首页', go: to('/') },
  { who: null, name: '绑定两步验证', go: to('/second-factor') },
  { who: 'admin', name: '首页', go: to('/') },
  { who: 'admin', name: '单位', go: to('/admin/units') },
  {
    who: 'admin',
    name: '单位沿革',
    go: async (page) => {
      await page.goto('/admin/units')
      await page.getByRole('button', { name: /^青禾县发展和改革局/ }).click()
      await page.getByRole('heading', { name: '沿革' }).waitFor()
    },
  },
  {
    who: 'admin',
    name: '拆分',
    go: async (page) => {
      await page.goto('/admin/units')
      await page.getByRole('button', { name: /^青禾县发展和改革局/ }).click()
      await page.getByRole('button', { name: '拆分', exact: true }).click()
      await page.getByText('第 2 个承接单位').waitFor()
    },
  },
  { who: 'admin', name: '账号', go: to('/admin/accounts') },
  {
    who: 'admin',
    name: '离岗',
    go: async (page) => {
      await page.goto('/admin/accounts?text=chenlan')
      await page.getByRole('button', { name: /chenlan/ }).click()
      await page.getByRole('button', { name: '离岗', exact: true }).click()
      await page.getByRole('heading', { name: '不动' }).waitFor()
    },
  },
  { who: 'admin', name: '取设置码', go: listed('/admin/accounts/batch', '.card, .empty') },
  { who: 'admin', name: '导入单位', go: listed('/libraries/units/import', '.import-choose') },
  { who: 'admin', name: '代码表', go: codes },
  { who: 'admin', name: '改密码', go: to('/password') },
  { who: 'security', name: '首页', go: to('/') },
  { who: 'security', name: '批量审批', go: listed('/admin/accounts/batch', '.card, .empty') },
  { who: 'security', name: '权限', go: to('/admin/accounts') },
  {
    who: 'security',
    name: '赋权',
    go: async (page) => {
      await page.goto('/admin/accounts?text=suxiaoyu')
      await page.getByRole('button', { name: /suxiaoyu/ }).click()
      await page.getByRole('button', { name: '改角色、范围', exact: true }).click()
      await page.getByText('数据范围').last().waitFor()
    },
  },
  { who: 'auditor', name: '首页', go: to('/') },
  { who: 'auditor', name: '审计', go: to('/admin/audit') },
]

/** Nothing is loading any more: no question under way and no waiting words on the page. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1, h2, form').first().waitFor()
  await page.waitForFunction('!document.querySelector(".waiting, .why-wait, .verify-wait, .editor-wait")')
  await page.evaluate('document.fonts.ready')
  // A dialog that is still fading in has the colours of neither its page nor itself. Spinners turn for ever.
  await page.waitForFunction(
    'document.getAnimations().every((a) => a.playState !== "running" || a.effect.getComputedTiming().endTime === Infinity)',
  )
}
