// A document brought to where a test begins: the office's drafts, filled in, asked about, signed off, issued.
import type { DocumentDetail, MatterDetail, MatterItem } from '@yipanqi/model'
import type { House } from '../house.ts'
import { clientOf, type Answer, type Client, type TestCounty } from './harness.ts'

export type Place = 'draft' | 'reviewed' | 'consulting' | 'signed-off' | 'issued'
const places: readonly Place[] = ['draft', 'reviewed', 'consulting', 'signed-off', 'issued']

export interface Troupe {
  readonly house: House
  readonly county: TestCounty
  readonly office: Client
  readonly fagai: Client
  readonly gongxin: Client
}

export async function troupeOf(house: House, county: TestCounty): Promise<Troupe> {
  const { people } = county
  const [office, fagai, gongxin] = [
    await clientOf(house, people.dispatcher),
    await clientOf(house, people.fagaiHead),
    await clientOf(house, people.gongxinHead),
  ]
  return { house, county, office, fagai, gongxin }
}

/** Two matters: the first led by 发改 with 工信 supporting, the second by 工信 alone. */
export function stageText(marker: string): string {
  return `在${marker}推进会上的讲话
同志们：
去年，全县新开工项目25个，完成投资31亿元。
一、抓紧项目建设
发改局要牵头建好${marker}项目库，年底前入库项目不少于120个。
二、坚持以亩均论英雄
工信局要在三季度末前完成${marker}规上工业企业亩均效益评价并公示。
`
}

/** Makes a document and brings it to a place by the very requests that people send. */
export async function stageDocument(troupe: Troupe, marker: string, place: Place): Promise<DocumentDetail> {
  const { office, county } = troupe
  let document = expectStatus(
    201,
    await office.post<DocumentDetail>('/documents', {
      text: stageText(marker),
      date: '2026-02-09',
      scope: 'internal',
      declarer: '陈测',
    }),
  )
  const [first, second, ...rest] = document.matters as [MatterItem, MatterItem, ...MatterItem[]]
  await fillIn(troupe, first, county.units.fagai.id, [county.units.gongxin.id])
  await fillIn(troupe, second, county.units.gongxin.id, [])
  for (const other of rest)
    expectStatus(
      200,
      await office.post(`/matters/${other.id}/actions/withdraw`, { version: other.version, text: '测试只留两项' }),
    )
  const verbs = { reviewed: 'review', consulting: 'consult', 'signed-off': 'sign-off', issued: 'issue' } as const
  for (const next of places.slice(1, places.indexOf(place) + 1) as (keyof typeof verbs)[]) {
    if (next === 'signed-off') await answerAll(troupe, document)
    const body =
      next === 'issued'
        ? { number: `测〔2026〕${document.id}号`, date: '2026-02-12' }
        : next === 'consulting'
          ? { days: 3 }
          : {}
    document = expectStatus(
      200,
      await office.post<DocumentDetail>(`/documents/${document.id}/actions/${verbs[next]}`, {
        version: document.version,
        ...body,
      }),
    )
  }
  return expectStatus(200, await office.get<DocumentDetail>(`/documents/${document.id}`))
}

async function fillIn(troupe: Troupe, matter: MatterItem, lead: number, supports: number[]): Promise<void> {
  const answer = await troupe.office.patch(`/matters/${matter.id}`, {
    version: matter.version,
    lead,
    supports: supports.map((unit) => ({ unit, part: '配合' })),
    leader: troupe.county.leader,
    doneWhen: '名单公布',
    deadline: '2026-12-31',
    line: 'party',
    key: true,
  })
  expectStatus(200, answer)
}

async function answerAll(troupe: Troupe, document: DocumentDetail): Promise<void> {
  for (const matter of document.matters) {
    for (const client of [troupe.fagai, troupe.gongxin]) {
      const seen = await client.get<MatterDetail>(`/matters/${matter.id}`)
      if (seen.status !== 200) continue
      const body = { version: seen.body.version, opinion: 'agree' }
      expectStatus(200, await client.post(`/matters/${matter.id}/actions/answer`, body))
    }
  }
}

/** One action on a matter from wherever it now stands; answers the matter after it. */
export async function act(client: Client, id: number, verb: string, body: object = {}): Promise<MatterDetail> {
  const { version } = expectStatus(200, await client.get<MatterDetail>(`/matters/${id}`))
  return expectStatus(200, await client.post<MatterDetail>(`/matters/${id}/actions/${verb}`, { version, ...body }))
}

export async function uploadFile(client: Client, content: string, name = '佐证.txt'): Promise<number> {
  const form = new FormData()
  form.append('file', new File([content], name, { type: 'text/plain' }))
  const answer = await client.raw('/files', { method: 'POST', body: form })
  if (answer.status !== 201) throw new Error(`upload: ${answer.status} ${await answer.text()}`)
  return ((await answer.json()) as { id: number }).id
}

function expectStatus<T>(status: number, answer: Answer<T>): T {
  if (answer.status !== status)
    throw new Error(`expected ${status}, got ${answer.status}: ${JSON.stringify(answer.body)}`)
  return answer.body
}
