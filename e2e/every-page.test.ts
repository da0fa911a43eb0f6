// What holds on every page of every role, at the desk and on the phone: axe finds nothing serious, nothing runs out of
// the screen, a thumb can hit what it should, and no English stands on a Chinese page. With PICTURES=1 a picture of
// each page is kept, to be looked at.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { desk, phone, scene } from './browser.ts'
import { places, settled } from './pages.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const { open, stranger } = scene()
const roles = [...new Set(places.map((p) => p.who))]

interface Violation {
  readonly id: string
  readonly impact: string
  readonly nodes: { html: string; failureSummary: string }[]
}

/** Latin words that are what people call a thing here: file endings, keys, the datum of coordinates. */
const allowedWords = /^(Ctrl|Esc|CGCS|docx|txt|doc|wps|pdf|ofd|xlsx|csv|jpg|png)$/

for (const [size, screen] of [
  ['1440', desk],
  ['375', phone],
] as const) {
  describe(`${size} 像素`, () => {
    it.each(roles.map((who) => ({ who, title: who ?? '未登录' })))(
      '$title 的每一页',
      async ({ who }) => {
        const options = { bypassCSP: true }
        const page = who ? await open(who, screen, null, options) : await stranger(screen, '/login', options)
        for (const { name, go } of places.filter((p) => p.who === who)) {
          await go(page)
          await settled(page)
          if (process.env['PICTURES']) {
            const path = `${inject('stage').pictures}/page-${size}-${who ?? 'nobody'}-${name}.png`
            await page.screenshot({ path, fullPage: true })
          }
          const found = await violations(page)
          if (found.length > 0) console.log(`axe ${size} ${who} ${name}\n${found.join('\n')}`)
          const serious = found.filter((text) => /^(serious|critical)/.test(text))
          expect.soft(serious, `${name}：axe 的严重问题`).toEqual([])
          expect.soft(await overflow(page), `${name}：横向滚动的像素`).toBeLessThanOrEqual(0)
          expect.soft(await english(page), `${name}：中文页面上的英文`).toEqual([])
          if (screen === phone) expect.soft(await small(page), `${name}：手指点不准的按钮`).toEqual([])
        }
        // The office has some thirty pages, and axe takes its time over each.
      },
      300_000,
    )
  })
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const found = (await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations.map(({ id, impact, nodes }) =>
      ({ id, impact, nodes: nodes.slice(0, 3).map(({ html, failureSummary }) => ({ html, failureSummary })) })))`,
  )) as Violation[]
  return found.map(({ id, impact, nodes }) => {
    const where = nodes.map((n) => `  ${n.html.slice(0, 200)}\n  ${n.failureSummary}`)
    return [`${impact} ${id}`, ...where].join('\n')
  })
}

async function overflow(page: Page): Promise<number> {
  return Number(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'))
}

async function english(page: Page): Promise<string[]> {
  const words = (text: string): string[] => text.match(/[A-Za-z]{3,}/g) ?? []
  // Login names and codes are nobody's language.
  const names = new Set((await page.locator('[translate="no"]').allInnerTexts()).flatMap(words))
  const text = await page.locator('body').innerText()
  return [...new Set(words(text))].filter((word) => !allowedWords.test(word) && !names.has(word))
}

/** Visible buttons and tabs that do the work and are lower than 44 px. */
async function small(page: Page): Promise<string[]> {
  return (await page.evaluate(`[...new Set([...document.querySelectorAll(
    '.tabs a, .tabs button, .ant-btn-primary, .ant-btn-lg, .living-tabs button, .m-main, .answer-choices button, .waiting-item, .doc-link, .chip'
  )].filter((e) => e.getClientRects().length > 0 && e.getBoundingClientRect().height < 43.5)
    .map((e) => e.textContent.slice(0, 20) + ' ' + Math.round(e.getBoundingClientRect().height)))].slice(0, 10)`)) as string[]
}
