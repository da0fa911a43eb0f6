// A signed-off document can still be mended where it could not be issued; a withdrawn matter gives its sentence back.
import type { DocumentDetail, MatterDetail } from '@yipanqi/model'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { clientOf, testCounty, testHouse, type Client, type TestCounty } from '../testing/harness.ts'

const text = `在全县重点工作会上的讲话
（2026年2月9日）
一、抓紧项目建设
发改局要建立重大项目会商制度。
二、服务企业
工信局要在9月底前完成企业走访。
`

let house: Awaited<ReturnType<typeof testHouse>>
let county: TestCounty
let office: Client
let document: DocumentDetail
beforeAll(async () => {
  house = await testHouse()
  county = await testCounty(house)
  office = await clientOf(house, county.people.dispatcher)
  const made = await office.post<DocumentDetail>('/documents', { text, scope: 'internal', declarer: '陈测' })
  document = made.body
  if (document.matters.length !== 2) throw new Error(`the text has two matters, not ${document.matters.length}`)
})
afterAll(() => house.close())

const latest = async (): Promise<void> => {
  document = (await office.get<DocumentDetail>(`/documents/${document.id}`)).body
}

it('a withdrawn matter gives its sentence back, refused with the reason', async () => {
  const { covered, obligations } = document.coverage
  const matter = document.matters.find((m) => m.title.includes('走访')) as MatterDetail
  const gone = await office.post(`/matters/${matter.id}/actions/withdraw`, {
    version: matter.version,
    text: '另行部署',
  })
  expect(gone.status).toBe(200)
  await latest()
  expect(document.coverage).toMatchObject({ obligations, covered: covered - 1 })
  const back = document.refused.find((r) => r.why === '另行部署')
  expect(document.text.slice(back?.start, back?.end)).toContain('走访')
})

it('what issuing would miss may be filled after 审定, and nothing else', async () => {
  const paper = { number: null, by: '周衡', date: '2026-02-10', file: null }
  for (const step of ['review', 'consult', 'sign-off']) {
    const done = await office.post<DocumentDetail>(`/documents/${document.id}/actions/${step}`, {
      version: document.version,
      onPaper: paper,
    })
    expect(done.status, `${step} ${JSON.stringify(done.body)}`).toBe(200)
    document = done.body
  }
  const [item] = document.matters
  expect(item?.deadline).toBeNull()
  const matter = (await office.get<MatterDetail>(`/matters/${item?.id}`)).body
  expect(matter.can.find((c) => c.action === 'edit')?.allowed).toBe(true)
  const other = await office.patch(`/matters/${matter.id}`, { version: matter.version, title: '换一个说法' })
  expect(other.status).toBe(409)
  const both = await office.patch(`/matters/${matter.id}`, {
    version: matter.version,
    title: '换一个说法',
    deadline: '2026-06-30',
  })
  expect(both.status).toBe(409)
  const filled = await office.patch<MatterDetail>(`/matters/${matter.id}`, {
    version: matter.version,
    deadline: '2026-06-30',
    ...(matter.lead ? {} : { lead: county.units.fagai.id }),
    ...(matter.doneWhen ? {} : { doneWhen: '批复文件' }),
  })
  expect(filled.status).toBe(200)
  expect(filled.body.can.find((c) => c.action === 'edit')?.allowed).toBe(false)
  const issued = await office.post<DocumentDetail>(`/documents/${document.id}/actions/issue`, {
    version: document.version,
    number: '测委财办〔2026〕16号',
    date: '2026-02-12',
  })
  expect(issued.status).toBe(200)
})
