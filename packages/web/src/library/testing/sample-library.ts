import type { FieldShape, LibraryShape } from '../shapes.ts'
import { type LibraryView, libraryView } from '../fields/view.ts'

const field = (name: string, label: string, kind: string, more: Partial<FieldShape> = {}): FieldShape => ({
  name,
  label,
  kind,
  widget: kind,
  required: false,
  system: false,
  operators: [],
  sortable: true,
  ...more,
})

const figure = ['from', 'to', 'eq', 'empty', 'filled']

/** A small ledger with a field of most kinds, as the server would describe it. */
export const sampleShape: LibraryShape = {
  id: 'projects',
  name: '项目库',
  noun: '项目',
  measure: '个',
  purpose: '试',
  group: '项目与招商',
  origin: 'shipped',
  title: 'name',
  fields: [
    field('name', '项目名称', 'text', { required: true, section: '项目', operators: ['contains', 'eq', 'in'] }),
    field('total', '总投资', 'money', { widget: 'money', unit: '万元', section: '投资', operators: figure }),
    field('land', '用地面积', 'area', { unit: '亩', section: '投资', operators: figure }),
    field('startedOn', '开工日期', 'date', { section: '进度', operators: figure }),
    field('plan', '计划年月', 'month', { section: '进度', operators: figure }),
    field('nature', '建设性质', 'choice', {
      choices: ['新建', '扩建', '技改'],
      operators: ['eq', 'in', 'ne', 'empty', 'filled'],
    }),
    field('tags', '培育名单', 'choices', { choices: ['升规', '上市'], operators: ['in', 'empty', 'filled'] }),
    field('leadUnit', '责任单位', 'unit', { target: 'units', operators: ['eq', 'in', 'ne', 'empty', 'filled'] }),
    field('phone', '联系电话', 'phone', { widget: 'secret', sealed: 'masked', sortable: false }),
    field('state', '状态', 'choice', {
      choices: ['under-way', 'closed'],
      options: { words: { 'under-way': '办理中', closed: '已办结' } },
      operators: ['eq', 'in'],
    }),
  ],
  columns: ['name', 'leadUnit', 'total'],
  sort: 'updated',
  sums: ['total'],
  map: null,
  stages: [
    { id: 'reserve', name: '储备', exit: false, final: false },
    { id: 'building', name: '在建', exit: false, final: false },
    { id: 'out', name: '退库', exit: true, final: true },
  ],
  ladder: '生命周期',
  can: ['create', 'edit'],
}

export const sampleLibrary: LibraryView = libraryView(sampleShape)
