import { accountStateWords, rowScopeWords } from '../../people/words.ts'
import { postWords } from '../../words.ts'
import { leader, person, reference, text, unit } from '../kinds/index.ts'
import { defineLibrary } from '../define-library.ts'
import { worded } from './worded.ts'

const who = '账号'
const rights = '角色与范围'

/**
 * 账号 as a library: list, import, export, history for the three administrators. An account is opened, approved and
 * ended by their actions alone: one opens it, another approves.
 */
export const accounts = defineLibrary({
  id: 'accounts',
  table: 'account',
  name: '账号',
  noun: '账号',
  measure: '个',
  purpose: '谁在哪个单位、什么角色、看多大范围；一人一号，不共用',
  group: '机构与人员',
  fields: {
    name: text({ label: '登录名', aliases: ['账号', '用户名'], longest: 63, required: true, section: who }),
    person: person({ label: '姓名', aliases: ['使用人'], required: true, section: who }),
    unit: unit({ label: '所在单位', aliases: ['单位', '部门'], required: true, section: who }),
    state: worded(accountStateWords, { label: '状态', section: who }),
    post: worded(postWords, { label: '角色', aliases: ['岗位'], required: true, section: rights }),
    scope: worded(rowScopeWords, { label: '数据范围', aliases: ['范围'], section: rights }),
    leader: leader({ label: '对应县领导', aliases: ['服务领导'], section: rights }),
    enterprise: reference({ label: '代表的企业', aliases: ['企业'], to: 'enterprises', noun: '企业', section: rights }),
  },
  title: 'name',
  search: ['name'],
  unique: [['name']],
  audience: { units: ['unit'], posts: ['system-admin', 'security-admin', 'audit-admin'] },
  columns: ['name', 'unit', 'post', 'scope', 'state'],
  sort: 'name',
  narrow: [],
  readOnly: true,
  importable: true,
  handmade: true,
})
