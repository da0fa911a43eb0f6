import { describe, expect, it } from 'vitest'
import { readDocument } from '../read-document.ts'
import { unitBook } from './book.ts'
import { counterpartOf } from './levels.ts'
import { unknownUnits } from './unknown.ts'

const book = unitBook()

describe('units of another level', () => {
  it.each([
    ['省发展改革委', '县发展和改革局'],
    ['省经信厅', '县工业和信息化局'],
    ['省委组织部', '县委组织部'],
    ['浙江省教育厅', '县教育局'],
    ['市住房和城乡建设局', '县住房和城乡建设局'],
    ['省人力社保厅', '县人力资源和社会保障局'],
    ['省市场监管局', '县市场监督管理局'],
    ['省通信管理局', null],
    ['县财政局', null],
  ])('%s → %s', (written, own) => {
    expect(counterpartOf(written, book)?.name ?? null).toBe(own)
  })
})

describe('unknown units', () => {
  it('keeps them as written and reports each once with its matters', () => {
    const text =
      '关于抓好物流的通知\n一、建设分拨中心。建成分拨中心2个。（责任单位：省发展改革委、县通达站）\n二、开通专线。开通专线3条。（责任单位：县通达站、县商务局）'
    expect(unknownUnits(readDocument(text), book)).toEqual([
      { name: '省发展改革委', matters: ['m1'], counterpart: '县发展和改革局' },
      { name: '县通达站', matters: ['m1', 'm2'], counterpart: null },
    ])
  })
})
