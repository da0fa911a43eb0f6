import type { SampleCounty, SampleEvent, SampleMatter } from '@yipanqi/samples'
import type { Trx } from '../db/with-actor.ts'
import type { House } from '../house.ts'
import type { SeededDirectory } from './directory.ts'

/** Small text files that stand for the papers named in the sample's history. Answers their ids by name and unit. */
export async function evidenceFiles(
  house: House,
  trx: Trx,
  county: SampleCounty,
  events: Iterable<{ matter: SampleMatter; event: SampleEvent }>,
  directory: SeededDirectory,
): Promise<(matter: SampleMatter, event: SampleEvent) => number[]> {
  const wanted: { key: string; name: string; unit: number; text: string }[] = []
  const keyOf = (matter: SampleMatter, event: SampleEvent, name: string) => `${matter.id}/${event.at}/${name}`
  for (const { matter, event } of events) {
    for (const name of event.evidence) {
      wanted.push({
        key: keyOf(matter, event, name),
        name: /\.\w{2,4}$/.test(name) ? name : `${name}.txt`,
        unit: directory.units.get(event.by.unit) ?? 0,
        text: `${county.name}样例佐证\n事项：${matter.title}\n材料：${name}\n日期：${event.at.slice(0, 10)}\n`,
      })
    }
  }
  const ids = new Map<string, number>()
  for (let i = 0; i < wanted.length; i += 500) {
    const some = wanted.slice(i, i + 500)
    const rows = await trx
      .insertInto('file')
      .values(
        some.map((w) => {
          const bytes = Buffer.from(w.text)
          return {
            county: county.code,
            sm3: house.files.put(bytes),
            name: w.name,
            size: bytes.length,
            type: 'text/plain; charset=utf-8',
            created_by: null,
            unit: w.unit,
          }
        }),
      )
      .returning('id')
      .execute()
    for (const [n, w] of some.entries()) ids.set(w.key, rows[n]?.id ?? 0)
  }
  return (matter, event) => event.evidence.flatMap((name) => ids.get(keyOf(matter, event, name)) ?? [])
}
