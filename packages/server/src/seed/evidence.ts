import type { SampleCounty, SampleEvent, SampleMatter } from '@yipanqi/samples'
import type { Trx } from '../db/with-actor.ts'
import { sm3Of } from '../files/store.ts'
import type { House } from '../house.ts'
import type { SeededDirectory } from './directory.ts'

export interface Evidence {
  idsOf(matter: SampleMatter, event: SampleEvent): number[]
  /** When the disk has every file: to be waited for before the rows are committed. */
  readonly written: Promise<unknown>
}

/** Small text files that stand for the papers named in the sample's history. They are written while the rows go in. */
export async function evidenceFiles(
  house: House,
  trx: Trx,
  county: SampleCounty,
  events: Iterable<{ matter: SampleMatter; event: SampleEvent }>,
  directory: SeededDirectory,
): Promise<Evidence> {
  const wanted: { key: string; name: string; unit: number; bytes: Buffer }[] = []
  const keyOf = (matter: SampleMatter, event: SampleEvent, name: string) => `${matter.id}/${event.at}/${name}`
  for (const { matter, event } of events) {
    for (const name of event.evidence) {
      wanted.push({
        key: keyOf(matter, event, name),
        name: /\.\w{2,4}$/.test(name) ? name : `${name}.txt`,
        unit: directory.units.get(event.by.unit) ?? 0,
        bytes: Buffer.from(
          `${county.name}样例佐证\n事项：${matter.title}\n材料：${name}\n日期：${event.at.slice(0, 10)}\n`,
        ),
      })
    }
  }
  const written = writeAll(
    house,
    wanted.map((w) => w.bytes),
  )
  // Heard of here too: a failure before anybody waits must not end the process.
  written.catch(() => undefined)
  const ids = new Map<string, number>()
  for (let i = 0; i < wanted.length; i += 500) {
    const some = wanted.slice(i, i + 500)
    const rows = await trx
      .insertInto('file')
      .values(
        some.map(({ bytes, name, unit }) => ({
          county: county.code,
          sm3: sm3Of(bytes),
          name,
          size: bytes.length,
          type: 'text/plain; charset=utf-8',
          created_by: null,
          unit,
        })),
      )
      .returning('id')
      .execute()
    for (const [n, w] of some.entries()) ids.set(w.key, rows[n]?.id ?? 0)
  }
  return {
    idsOf: (matter, event) => event.evidence.flatMap((name) => ids.get(keyOf(matter, event, name)) ?? []),
    written,
  }
}

/** Two at once: passwords are hashed by the same few threads meanwhile. */
async function writeAll(house: House, contents: Buffer[]): Promise<void> {
  const write = async () => {
    for (let bytes = contents.pop(); bytes; bytes = contents.pop()) await house.files.putSoon(bytes)
  }
  await Promise.all([write(), write()])
}
