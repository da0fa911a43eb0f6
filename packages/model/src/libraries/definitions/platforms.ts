import { defineLibrary } from '../define-library.ts'
import {
  area,
  choice,
  choices,
  computed,
  date,
  integer,
  money,
  percent,
  point,
  reference,
  text,
  unit,
  year,
} from '../kinds/index.ts'
import type { Ladder } from '../ladder.ts'
import { shareOf, sumOf } from './arithmetic.ts'
import { remarks } from './parts.ts'

const incubators = ['科技企业孵化器', '众创空间', '加速器'] as const
const source = '工信部科〔2025〕131号，其余门槛待核实'

const ladder: Ladder = {
  name: '建设和认定',
  stages: [
    { id: 'planned', name: '谋划', meaning: '有牵头单位和初步方案' },
    { id: 'building', name: '建设', meaning: '场地和运营主体已定，正在建设' },
    { id: 'running', name: '运营', meaning: '已有企业入驻或对外服务' },
    { id: 'recognised', name: '认定', meaning: '已获县级以上认定或备案', final: true },
    { id: 'stopped', name: '停止运营', exit: true, final: true },
    { id: 'revoked', name: '取消资格', meaning: '考核不合格被取消认定', exit: true, final: true },
  ],
  gates: [
    {
      to: 'building',
      conditions: [
        { id: 'operator', name: '运营主体', needs: 'field', field: 'operator' },
        { id: 'plan', name: '建设方案', needs: 'paper' },
      ],
    },
    {
      to: 'running',
      conditions: [
        { id: 'started', name: '运营起始日期', needs: 'field', field: 'startedOn' },
        { id: 'site', name: '场地权属或租赁证明', needs: 'paper' },
        {
          id: 'agreement',
          name: '成员单位组建协议',
          needs: 'paper',
          when: { field: 'kind', in: ['创新联合体', '共性技术平台'] },
        },
      ],
    },
    {
      to: 'recognised',
      conditions: [
        { id: 'document', name: '认定或备案文号', needs: 'field', field: 'recognition' },
        {
          id: 'income',
          name: '房租物业以外的收入占比不低于 30%',
          needs: 'test',
          test: (v) => typeof v['serviceShare'] === 'number' && v['serviceShare'] >= 300_000,
          when: { field: 'kind', in: incubators },
          source,
        },
      ],
    },
  ],
  stalledAfter: { planned: 270, building: 365, running: 1095 },
}

