import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { misnamedNote } from './misnamed.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'misnamed-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const note = async (bytes: Uint8Array | string, name: string) => {
  const path = join(folder, 'file')
  await writeFile(path, bytes)
  return misnamedNote(path, name)
}
const table = '企业名称,税收\n青禾机械,12\n'

it.each(['企业.xlsx', '企业.XLSX', '企业.xls', '企业.et'])(
  'a text called %s is read and said to be one',
  async (name) => {
    expect(await note(table, name)).toMatch(/里面其实是纯文本.*已按 \.csv 读取/)
  },
)

it('in GB18030 as well', async () => {
  expect(await note(Buffer.from([0xc6, 0xf3, 0xd2, 0xb5, 0x2c, 0x31, 0x0a]), '企业.xlsx')).toContain('.xlsx')
})

it.each([
  ['a text that says so', table, '企业.csv'],
  ['a text without an ending', table, '企业'],
  ['a workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), '企业.xlsx'],
  ['an old workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), '企业.xls'],
  ['nothing', '', '企业.xlsx'],
])('%s is not spoken of', async (_, bytes, name) => {
  expect(await note(bytes, name)).toBeNull()
})
