import { afterAll, describe, expect, it } from 'vitest'
import { makeCompound } from '../files/testing/doc.ts'
import { packRows, unpackRows } from './pack-rows.ts'
import { listSheetsInThread, readHeadInThread, readSheetInThread } from './read-in-thread.ts'
import { readSheet } from './read-sheet.ts'
import { allRows, refusalOf, testFolder } from './testing/folder.ts'
import { makeXlsx, stylesOf } from './testing/make-xlsx.ts'
import type { SheetRow } from './types.ts'

const folder = testFolder()
afterAll(() => folder.remove())

const row = '<row><c t="inlineStr"><is><t>青禾</t></is></c><c/><c s="1"><v>45000</v></c><c><f>A1</f><v>1</v></c></row>'
const workbook = (rows: number) => makeXlsx({ rows: row.repeat(rows), styles: stylesOf([14]) })

describe('reading in a thread', { timeout: 30_000 }, () => {
  it('gives the same rows, the same head, the same sheets', async () => {
    const path = folder.put(workbook(1700))
    expect(await allRows(readSheetInThread(path))).toEqual(await allRows(readSheet(path)))
    expect((await readHeadInThread(path, {}, 3)).rows).toHaveLength(3)
    expect(await listSheetsInThread(path)).toEqual([{ name: '表一', hidden: false }])
  })

  it('hands a refusal over, with its reason', async () => {
    const path = folder.put(makeCompound({ Workbook: Buffer.alloc(4096) }))
    const told = '这是 .et 文件，请在 Excel 或 WPS 里另存为 .xlsx 再上传。'
    expect(await refusalOf(listSheetsInThread(path, { name: '企业.et' }))).toContain(told)
    expect(await refusalOf(allRows(readSheetInThread(path, { name: '企业.et' })))).toContain(told)
  })

  it('is called off by its signal, before and while it reads', async () => {
    const path = folder.put(workbook(3000))
    const calling = new AbortController()
    let batches = 0
    const reading = (async () => {
      for await (const _ of readSheetInThread(path, { signal: calling.signal })) {
        batches++
        calling.abort(new Error('取消导入'))
      }
    })()
    await expect(reading).rejects.toThrow('取消导入')
    expect(batches).toBe(1)
    await expect(allRows(readSheetInThread(path, { signal: calling.signal }))).rejects.toThrow('取消导入')
  })

  it('ends when its reader leaves', async () => {
    for await (const batch of readSheetInThread(folder.put(workbook(5000)))) {
      expect(batch[0]?.row).toBe(1)
      break
    }
  })

  it('does not run ahead of its reader, and waits for a slow one without counting its time', async () => {
    const path = folder.put(workbook(4000))
    let rows = 0
    for await (const batch of readSheetInThread(path, { limits: { timeoutMs: 5_000 } })) {
      rows += batch.length
      if (rows < 2000) await new Promise((resolve) => setTimeout(resolve, 100))
    }
    expect(rows).toBe(4000)
  })

  it('is stopped when it works too long or takes too much', async () => {
    const path = folder.put(workbook(200_000))
    const slow = await refusalOf(readHeadInThread(path, { limits: { timeoutMs: 50 } }))
    expect(slow).toContain('读它占用的时间超过上限')
    const cells = '<c t="inlineStr"><is><t>x</t></is></c>'.repeat(16_000)
    const wide = folder.put(makeXlsx({ rows: `<row>${cells}</row>`.repeat(60) }))
    const greedy = await refusalOf(readHeadInThread(wide, { limits: { heapMb: 8 } }, 500))
    expect(greedy).toContain('读它占用的内存超过上限')
  })

  it('leaves the event loop free', async () => {
    const path = folder.put(workbook(60_000))
    let longest = 0
    let last = performance.now()
    const ticking = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 5)
    for await (const _ of readSheetInThread(path));
    clearInterval(ticking)
    // Generous: the machine of the tests has other work. Reading here takes many times as long.
    expect(longest).toBeLessThan(500)
  })
})

describe('rows on their way', () => {
  it('arrive as they were', () => {
    const rows: SheetRow[] = [
      { row: 3, cells: [{ text: '甲' }, null, { text: '', formula: true }, { text: '0', number: 0 }] },
      { row: 9, cells: [] },
      {
        row: 10,
        cells: [
          { text: 'TRUE', boolean: true },
          { text: 'FALSE', boolean: false },
          { text: '#N/A', error: true },
        ],
      },
      { row: 11, cells: [{ text: '1900-02-29', number: 60, date: true, noSuchDay: true }, { text: '\ud800' }] },
    ]
    expect(unpackRows(structuredClone(packRows(rows)))).toEqual(rows)
  })
})
