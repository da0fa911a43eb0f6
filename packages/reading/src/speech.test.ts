import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDocument } from './read-document.ts'
import { assertSpans, roleOf } from './testing.ts'

// The real speech is not in the repository; where it is absent this suite is skipped and says so.
const shared = process.env.YIPANQI_SHARED ?? resolve(import.meta.dirname, '../../../../shared')
const file = join(shared, 'inputs/县委财经委推进会发言.txt')
const present = existsSync(file)

describe.skipIf(!present)('a real speech (skipped where the shared inputs are absent)', () => {
  const read = readDocument(present ? readFileSync(file, 'utf8') : '')

  it('keeps every span true', () => {
    assertSpans(read)
    expect(read.document.kind).toBe('讲话')
    expect(read.document.date).toBeNull()
  })

  it('has four sections and their thirteen run-in headings', () => {
    const levels = read.outline.map((node) => node.level)
    expect(levels.filter((level) => level === 1)).toHaveLength(4)
    expect(levels.filter((level) => level === 2)).toHaveLength(13)
    const perSection = read.outline
      .filter((node) => node.level === 1)
      .map((section) => read.outline.filter((node) => node.parent === section.id).length)
    expect(perSection).toEqual([4, 3, 3, 3])
    expect(read.outline.filter((node) => node.number === null)).toHaveLength(9)
  })

  it('is cut into some forty measures, not into crumbs', () => {
    const measures = read.matters.reduce((sum, matter) => sum + matter.measures.length, 0)
    expect(measures).toBeGreaterThanOrEqual(35)
    expect(measures).toBeLessThanOrEqual(45)
    const outer = read.matters.filter((matter) => matter.parent === null)
    expect(outer.length).toBeGreaterThanOrEqual(35)
    expect(outer.length).toBeLessThanOrEqual(45)
    expect(read.matters.length).toBeLessThanOrEqual(60)
  })

  it('finds the three masked targets in the year 2023', () => {
    const targets = read.matters.flatMap((matter) => matter.targets)
    expect(targets.map((target) => [target.masked, target.value, target.unit])).toEqual([
      [true, null, '亿元'],
      [true, null, '亿元'],
      [true, null, '家'],
    ])
    expect(targets.map((target) => target.relation)).toEqual(['=', '≈', '>='])
    const ends = new Set(read.matters.flatMap((matter) => matter.deadlines.map((deadline) => deadline.to)))
    expect([...ends]).toEqual(['2023-12-31'])
  })

  it('makes nothing of quotations and of last year', () => {
    expect(roleOf(read, '强调，中国式现代化')).toBe('background')
    expect(roleOf(read, '刚刚过去的2022年')).toBe('result')
    const free = read.sentences.filter((sentence) => !['obligation', 'target'].includes(sentence.role))
    for (const sentence of free) {
      const inside = read.matters.filter((matter) => matter.start < sentence.end && matter.end > sentence.start)
      expect(inside).toEqual([])
    }
  })

  it('gives six works to six children with their own units', () => {
    const children = read.matters.filter((matter) => matter.parent !== null)
    expect(children).toHaveLength(6)
    expect(children.map((child) => child.units.candidates[0]?.unit)).toEqual([
      '县住房和城乡建设局',
      '县教育局',
      '县住房和城乡建设局',
      '县交通运输局',
      '县住房和城乡建设局',
      '县住房和城乡建设局',
    ])
  })

  it('covers every obligation and lets 财经办 lead one thing only', () => {
    expect(read.coverage.refused).toEqual([])
    const first = read.matters.map((matter) => matter.units.candidates[0]?.unit)
    expect(first.filter((unit) => unit === '县委财经委员会办公室')).toHaveLength(1)
    expect(first).not.toContain(undefined)
    expect(read.matters.every((matter) => !matter.units.explicit && matter.leader === null)).toBe(true)
  })
})
