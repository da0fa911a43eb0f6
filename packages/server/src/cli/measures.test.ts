import { beforeAll, expect, it } from 'vitest'
import { build, command } from './testing/command.ts'

beforeAll(() => build())

it('quantity prints exactly what was promised', async () => {
  const run = await command(['quantity', '不少于1.2万亿元', '--json'])
  expect(run).toEqual({
    code: 0,
    err: '',
    out: '{"relation":">=","value":1.2,"unit":"万亿元","normal":{"value":1200000000000,"unit":"元"}}\n',
  })
})

it('time prints both days against the base', async () => {
  const run = await command(['time', '上半年', '--base', '2023-02-01', '--json'])
  expect(run).toEqual({ code: 0, err: '', out: '{"from":"2023-01-01","to":"2023-06-30"}\n' })
  const end = await command(['time', '三季度末', '--base', '2023-02-01', '--json'])
  expect(JSON.parse(end.out)).toEqual({ from: '2023-09-30', to: '2023-09-30' })
})

it('without --json both speak Chinese', async () => {
  const quantity = await command(['quantity', '30—50亿元'])
  expect(quantity).toMatchObject({ code: 0, err: '', out: '区间 30—50亿元，合 3000000000—5000000000元\n' })
  const time = await command(['time', '15个工作日内', '--base', '2027-03-01'])
  expect(time.out).toContain('拟')
  expect((await command(['time', '每月28日前'])).out).toBe('定期：每月 28 日前\n')
})

it.each([
  [['quantity', '一盘棋', '--json'], 1, 'null\n', /没有认出数量/],
  [['quantity', '政策60条'], 1, '', /没有认出数量/],
  [['quantity', '万'.repeat(1001), '--json'], 1, 'null\n', /太长/],
  [['time', '一盘棋', '--base', '2023-02-01', '--json'], 1, 'null\n', /没有认出时间/],
  [['time', '年底前', '--base', '2023-02-30'], 2, '', /--base/],
  [['time'], 2, '', /用法/],
  [['quantity', '3家', '5家'], 2, '', /用法/],
] as const)('%j says in one Chinese line why not', async (args, code, out, said) => {
  const run = await command(args)
  expect(run).toMatchObject({ code, out })
  expect(run.err).toMatch(said)
  expect(run.err).not.toMatch(/ {4}at |Error:/)
})
