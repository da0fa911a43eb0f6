import { area, choice, computed, date, decimal, integer, point, reference, text, unit } from '../kinds/index.ts'
import { defineLibrary } from '../define-library.ts'
import { differenceOf } from './arithmetic.ts'
import { papers, remarks } from './parts.ts'

const plant = '厂房'
const build = '建筑条件'
const rent = '出租'

/** 厂房库: what a newcomer can move into, with the facts that decide whether a machine fits. */
export const plants = defineLibrary({
  id: 'plants',
  table: 'plant',
  name: '厂房库',
  noun: '厂房',
  measure: '栋',
  purpose: '哪栋厂房空着、多大、什么条件、找谁租，引项目时先用现成的',
  group: '土地与厂房',
  fields: {
    name: text({ label: '厂房名称', aliases: ['楼栋', '名称', '厂房'], required: true, section: plant }),
    number: text({ label: '厂房编号', aliases: ['编号', '楼栋号'], section: plant }),
    owner: text({ label: '产权人', aliases: ['产权单位', '业主'], section: plant }),
    ownerFirm: reference({
      label: '产权企业',
      aliases: ['产权企业（企业库）'],
      to: 'enterprises',
      noun: '企业',
      section: plant,
    }),
    parcel: reference({ label: '所在宗地', aliases: ['宗地'], to: 'land-parcels', noun: '宗地', section: plant }),
    township: unit({ label: '所在乡镇', aliases: ['乡镇'], section: plant }),
    park: unit({ label: '所在园区', aliases: ['园区'], section: plant }),
    manager: unit({ label: '代管单位', aliases: ['管理单位'], section: plant, unindexed: true }),
    position: point({ label: '厂房坐标', aliases: ['坐标'], section: plant }),
    state: choice({
      label: '使用状态',
      aliases: ['状态', '现状'],
      choices: ['自用', '全部出租', '部分空置', '整栋空置', '在建'],
      section: plant,
    }),
    storeys: integer({ label: '层数', atLeast: 1, atMost: 60, section: build, unindexed: true }),
    load: decimal({
      label: '楼面荷载',
      aliases: ['荷载'],
      scale: 2,
      unit: '吨/平方米',
      atLeast: 0,
      section: build,
      unindexed: true,
    }),
    height: decimal({ label: '底层层高', aliases: ['层高'], scale: 2, unit: '米', atLeast: 0, section: build }),
    crane: decimal({ label: '行车', aliases: ['行车吨位'], scale: 1, unit: '吨', atLeast: 0, section: build }),
    electricity: integer({ label: '电容量（千伏安）', aliases: ['电容量', '变压器容量'], atLeast: 0, section: build }),
    fire: choice({
      label: '火灾危险性类别',
      aliases: ['消防等级', '消防类别'],
      choices: ['甲', '乙', '丙', '丁', '戊'],
      synonyms: { 甲: ['甲类'], 乙: ['乙类'], 丙: ['丙类'], 丁: ['丁类'], 戊: ['戊类'] },
      section: build,
    }),
    environment: text({ label: '环保准入', aliases: ['环保要求'], longest: 200, section: build, unindexed: true }),
    floor: area({ label: '建筑面积', in: '平方米', section: rent }),
    lettable: area({ label: '可租面积', aliases: ['可出租面积'], in: '平方米', section: rent, unindexed: true }),
    let: area({ label: '在租面积', aliases: ['已租面积'], in: '平方米', section: rent, unindexed: true }),
    vacant: computed(area({ label: '空置面积', in: '平方米', help: '可租面积减在租面积', section: rent }), (v) => {
      const left = differenceOf(v, 'lettable', 'let')
      return left === null || left < 0 ? null : left
    }),
    tenant: text({ label: '承租企业', aliases: ['租户', '承租方'], section: rent, unindexed: true }),
    tenantFirm: reference({ label: '承租企业（企业库）', to: 'enterprises', noun: '企业', section: rent }),
    letFrom: date({ label: '起租日', aliases: ['租期起'], section: rent, unindexed: true }),
    letUntil: date({ label: '到租日', aliases: ['租期止'], section: rent, unindexed: true }),
    vacantSince: date({ label: '空置起始日', aliases: ['空置时间', '空置起始'], section: rent }),
    price: decimal({
      label: '租金',
      aliases: ['月租金'],
      scale: 2,
      unit: '元/平方米·月',
      atLeast: 0,
      section: rent,
      unindexed: true,
    }),
    papers: papers('图纸与照片', '照片不是必填，图纸方便企业选'),
    remarks: remarks(),
  },
  title: 'name',
  search: ['name', 'number', 'owner'],
  unique: [['number']],
  match: [['number'], ['name']],
  audience: { units: ['township', 'park', 'manager'] },
  columns: ['name', 'park', 'state', 'vacant', 'floor', 'vacantSince'],
  sort: 'updated',
  narrow: ['vacant', 'floor', 'vacantSince'],
  rollups: [{ id: 'vacant', month: 'vacantSince', unit: 'township', sums: ['vacant', 'lettable'] }],
  sums: ['floor', 'lettable', 'let', 'vacant'],
  map: 'position',
  keepers: ['S05', 'Z05'],
})
