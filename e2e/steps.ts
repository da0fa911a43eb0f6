// What several journeys do on a page, in the clerks' words.
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** Waits until it can be seen. */
export async function see(what: Locator): Promise<void> {
  await what.first().waitFor({ state: 'visible' })
}

export async function seeText(page: Page, text: string | RegExp): Promise<void> {
  await see(page.getByText(text))
}

/** Waits until it is gone. */
export async function gone(what: Locator): Promise<void> {
  await what.first().waitFor({ state: 'hidden' })
}

export const button = (within: Page | Locator, name: string | RegExp): Locator =>
  within.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) })

export const dialog = (page: Page, name: string): Locator => page.getByRole('dialog', { name, exact: true })

/** The county's own today, as the server tells it. */
export async function today(page: Page): Promise<string> {
  const answer = await page.request.get('/api/v1/me')
  return ((await answer.json()) as { today: string }).today
}

/** Reads through the page's own session. */
export async function read<T>(page: Page, path: string): Promise<T> {
  const answer = await page.request.get(`/api/v1${path}`)
  expect(answer.status(), path).toBe(200)
  return (await answer.json()) as T
}

/** Picks an option of an Ant Design select by typing into it. */
export async function choose(page: Page, label: string, words: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label, exact: true })
  await box.click()
  await box.fill(words)
  await page.locator('.ant-select-item-option:visible', { hasText: words }).first().click()
}

/** Writes a day into a date field, as one types it at the desk. */
export async function day(field: Locator, iso: string): Promise<void> {
  const [y, m, d] = iso.split('-').map(Number)
  await field.click()
  await field.fill(`${y}年${m}月${d}日`)
  await field.press('Enter')
}

/** The note that says that something was done. */
export async function told(page: Page, words: string): Promise<void> {
  await see(page.locator('.toast', { hasText: words }))
}
