// What holds on every page of every role, at the desk and on the phone: axe finds nothing serious, nothing runs out of
// the screen, a thumb can hit what it should, and no English stands on a Chinese page.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, inject, it } from 'vitest'
import { desk, phone, scene } from './browser.ts'
import { places, settled } from './pages.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const { open, stranger } = scene()

interface Violation {
  readonly id: string
  readonly impact: string
  readonly nodes: { html: string; failureSummary: string }[]
}

/** Latin words that are what people call a thing here: file endings, keys. */
const allowedWords = /^(Ctrl|Esc|docx|txt|doc|wps|pdf|ofd|xlsx|jpg|png)$/

for (const [size, screen] of [
  ['1440', desk],
  ['375', phone],
] as const) {
  describe(`${size} 像素`, () => {
    it.each(places.map((p) => ({ ...p, title: `${p.who ?? '未登录'} ${p.name}` })))(
      '$title',
      async ({ who, name, go }) => {
        const options = { bypassCSP: true }
        const page = who ? await open(who, screen, null, options) : await stranger(screen, '/login', options)
        await go(page)
        await settled(page)
        await page.screenshot({
          path: `${inject('stage').pictures}/page-${size}-${who ?? 'nobody'}-${name}.png`,
          fullPage: true,
        })
        await page.evaluate(axe)
        const found = (await page.evaluate(
          "axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.slice(0, 3).map(({ html, failureSummary }) => ({ html, failureSummary })) })))",
        )) as Violation[]
        const told = found.map(
          (v) =>
            `${v.impact} ${v.id}\n${v.nodes.map((n) => `  ${n.html.slice(0, 200)}\n  ${n.failureSummary}`).join('\n')}`,
        )
        if (told.length > 0) console.log(`axe ${size} ${who} ${name}\n${told.join('\n')}`)
        const serious = told.filter((t) => /^(serious|critical)/.test(t))
        expect.soft(serious, 'axe 的严重问题').toEqual([])

        const wide = (await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        )) as number
        expect.soft(wide, '横向滚动的像素').toBeLessThanOrEqual(0)

        const text = await page.locator('body').innerText()
        const latin = [...new Set(text.match(/[A-Za-z]{3,}/g) ?? [])].filter((w) => !allowedWords.test(w))
        expect.soft(latin, '中文页面上的英文').toEqual([])

        if (screen === phone) expect.soft(await small(page), '手指点不准的按钮').toEqual([])
      },
    )
  })
}

/** Visible buttons and tabs that do the work and are lower than 44 px. */
async function small(page: import('playwright-core').Page): Promise<string[]> {
  return (await page.evaluate(`[...document.querySelectorAll(
    '.tabs a, .tabs button, .ant-btn-primary, .ant-btn-lg, .living-tabs button, .m-main, .answer-choices button, .waiting-item, .doc-link, .chip'
  )].filter((e) => e.getClientRects().length > 0 && e.getBoundingClientRect().height < 43.5)
    .map((e) => e.className + ' ' + e.textContent.slice(0, 20) + ' ' + Math.round(e.getBoundingClientRect().height))
    .filter((t, i, all) => all.indexOf(t) === i).slice(0, 10)`)) as string[]
}
