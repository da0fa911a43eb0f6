import * as fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { guardFormula, unguardFormula } from './formula-guard.ts'
import { readSheet } from './read-sheet.ts'
import { allRows, sink, testFolder } from './testing/folder.ts'
import type { SheetColumn, SheetValue } from './types.ts'
import { writeCsv } from './write-csv.ts'
import { writeWorkbook } from './write-workbook.ts'

const folder = testFolder()
afterAll(() => folder.remove())

async function* each<T>(rows: readonly T[]): AsyncGenerator<T> {
  yield* rows
}

const columnsOf = (width: number, format?: string): SheetColumn[] =>
  Array.from({ length: width }, (_, index) => ({ title: `列${index}`, format }))

type Writing = (rows: readonly (readonly SheetValue[])[], columns: SheetColumn[]) => Promise<string>

const asXlsx: Writing = async (rows, columns) => {
  const to = sink()
  await writeWorkbook(to.out, [{ name: '表', columns, rows: each(rows) }])
  return folder.put(to.bytes(), 'round.xlsx')
}

const asCsv: Writing = async (rows, columns) => {
  const to = sink()
  await writeCsv(to.out, { name: '表', columns, rows: each(rows) })
  return folder.put(to.bytes(), 'round.csv')
}

/** The texts that come back, as wide as they were, without the head. */
async function back(path: string, width: number, count: number): Promise<(string | null)[][]> {
  const found = await allRows(readSheet(path))
  const byRow = new Map(found.map((row) => [row.row, row.cells]))
  return Array.from({ length: count }, (_, index) =>
    Array.from({ length: width }, (_, column) => byRow.get(index + 2)?.[column]?.text ?? null),
  )
}

const formulaLike = [...'=+-@\'",;\t\r\n 　＝09a']
const xmlLike = ['_x', '_x000D_', '_', '<', '&', '>', ']]>', '&amp;']
const unseen = ['\u202e', '\u200b', '\u2066', '\ufeff', '\u0001', '\u001f', '\uffff', '👩‍🌾', '县']
const pieces = [...formulaLike, ...xmlLike, ...unseen]

const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom(...pieces),
    maxLength: 12,
  }),
  fc.stringMatching(/^[0-9]{1,30}$/),
  // Halves of characters: .xlsx keeps them, UTF-8 of a .csv cannot.
  fc.string({ unit: fc.constantFrom('\ud83d', '\udc00', 'a'), maxLength: 4 }),
)

const table = (cell: fc.Arbitrary<string>) =>
  fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.array(fc.array(fc.option(cell), { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
    )

/** An empty text and an empty cell are the same. */
const blanked = (rows: readonly (readonly (string | null)[])[]) => rows.map((row) => row.map((text) => text || null))

// Other work may keep the machine of the tests busy.
describe('what is written is read again', { timeout: 60_000 }, () => {
  it('in .xlsx, whatever the texts hold', async () => {
    await fc.assert(
      fc.asyncProperty(table(odd), async (rows) => {
        const width = rows[0]?.length ?? 0
        const path = await asXlsx(rows, columnsOf(width))
        expect(await back(path, width, rows.length)).toEqual(blanked(rows))
      }),
      { numRuns: 100 },
    )
  })

  it('in .csv, whatever the texts hold', async () => {
    const whole = odd.filter((text) => Buffer.from(text).toString() === text && !text.includes('\0'))
    await fc.assert(
      fc.asyncProperty(table(whole), async (rows) => {
        const width = rows[0]?.length ?? 0
        // Rows without any content make no rows again; their places are kept.
        const path = await asCsv(rows, columnsOf(width))
        expect(await back(path, width, rows.length)).toEqual(blanked(rows))
      }),
      { numRuns: 150 },
    )
  })

  it('no text begins like a formula in a .csv, and the guard comes off again', () => {
    fc.assert(
      fc.property(odd, (text) => {
        expect(guardFormula(text)).not.toMatch(/^\s*[=+\-@＝＋－＠]/)
        expect(unguardFormula(guardFormula(text))).toBe(text)
      }),
    )
  })

  it('exact decimals stay exact, in cells that are numbers', async () => {
    const decimal = fc
      .tuple(fc.bigInt({ min: -(10n ** 13n) + 1n, max: 10n ** 13n - 1n }), fc.integer({ min: 0, max: 99 }))
      .map(([whole, cents]) => `${whole}.${String(cents).padStart(2, '0')}`)
    await fc.assert(
      fc.asyncProperty(fc.array(decimal, { minLength: 1, maxLength: 5 }), async (values) => {
        const rows = values.map((value) => [value])
        for (const writing of [asXlsx, asCsv])
          expect(await back(await writing(rows, columnsOf(1, '0.00')), 1, rows.length)).toEqual(rows)
        const cells = (await allRows(readSheet(await asXlsx(rows, columnsOf(1, '0.00'))))).slice(1)
        expect(cells.map((row) => row.cells[0]?.number)).toEqual(values.map(Number))
      }),
      { numRuns: 60 },
    )
  })

  it('days are days', async () => {
    const rows = [['2026-09-30'], ['1900-03-01'], ['1899-12-31'], ['不详'], ['9999-12-31']]
    const path = await asXlsx(rows, columnsOf(1, 'date'))
    const found = (await allRows(readSheet(path))).slice(1).map((row) => row.cells[0])
    expect(found).toEqual([
      { text: '2026-09-30', number: 46295, date: true },
      { text: '1900-03-01', number: 61, date: true },
      { text: '1899-12-31' },
      { text: '不详' },
      { text: '9999-12-31', number: 2958465, date: true },
    ])
    expect(await back(await asCsv(rows, columnsOf(1, 'date')), 1, 5)).toEqual(rows)
  })
})
