// What every shipped definition has to hold beyond what defineLibrary itself refuses.
import { describe, expect, it } from 'vitest'
import { columnNames, isIndexed, type Field } from '../field.ts'
import { conditionsOf } from '../ladder.ts'
import { findLibrary, getLibrary, groups, libraries } from './index.ts'

const named = libraries.map((l) => [l.id, l] as const)
const han = /\p{Script=Han}/u
// Words that PostgreSQL reserves: the generated SQL does not quote.
const reservedWords = new Set(
  'all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create default deferrable desc distinct do else end except false fetch for foreign from grant group having in initially intersect into lateral leading limit localtime not null offset on only or order placing primary references returning select session_user some symmetric table then to trailing true union unique user using variadic when where window with'.split(
    ' ',
  ),
)

describe('the shipped libraries', () => {
  it('are the ledgers that the county keeps', () => {
    expect(libraries.length).toBe(31)
    expect(new Set(libraries.map((l) => l.id)).size).toBe(libraries.length)
    expect(new Set(libraries.map((l) => l.table)).size).toBe(libraries.length)
    expect(new Set(libraries.map((l) => l.name)).size).toBe(libraries.length)
  })

  it('stand in known groups, in the order of the menu', () => {
    const order = libraries.map((l) => groups.findIndex((g) => g === l.group))
    expect(order).not.toContain(-1)
    expect(order).toEqual(order.toSorted((a, b) => a - b))
  })

  it('are found by id', () => {
    expect(getLibrary('projects').name).toBe('项目库')
    expect(findLibrary('nothing')).toBeUndefined()
    expect(() => getLibrary('nothing')).toThrow('nothing')
  })
})

describe.each(named)('%s', (_, library) => {
  const fields = Object.entries<Field>(library.fields)

  it('keeps few indexes', () => {
    const indexed = fields.filter(([, f]) => isIndexed(f)).map(([name]) => name)
    expect(indexed.length, indexed.join(' ')).toBeLessThanOrEqual(library.id === 'enterprises' ? 16 : 20)
  })

  it('refers to libraries that are there', () => {
    const lost = fields.filter(([, f]) => f.kind === 'reference' && !findLibrary(String(f.target)))
    expect(lost.map(([name]) => name)).toEqual([])
  })

  it('has columns that SQL takes unquoted', () => {
    for (const [name, field] of fields)
      for (const column of columnNames(name, field)) expect(reservedWords.has(column), column).toBe(false)
  })

  it('speaks Chinese', () => {
    const words = [library.name, library.noun, library.measure, library.purpose]
    for (const [, f] of fields) words.push(f.label, ...(f.help ? [f.help] : []), ...(f.section ? [f.section] : []))
    for (const stage of library.ladder?.stages ?? []) words.push(stage.name, ...(stage.meaning ? [stage.meaning] : []))
    for (const gate of library.ladder?.gates ?? []) words.push(...gate.conditions.map((c) => c.name))
    for (const word of words) expect(word, word).toMatch(han)
  })

  it('shows every choice in Chinese or as a sign of the office', () => {
    for (const [name, f] of fields)
      for (const one of f.choices ?? [])
        expect(f.format(f.kind === 'choices' ? [one] : one), `${name} ${one}`).not.toMatch(/[a-z]{2}/)
  })

  it('names its gates once, by fields and choices that are there', () => {
    const ladder = library.ladder
    if (!ladder) return
    const stages = ladder.stages.map((s) => s.id)
    expect(new Set(stages).size).toBe(stages.length)
    const conditions = ladder.gates.flatMap((g) => g.conditions)
    expect(new Set(conditions.map((c) => c.id)).size, 'a paper is recorded by the id of its condition').toBe(
      conditions.length,
    )
    for (const c of conditions) {
      if (c.needs === 'field') expect(library.fields[String(c.field)], c.id).toBeDefined()
      if (c.needs === 'test') expect(c.test?.({}), c.id).toBe(false)
      if (c.when) {
        const field = library.fields[c.when.field]
        expect(field?.choices, c.id).toEqual(expect.arrayContaining([...c.when.in]))
      }
    }
    for (const stage of Object.keys(ladder.stalledAfter ?? {})) expect(stages).toContain(stage)
  })

  it('lists its title first', () => {
    expect(library.columns[0]).toBe(library.title)
    if (library.fields[library.title]?.kind === 'text') expect(library.search[0]).toBe(library.title)
  })
})

describe('the ladder of projects', () => {
  const { ladder } = getLibrary('projects')
  if (!ladder) throw new Error('projects have a ladder')
  const names = (track: string) => conditionsOf(ladder, 'preparing', { track }).map((c) => c.id)

  it('asks a filed firm for no approvals of a state project', () => {
    expect(names('备案')).toContain('filing')
    expect(names('备案')).not.toContain('feasibility')
    expect(names('审批')).toContain('feasibility')
    expect(names('核准')).toContain('application')
  })

  it('knows a start by two proofs of three', () => {
    const start = conditionsOf(ladder, 'building', { track: '备案' }).find((c) => c.id === 'start-proof')
    expect(start?.test?.({ startProof: ['桩基或基础影像'] })).toBe(false)
    expect(start?.test?.({ startProof: ['桩基或基础影像', '首笔工程款支付'] })).toBe(true)
    expect(start?.test?.({ startProof: ['开工仪式', '桩基或基础影像'] })).toBe(false)
  })
})

describe('words for codes', () => {
  const state = getLibrary('matters').fields['state']
  const context = { today: '2026-01-01', find: () => null }

  it('are read, written and refused in Chinese', () => {
    expect(state?.format('under-way')).toBe('办理中')
    expect(state?.parse({ text: '办理中' }, context)).toEqual({ ok: true, value: 'under-way' })
    const refused = state?.parse({ text: '办完了' }, context)
    expect(refused).toMatchObject({ ok: false, message: expect.stringContaining('已办结') })
    expect(refused).not.toMatchObject({ message: expect.stringContaining('closed') })
  })
})