/** 载体库: incubators, spaces, labs and service platforms. Who keeps it depends on the county's 三定. */
export const platforms = defineLibrary({
  id: 'platforms',
  table: 'platform',
  name: '载体库',
  noun: '载体',
  measure: '个',
  purpose: '孵化器、众创空间、科技服务平台在哪、孵了谁、服务了多少',
  group: '科技创新',
  fields: {
    name: text({ label: '载体名称', aliases: ['平台名称', '名称'], required: true, section: '基本情况' }),
    kind: choice({
      label: '载体类型',
      aliases: ['类型'],
      choices: [
        ...incubators,
        '科技服务平台',
        '创新联合体',
        '共性技术平台',
        '重点实验室',
        '技术创新中心',
        '企业技术中心',
        '院士专家工作站',
      ],
      synonyms: { 科技企业孵化器: ['孵化器'] },
      required: true,
      section: '基本情况',
    }),
    level: choice({
      label: '级别',
      aliases: ['认定级别'],
      choices: ['国家级', '省级', '市级', '县级', '未认定'],
      section: '基本情况',
    }),
    operator: text({ label: '运营主体', aliases: ['运营单位', '依托单位'], section: '基本情况' }),
    enterprise: reference({ label: '依托企业', to: 'enterprises', noun: '企业', section: '基本情况' }),
    nature: choice({ label: '运营主体性质', choices: ['国有', '民营', '高校院所', '混合'], section: '基本情况' }),
    township: unit({ label: '所在乡镇（园区）', aliases: ['所在乡镇', '所在园区'], section: '基本情况' }),
    leadUnit: unit({ label: '主管单位', aliases: ['主管部门'], section: '基本情况' }),
    startedOn: date({ label: '运营起始日期', section: '基本情况' }),
    place: point({ label: '位置', section: '基本情况' }),
    recognition: text({ label: '认定文号', aliases: ['认定文件'], unindexed: true, section: '认定和考核' }),
    recognisedOn: date({ label: '认定日期', aliases: ['认定时间'], section: '认定和考核' }),
    grade: choice({ label: '考核等次', choices: ['优秀', '良好', '合格', '不合格'], section: '认定和考核' }),
    gradeYear: year({ label: '考核年度', unindexed: true, section: '认定和考核' }),
    areaOwn: area({ label: '自用面积', in: '平方米', unindexed: true, section: '场地' }),
    areaFirms: area({ label: '在孵使用面积', in: '平方米', unindexed: true, section: '场地' }),
    areaShared: area({ label: '公共服务面积', in: '平方米', unindexed: true, section: '场地' }),
    areaTotal: computed(area({ label: '场地面积合计', in: '平方米', section: '场地' }), (v) =>
      sumOf(v, ['areaOwn', 'areaFirms', 'areaShared']),
    ),
    firms: integer({ label: '在孵企业数', aliases: ['在孵企业'], atLeast: 0, section: '孵化成效' }),
    techFirms: integer({
      label: '其中科技型中小企业数',
      aliases: ['在孵科小数'],
      atLeast: 0,
      unindexed: true,
      section: '孵化成效',
    }),
    graduated: integer({
      label: '累计毕业企业数',
      aliases: ['毕业企业数'],
      atLeast: 0,
      unindexed: true,
      section: '孵化成效',
    }),
    funded: integer({ label: '上年获投融资企业数', atLeast: 0, unindexed: true, section: '孵化成效' }),
    fund: money({ label: '孵化资金规模', in: '万元', unindexed: true, section: '孵化成效' }),
    jobs: integer({ label: '带动就业人数', aliases: ['带动就业'], atLeast: 0, unindexed: true, section: '孵化成效' }),
    incomeRent: money({ label: '房租物业收入', in: '万元', unindexed: true, section: '上年收入' }),
    incomeService: money({ label: '服务收入', in: '万元', unindexed: true, section: '上年收入' }),
    incomeInvestment: money({ label: '投资收益', in: '万元', unindexed: true, section: '上年收入' }),
    incomeSubsidy: money({ label: '财政补助', in: '万元', unindexed: true, section: '上年收入' }),
    serviceShare: computed(percent({ label: '房租物业以外收入占比', section: '上年收入' }), (v) =>
      shareOf(
        sumOf(v, ['incomeService', 'incomeInvestment', 'incomeSubsidy']),
        sumOf(v, ['incomeRent', 'incomeService', 'incomeInvestment', 'incomeSubsidy']),
      ),
    ),
    services: choices({
      label: '服务内容',
      choices: ['科技资源', '事务代理', '信息咨询', '检验检测', '担保融资', '成果转化', '人才培训'],
      section: '服务',
    }),
    contracts: integer({ label: '上年服务（技术）合同数', atLeast: 0, unindexed: true, section: '服务' }),
    contractAmount: money({ label: '上年服务（技术）合同额', in: '万元', section: '服务' }),
    remarks: remarks(),
  },
  title: 'name',
  search: ['name', 'operator'],
  unique: [['name']],
  ladder,
  audience: { units: ['township', 'leadUnit'], enterprise: 'enterprise' },
  columns: ['name', 'kind', 'level', 'firms', 'areaTotal', 'grade'],
  sort: 'name',
  narrow: ['name', 'level'],
  sums: ['firms', 'graduated', 'jobs', 'contractAmount'],
  map: 'place',
  keepers: ['Z04', 'Z05', 'S05'],
})
