import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { OWN_COUNTY } from '../golden/own-county.ts'
import { OWN_MIXED } from '../golden/own-mixed.ts'
import { OWN_OTHERS } from '../golden/own-others.ts'
import { readDocument } from '../read-document.ts'
import { ACTION } from '../sentences/lexicon.ts'
import type { Matter, Reading } from '../types.ts'

const root = resolve(import.meta.dirname, '../../../..')
const shared = process.env.YIPANQI_SHARED ?? resolve(root, '../shared')

function textsIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.txt') && !entry.parentPath.includes('node_modules'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
}

/** Are the characters of `title` found in `source` in this order? */
function contracts(title: string, source: string): boolean {
  let at = 0
  for (const char of title) {
    at = source.indexOf(char, at) + 1
    if (at === 0) return false
  }
  return true
}

const FILLERS = /^(?:要|必须|应当|须|务必|着力|大力|切实|进一步|我们|各级|各地|同时|的|将|，|、)/

const FRONTED = /^(?:对|每|按|向|为)/

function lawsHold(reading: Reading): { bare: number; verbFirst: number } {
  let bare = 0
  let verbFirst = 0
  const headings = new Map(reading.outline.map((node) => [node.id, node.heading]))
  const sourceOf = (matter: Matter): string =>
    `${headings.get(matter.clause ?? '') ?? ''}\n${matter.text.replace(/\s+/g, '')}`
  for (const matter of reading.matters) {
    const { title } = matter
    expect(title.length, title).toBeGreaterThanOrEqual(3)
    expect(title.length, title).toBeLessThanOrEqual(31)
    // The heading of a marked clause is kept as it is written.
    if (title !== headings.get(matter.clause ?? '')) expect(title).not.toMatch(FILLERS)
    const whole = reading.sentences.find((one) => one.start <= matter.start && matter.start < one.end)
    // A part of a list borrows the verb of the first part, which stands before it in the sentence.
    const sentence = whole ? reading.document.text.slice(whole.start, matter.end).replace(/\s+/g, '') : ''
    const listed = /^加快推进.+等\d+类工程$/.test(title)
    if (!listed) {
      const plain = title.replace(/等$/, '')
      expect(contracts(plain, sourceOf(matter)) || contracts(plain, sentence), `${title} of ${matter.text}`).toBe(true)
    }
    // A figure is titled by its indicator, a child by its work; 对…, 每月…, 把…: the object or the time goes first.
    if (matter.targets.length > 0 || matter.parent !== null || FRONTED.test(title)) continue
    if (/[把将]/.test(sentence.slice(0, sentence.lastIndexOf(title)))) continue
    bare++
    if (ACTION(title, 0) > 0) verbFirst++
  }
  return { bare, verbFirst }
}

describe('titles of whole documents', () => {
  const own = [
    ...textsIn(join(root, 'samples')),
    ...[...OWN_COUNTY, ...OWN_OTHERS, ...OWN_MIXED].map((one) => one.text),
  ]

  it('are short contractions of what is written, verb first', () => {
    const counts = own.map((text) => lawsHold(readDocument(text)))
    const bare = counts.reduce((sum, one) => sum + one.bare, 0)
    expect(bare).toBeGreaterThan(70)
    expect(counts.reduce((sum, one) => sum + one.verbFirst, 0) / bare).toBeGreaterThan(0.85)
  })

  const inputs = textsIn(join(shared, 'inputs'))
  it.skipIf(inputs.length === 0)('hold on the shared inputs (skipped where they are absent)', () => {
    const counts = inputs.filter((text) => text.length > 1000).map((text) => lawsHold(readDocument(text)))
    const bare = counts.reduce((sum, one) => sum + one.bare, 0)
    expect(counts.reduce((sum, one) => sum + one.verbFirst, 0) / bare).toBeGreaterThan(0.95)
  })
})
