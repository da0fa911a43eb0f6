import { lessonKindWords, lessonStateWords, type LessonItem } from '@yipanqi/model'
import type { Writable } from 'node:stream'
import type { Session } from '../../auth/session.ts'
import type { House } from '../../house.ts'
import { loadNames } from '../../people.ts'
import type { SheetValue } from '../../sheets/types.ts'
import { writeWorkbook } from '../../sheets/write-workbook.ts'
import { listLessons, requireLexicon, type LessonQuery } from './list-lessons.ts'

const batch = 200

/** What the list shows, all rows. Texts are texts by their type in a workbook: nothing in them becomes a formula. */
export async function exportLessons(house: House, session: Session, query: LessonQuery, out: Writable): Promise<void> {
  requireLexicon(session.actor)
  const who = await house.db.withActor(session.actor, async (trx) => {
    const { account, county } = session.actor
    const names = await loadNames(house, trx, county, [account])
    return (account !== null && names.get(account)) || session.name
  })
  await writeWorkbook(out, [
    {
      name: '纠正词库',
      head: [`${session.countyName}纠正词库`, `内部资料　导出人：${who}　导出日期：${house.clock.today()}`],
      columns: [
        { title: '种类', width: 14 },
        { title: '认它的词', width: 36 },
        { title: '原来', width: 18 },
        { title: '改为', width: 24 },
        { title: '次数', width: 8 },
        { title: '经办人', width: 12 },
        { title: '日期', width: 14 },
        { title: '出自文件', width: 36 },
        { title: '原句', width: 60 },
        { title: '状态', width: 10 },
        { title: '撤回原因', width: 30 },
      ],
      rows: rows(house, session, query),
    },
  ])
}

async function* rows(house: House, session: Session, query: LessonQuery): AsyncGenerator<SheetValue[]> {
  let after: number | undefined
  do {
    const page = await house.db.withActor(session.actor, (trx) =>
      listLessons(house, trx, session.actor, { ...query, after, limit: batch }),
    )
    for (const item of page.items) yield rowOf(item)
    after = page.next === null ? undefined : Number(page.next)
  } while (after !== undefined)
}

function rowOf(item: LessonItem): SheetValue[] {
  const words = [...item.words, ...(item.beside.length > 0 ? ['＋', ...item.beside] : [])].join(' ')
  return [
    lessonKindWords[item.kind],
    words,
    item.from ?? '',
    item.to,
    item.times,
    item.by,
    item.on,
    item.document?.title ?? '',
    item.sample,
    lessonStateWords[item.state],
    item.reason ?? '',
  ]
}
