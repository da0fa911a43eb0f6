import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inspectSecrecy } from './gate.ts'

const BODY = '关于做好春季防火工作的通知\n各乡镇：\n现将有关事项通知如下。'

describe('inspectSecrecy', () => {
  it.each([
    ['绝密★\n' + BODY],
    ['机密★1年\n' + BODY],
    ['秘密★三年\n' + BODY],
    ['秘密★长期\n' + BODY],
    ['机密\n' + BODY],
    ['  绝　密  \n' + BODY],
    ['机 密 ★ １ 年\n' + BODY],
    ['【秘密】\n' + BODY],
    ['密级：机密\n' + BODY],
    ['000012  机密★1年\n特急\n' + BODY],
    ['密码电报\n' + BODY],
    ['某某县委办公室\n\n\n特急\n秘密☆6个月\n' + BODY],
    ['机\n密\n' + BODY],
    ['机密  特急\n' + BODY],
    ['特急　绝密\n' + BODY],
    ['【机密】某某工作方案\n' + BODY],
    ['秘密件\r\n' + BODY],
  ])('refuses %j', (head) => {
    const found = inspectSecrecy(head)
    expect(found.verdict).toBe('refuse')
    expect(found.reason).toBe('secret')
    expect(found.why).toContain('机要渠道')
  })

  it.each([
    ['机密★会议纪要.docx'],
    ['（秘密）会议纪要.docx'],
    ['会议纪要[绝密].txt'],
    ['密码电报-3号.pdf'],
    ['机密 会议纪要.docx'],
  ])('refuses by the file name %s', (name) => {
    expect(inspectSecrecy(BODY, name).verdict).toBe('refuse')
  })

  it.each([
    ['份号：000123\n' + BODY, 'internal'],
    ['内部刊物 注意保存\n' + BODY, 'internal'],
    ['内部资料，不得外传\n' + BODY, 'internal'],
    ['（内部资料）\n' + BODY, 'internal'],
    ['明传电报\n' + BODY, 'internal'],
    ['在全县大会上的讲话\n（根据录音整理，未经本人审阅）\n同志们：', 'unreviewed'],
    ['在全县大会上的讲话\n（据录音整理，未经审定）\n同志们：', 'unreviewed'],
  ])('asks about %j', (head, reason) => {
    const found = inspectSecrecy(head)
    expect(found.verdict).toBe('ask')
    expect(found.reason).toBe(reason)
  })

  it.each([
    [BODY],
    ['全县保密工作会议讲话\n同志们：\n要严格保守国家秘密，管好机密文件，防止失泄密。'],
    ['关于加强工作秘密管理的通知\n各单位：\n秘密载体要专人管理，绝密级文件不得复印。'],
    ['商业秘密保护条例宣传方案\n秘密一词在这里指商业秘密，企业要保护好自己的商业秘密。'],
    ['县保密局工作要点\n一、机密不等于秘密，定密要准。'],
    [''],
  ])('passes running text %j', (head) => {
    expect(inspectSecrecy(head).verdict).toBe('pass')
  })

  it('passes file names that only speak of secrecy', () => {
    expect(inspectSecrecy(BODY, '保守国家秘密宣传方案.docx').verdict).toBe('pass')
    expect(inspectSecrecy(BODY, '商业秘密保护.docx').verdict).toBe('pass')
  })

  it('looks only at the head', () => {
    expect(inspectSecrecy(`${'正文一行。\n'.repeat(60)}机密\n`).verdict).toBe('pass')
  })

  it('finds a transcript signed under the text', () => {
    const text = `${'同志们，要抓好落实。\n'.repeat(600)}（根据录音整理，未经本人审阅）`
    expect(inspectSecrecy(text).reason).toBe('unreviewed')
  })

  it('never throws', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (head, name) => {
        expect(['refuse', 'ask', 'pass']).toContain(inspectSecrecy(head, name).verdict)
      }),
    )
  })
})
