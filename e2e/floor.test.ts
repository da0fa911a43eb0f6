// The floor is Chrome 109. What came later is taken away before the page runs, and the page must not notice.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { desk, logIn, passwordOf, people, scene } from './browser.ts'
import { button, read, see } from './steps.ts'

/** JavaScript and DOM of Chrome 110 and later, as far as libraries are known to reach for it. */
const newer = `
for (const name of ['toSorted', 'toReversed', 'toSpliced', 'with']) delete Array.prototype[name]
for (const name of ['toSorted', 'toReversed', 'with']) delete Object.getPrototypeOf(Int8Array.prototype)[name]
for (const name of ['isWellFormed', 'toWellFormed']) delete String.prototype[name]
for (const name of ['union', 'intersection', 'difference', 'symmetricDifference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom']) delete Set.prototype[name]
for (const name of ['transfer', 'transferToFixedLength', 'resize']) delete ArrayBuffer.prototype[name]
delete Object.groupBy; delete Map.groupBy; delete Array.fromAsync; delete Promise.withResolvers; delete Promise.try
delete URL.canParse; delete URL.parse; delete AbortSignal.any; delete window.Iterator
delete Math.sumPrecise; delete RegExp.escape; delete JSON.rawJSON; delete JSON.isRawJSON; delete Error.isError
delete Uint8Array.fromBase64; delete Uint8Array.fromHex; delete Uint8Array.prototype.toBase64; delete Uint8Array.prototype.toHex
delete Intl.DurationFormat; delete document.startViewTransition; delete Document.prototype.startViewTransition
delete window.ViewTransition; delete window.scheduler; delete Document.parseHTMLUnsafe; delete Element.prototype.setHTMLUnsafe
delete Element.prototype.checkVisibility; delete HTMLElement.prototype.togglePopover; delete HTMLElement.prototype.showPopover
delete HTMLElement.prototype.hidePopover; delete Element.prototype.getHTML; delete Element.prototype.moveBefore
delete window.CloseWatcher; delete window.Navigation; delete window.navigation; delete window.documentPictureInPicture
const iterators = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()))
for (const name of ['map', 'filter', 'take', 'drop', 'flatMap', 'reduce', 'toArray', 'forEach', 'some', 'every', 'find']) delete iterators[name]
`

const { stranger } = scene()

it('去掉 109 以后才有的功能，登录、首页、活文件、清单、核查都能用', async () => {
  const page = await stranger(desk, '/login', { init: newer })
  expect(await page.evaluate('typeof [].toSorted + typeof Object.groupBy + typeof window.Iterator')).toBe(
    'undefinedundefinedundefined',
  )
  await logIn(page, people.dispatcher, passwordOf('dispatcher'))
  await see(page.getByRole('heading', { name: '待我办' }))
  const { items } = await read<{ items: { id: number; title: string; state: string }[] }>(page, '/documents?limit=50')
  const speech = items.find((d) => d.state === 'issued' && d.title.includes('推进会上的讲话'))
  await page.goto(`/documents/${speech?.id}`)
  await see(page.locator('.sheet .s-yellow'))
  await button(page, '按单位').click()
  await page.locator('.m-main').first().click()
  await see(page.locator('.verdict'))
  await page.goto(`/documents/${items.find((d) => d.state === 'consulting')?.id}`)
  await see(page.locator('.consult-table'))
  await button(page, /^拟稿 \d+ 项$/).click()
  await see(page.locator('.editor-foot'))
  await page.goto('/matters?light=green')
  await page.locator('.m-main').first().click()
  await see(page.locator('.ant-drawer .history'))
  await page.goto('/documents/new')
  await page.getByText('内部（不公开）').click()
  await see(page.locator('textarea'))
})

it('督查室、县领导和单位的首页也能用', async () => {
  for (const person of ['government', 'viceMayor', 'fagaiHead'] as const) {
    const page = await stranger(desk, '/login', { init: newer })
    await logIn(page, people[person], passwordOf(person))
    await see(page.locator('.home h1'))
    await see(page.locator('.verify, .m, .doc-row'))
  }
  expect(true).toBe(true)
})

it('样式里没有 109 不认识的写法', () => {
  const folder = fileURLToPath(new URL('../packages/web/dist/assets/', import.meta.url))
  const sheets = readdirSync(folder).filter((name) => name.endsWith('.css'))
  expect(sheets.length).toBeGreaterThan(0)
  for (const name of sheets) {
    const css = readFileSync(join(folder, name), 'utf8')
    // Chrome 112 nesting, 111 color-mix and new colour spaces, 117 subgrid, 118 @scope, 120 loose nesting.
    expect
      .soft(css, name)
      .not.toMatch(/&[\s.:>[]|color-mix\(|oklch\(|oklab\(|\bsubgrid\b|@scope\b|@starting-style|light-dark\(/)
    expect.soft(nests(css), `${name} 有嵌套`).toBe(false)
  }
})

/** A rule inside a rule that is no @-block. */
function nests(css: string): boolean {
  const open: string[] = []
  let head = ''
  for (const c of css) {
    if (c === '{') {
      const name = head.trim()
      if (!name.startsWith('@') && open.some((o) => !o.startsWith('@')) && !/keyframes/.test(open.join(' ')))
        return true
      open.push(name)
      head = ''
    } else if (c === '}') {
      open.pop()
      head = ''
    } else if (c === ';') head = ''
    else head += c
  }
  return false
}
