// An empty table to be filled in: the heads that the import knows, what may stand under each, one example that is
// passed over.
import { stageColumn, stageSinceColumn, type Field, type Library } from '@yipanqi/model/libraries/index.ts'
import type { Writable } from 'node:stream'
import { sql } from 'kysely'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { SheetColumn, SheetToWrite, SheetValue } from '../../sheets/types.ts'
import { writeWorkbook } from '../../sheets/write-workbook.ts'
import { isPassedOver } from '../import/match-columns.ts'
import { clearWord, exampleMark } from '../import/read-row.ts'
import { exampleOf, wantedOf } from './template-words.ts'
import { headOf, sheetColumn } from './sheet-columns.ts'

export async function writeTemplate(trx: Trx, actor: Actor, library: Library, out: Writable): Promise<void> {
  const lists = await choiceLists(trx, actor)
  const fields = Object.entries(library.fields).filter(([, field]) => !isPassedOver(field))
  const own = fields.map(([, field]) => templateColumn(field, lists))
  const example = fields.map(([, field], i): SheetValue => {
    const text = exampleOf(field, lists)
    return i === 0 ? `${exampleMark}${text ?? ''}` : text
  })
  const ladder = ladderOf(library)
  const sheet: SheetToWrite = {
    name: library.name,
    columns: [...own, ...ladder.map((l) => l.column)],
    rows: one([...example, ...ladder.map((l) => l.example)]),
  }
  await writeWorkbook(out, [sheet, await guide(library, fields)])
}

/** Choices of units and leaders are the county's own. */
export interface ChoiceLists {
  readonly units: readonly string[]
  readonly leaders: readonly string[]
}

async function choiceLists(trx: Trx, { county }: Actor): Promise<ChoiceLists> {
  const units = await sql<{ name: string }>`
    select name from unit where county = ${county} and valid_to is null order by position, id limit 2000`.execute(trx)
  const leaders = await sql<{ name: string }>`
    select name from county_leader where county = ${county} and valid_to is null order by id limit 200`.execute(trx)
  return { units: units.rows.map((r) => r.name), leaders: leaders.rows.map((r) => r.name) }
}

function templateColumn(field: Field, lists: ChoiceLists): SheetColumn {
  const choices =
    field.target === 'units'
      ? lists.units
      : field.target === 'leaders'
        ? lists.leaders
        : field.kind === 'boolean'
          ? ['是', '否']
          : field.kind === 'choice'
            ? field.choices?.map((c) => field.format(c))
            : undefined
  return {
    ...sheetColumn(field),
    title: `${field.required ? '*' : ''}${headOf(field)}`,
    note: wantedOf(field),
    ...(choices && choices.length > 0 ? { choices } : {}),
  }
}

function ladderOf(library: Library): { column: SheetColumn; example: SheetValue; name: string }[] {
  if (!library.ladder) return []
  const stages = library.ladder.stages.filter((s) => !s.exit).map((s) => s.name)
  return [
    {
      name: stageColumn,
      column: { title: '阶段', choices: stages, note: '只在新增时读；已有的记录在系统里进阶' },
      example: stages[0] ?? null,
    },
    {
      name: stageSinceColumn,
      column: { title: '进入阶段日期', format: 'date', note: '只在新增时读；不填为导入当天' },
      example: null,
    },
  ]
}

/** 填写说明: one line a column, on a sheet of its own. */
async function guide(library: Library, fields: readonly (readonly [string, Field])[]): Promise<SheetToWrite> {
  const key = library.matchKeys.map((k) => k.map((name) => library.fields[name]?.label).join('加')).join('，没有的按')
  return {
    name: '填写说明',
    head: [
      `${library.name}填写说明`,
      `带 * 的必填。${key ? `按${key}认是不是同一${library.measure}：库里有的修改，没有的新增。` : '每一行新增一条。'}`,
      `空格不改原来的内容；要清掉原来的内容，在格里写“${clearWord}”两字。以“${exampleMark}”开头的行不导入。`,
    ],
    columns: [
      { title: '栏目', width: 24 },
      { title: '必填', width: 8 },
      { title: '怎么填', width: 70 },
      { title: '为什么要填', width: 50 },
    ],
    rows: lines(fields),
  }
}

async function* lines(fields: readonly (readonly [string, Field])[]): AsyncGenerator<SheetValue[]> {
  for (const [, field] of fields) yield [headOf(field), field.required ? '是' : '', wantedOf(field), field.help ?? '']
}

async function* one(row: SheetValue[]): AsyncGenerator<SheetValue[]> {
  yield row
}
